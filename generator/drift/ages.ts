import { type SourceEntry, toRelease } from "../spec/dialect.js";
import { promised } from "../spec/values.js";
import { quote } from "../text/quote.js";
import { formatRelease } from "../time/release.js";
import type { Finding } from "./judge/finding.js";
import type { Reading, SourceKind } from "./reading.js";

/** What `sources.json` calls each kind of source. Nobody lists recorded traffic there. */
const listedAs: Readonly<Record<SourceKind, SourceEntry["kind"] | undefined>> = {
  definitions: "vendor page",
  "release notes": "release notes",
  WSDL: "SOAP API",
  traffic: undefined,
};

/**
 * Finds a source in `sources.json`: by what it calls itself, or else as the only one of its kind of which nobody knows what it calls
 * itself.
 */
export function findEntry(
  { kind, title }: Pick<Reading, "kind" | "title">,
  sources: readonly SourceEntry[],
): SourceEntry | undefined {
  const named = sources.find((entry) => (entry.heading ?? entry.title) === title);
  const nameless = sources.filter((entry) => entry.kind === listedAs[kind] && entry.heading === undefined);
  return named ?? (nameless.length === 1 ? nameless[0] : undefined);
}

/** A source that says how old it is. */
export type Aged = Pick<Reading, "kind" | "title" | "newest" | "date">;

/** What a source says of its own age that `sources.json` does not: a later day, a newer release. A spec may do without that file. */
export function judgeAge(reading: Aged, sources: readonly SourceEntry[]): readonly Finding[] {
  if (sources.length === 0 || listedAs[reading.kind] === undefined) return [];
  const entry = findEntry(reading, sources);
  if (!entry)
    return [
      { verdict: "new", message: `sources.json has no source with the heading ${quote(reading.title)}` },
    ];
  return [...judgeNewest(reading, entry), ...judgeDate(reading, entry)];
}

function judgeNewest({ newest }: Aged, entry: SourceEntry): readonly Finding[] {
  const known = entry.newest === undefined ? undefined : toRelease(entry.newest);
  if (newest === undefined || (known !== undefined && known >= newest)) return [];
  const path = formatRelease(newest);
  const before = known === undefined ? "no release" : `v${formatRelease(known)}`;
  const message = `is the newest that the source names; sources.json has ${before}`;
  return [{ verdict: "new", subject: { side: "release", path }, message }];
}

function judgeDate({ date }: Aged, { stated = "" }: SourceEntry): readonly Finding[] {
  const known = listDays(stated).at(-1);
  if (date === undefined || (known !== undefined && known >= date)) return [];
  return [{ verdict: "new", message: `the source is of ${date}; sources.json has ${known ?? "no day"}` }];
}

/** The days in what a source states of its age, in order. */
export const listDays = (stated: string): readonly string[] =>
  [...stated.matchAll(/\d{4}-\d\d-\d\d/g)].map(([day]) => promised(day, "a match has its text")).sort();
