import type { Direction, EventModel, PropertyModel } from "../model/model.js";
import { quote } from "../text/quote.js";
import { listWords } from "../text/words.js";
import { baseline, formatRelease, type Release } from "../time/release.js";
import { goneIn } from "../time/spans.js";
import { findFirst } from "./contract.js";

/** When the contract has a part that was in bodies. */
export interface Life {
  readonly side: Direction;
  readonly path: string;
  readonly since: Release;
  /** The release that removed it for good; infinite if none did. */
  readonly until: Release;
  /** Whether a source says so: else its release is inferred or assumed. */
  readonly isSure: boolean;
}

type DatedPart = EventModel | PropertyModel;

/** When the contract has a part, by any of the ways that lead to it. */
export function findLife(side: Direction, path: string, ways: readonly (readonly DatedPart[])[]): Life {
  const until = ways.map((way) => Math.min(...way.map(({ exists }) => goneIn(exists) ?? Infinity)));
  const last = Math.max(...until) as Release;
  return { side, path, since: findFirst(ways), until: last, isSure: ways.flat().every(isSure) };
}

const isSure = ({ prose: { provenance } }: DatedPart): boolean =>
  (provenance?.kind !== "inferred" && provenance?.kind !== "assumed") ||
  provenance.of?.every((part) => part !== "release" && part !== "existence") === true;

/** What bodies of one side tell of the releases of the shops, and of the flags to use, in sentences. */
export function describeLowest(side: Direction, all: Iterable<Life>): readonly string[] {
  const lives = [...all].filter((life) => life.side === side);
  if (lives.length === 0) return [];
  const release = Math.max(...lives.map(({ since }) => since)) as Release;
  const until = Math.min(...lives.map((life) => life.until)) as Release;
  const evidence = describeEvidence(lives.filter(({ since }) => since === release));
  const version = formatRelease(release);
  const isOne = release < until;
  const older = until === Infinity ? "" : `older than v${formatRelease(until)}`;
  const needed = isOne ? "The answers need" : "No release takes all of the answers, and some of them need";
  const own = `${needed} v${version} or later: ${evidence}. You sent them, so they do not tell what the shops run.`;
  if (side === "response") return release === baseline ? [] : [own];
  if (release === baseline && older !== "") return [`The requests are of a release ${older}.`];
  if (release === baseline)
    return ["Every release sends such requests: they do not tell which one a shop runs."];
  const [found, shops] = isOne
    ? [
        `The requests are of v${version} or later${older && `, and ${older}`}`,
        `If all are of one shop, the \`version\` of its subscription is ${version} at least.`,
      ]
    : [
        `No release sends all of these requests, so they are of several shops. One runs v${version} or later`,
        "Record each shop by itself to know its release.",
      ];
  return [
    `${found}: ${evidence}.`,
    `So --max-version has to be ${version} at least. Requests do not tell --min-version: an older shop sends nothing that a newer one does not send, too. ${shops}`,
  ];
}

/** The parts that need the latest release, without those in one of them; those that a source dates come first. */
function describeEvidence(lives: readonly Life[]): string {
  const isInside = ({ path }: Life): boolean =>
    lives.some((other) => [".", "["].some((sign) => path.startsWith(other.path + sign)));
  const parts = lives.filter((life) => !isInside(life));
  parts.sort((a, b) => Number(b.isSure) - Number(a.isSure));
  const told = new Set(
    parts.map(({ path, isSure: sure }) => `${quote(path)}${sure ? "" : " (its release is inferred)"}`),
  );
  const more = told.size > 3 ? [`${told.size - 3} more`] : [];
  return listWords([...[...told].slice(0, 3), ...more], "and");
}
