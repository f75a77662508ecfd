import { baseline, type Release, formatRelease } from "./release.js";
import { spanBetween, type Spans } from "./spans.js";

/** The releases of a contract, and those of them that change something. */
export interface History {
  readonly releases: readonly { readonly release: Release; readonly date?: string }[];
  /** Every release at which something changes, ascending. */
  readonly changes: readonly Release[];
  /** Releases of another program that are known to exist, and that no source describes. */
  readonly beyond?: { readonly from: Release; readonly to: Release; readonly of: string };
}

/** The newest release that the contract knows. */
export const latestRelease = ({ releases }: Pick<History, "releases">): Release =>
  releases.at(-1)?.release ?? baseline;

/** From a release until the next one that changes something; `end` where none does. */
export const untilChange = (release: Release, { changes }: Pick<History, "changes">, end?: Release): Spans =>
  spanBetween(release, changes.find((change) => change > release) ?? end);

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
