import { latestRelease, type History } from "./history.js";
import { formatRelease, type Release } from "./release.js";

/** How far a contract is known: its releases, with dates where these are known, and what lies beyond them. */
export type Known = Pick<History, "releases" | "beyond">;

type Beyond = NonNullable<Known["beyond"]>;

/** Up to when a contract is known: `v59.5.2, as of December 2024; v60 to v67 of the vendor's API are known to exist`. */
export function describeKnown(known: Known): string {
  const { date } = known.releases.at(-1) ?? {};
  const latest = `v${formatRelease(latestRelease(known))}`;
  const dated = date === undefined ? latest : `${latest}, as of ${formatMonth(date)}`;
  const beyond = findBeyond(known);
  return beyond ? `${dated}; ${describeBeyond(beyond, latestRelease(known))}` : dated;
}

/** What is known to exist beyond the newest known release; undefined once the contract has caught up. */
const findBeyond = (known: Known): Beyond | undefined =>
  known.beyond && known.beyond.to > latestRelease(known) ? known.beyond : undefined;

function describeBeyond({ from, to, of }: Beyond, latest: Release): string {
  const last = `v${formatRelease(to)}`;
  return from > latest
    ? `v${formatRelease(from)} to ${last} of ${of} are known to exist`
    : `releases of ${of} up to ${last} are known to exist`;
}

/** `2024-12-12` as `December 2024`; what is no date, as it is. */
function formatMonth(date: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(time);
}

/** The same for a program. */
export function knownToJson(known: Known) {
  const beyond = findBeyond(known);
  return {
    release: formatRelease(latestRelease(known)),
    date: known.releases.at(-1)?.date ?? null,
    beyond: beyond ? { from: formatRelease(beyond.from), to: formatRelease(beyond.to), of: beyond.of } : null,
  };
}
