import { report } from "../problem/catalogue.js";
import { listWords } from "../text/words.js";
import { failure, success, type Outcome, type Problem } from "../problem/problem.js";
import { ascending, baseline, formatRelease, parseRelease, type Release } from "./release.js";
import { describeKnown, latestRelease, untilChange, type History } from "./history.js";
import { existsAt, existsInEvery, existsInSome, firstIn, uniteAll, type Spans } from "./spans.js";

/** The releases that a user's shops run: everything from `min` to `max`, or only those that were listed. */
export interface Fleet {
  readonly min: Release;
  readonly max: Release;
  /** How the user wrote it: `48..`, `48..59`, `..`; of a list: `48 and 59`. */
  readonly label: string;
  /** The releases that can differ: of a range the first, and each later one that changed something; or the list. */
  readonly releases: readonly Release[];
  /** Every release of the fleet, whether the spec knows it or not. */
  readonly spans: Spans;
  /** Whether each release was listed, so that there may be gaps between them. */
  readonly isList: boolean;
}

export interface FleetOptions {
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
  /** All releases, with commas between; in place of the other two. */
  readonly versions?: string | undefined;
}

/** The fleet that the options name. */
export function parseFleet(options: FleetOptions, history: History): Outcome<Fleet> {
  const { minVersion, maxVersion, versions } = options;
  if (versions === undefined) return parseEnds(options, history);
  if ((minVersion ?? maxVersion) !== undefined) {
    const message =
      "--versions lists every release of the fleet: --min-version and --max-version cannot stand beside it.";
    return failure([report("usage", { message, hint: "Choose a list or a range." })]);
  }
  return parseList(versions, history) ?? failure([report("malformed-versions", { value: versions })]);
}

function parseEnds(options: FleetOptions, history: History): Outcome<Fleet> {
  const asked = [
    ["--min-version", options.minVersion] as const,
    ["--max-version", options.maxVersion] as const,
  ];
  const malformed = asked.flatMap(([option, value]) =>
    value === undefined || parseRelease(value) !== undefined
      ? []
      : [report("malformed-release", { option, value })],
  );
  if (malformed.length > 0) return failure(malformed);
  const [lower, upper] = asked.map(([, value]) => (value === undefined ? undefined : parseRelease(value)));
  const min = lower ?? baseline;
  const max = upper ?? (Math.max(latestRelease(history), min) as Release);
  if (min > max)
    return failure([report("empty-range", { min: formatRelease(min), max: formatRelease(max) })]);
  const fleet = createFleet({ min, max, label: formatRange(lower, upper) }, history);
  const ahead = warnAhead([lower, upper], history);
  return success(fleet, ahead.length > 0 ? ahead : stopsShort(options.maxVersion, fleet, history));
}

/** The fleet of a list such as `48,59`, in any order; undefined where something in it is no release. */
function parseList(text: string, history: History): Outcome<Fleet> | undefined {
  const named = text.split(",");
  const [first, ...others] = named.flatMap((name) => parseRelease(name) ?? []);
  if (first === undefined || 1 + others.length < named.length) return undefined;
  const fleet = listFleet([first, ...others], history);
  const short = named.flatMap((name) => stopsShort(name, fleet, history));
  return success(fleet, [...short, ...warnAhead(fleet.releases, history)]);
}

function warnAhead(asked: readonly (Release | undefined)[], history: History): Problem[] {
  const latest = latestRelease(history);
  const ahead = asked.filter((release) => release !== undefined && release > latest).at(-1);
  return ahead === undefined
    ? []
    : [report("ahead-of-spec", { release: formatRelease(ahead), known: describeKnown(history) })];
}

/** Warns about `59`, which means 59.0.0, if the spec also knows 59.3.2: the user may have meant both. */
function stopsShort(text: string | undefined, { releases, isList }: Fleet, history: History): Problem[] {
  const release = text === undefined ? undefined : parseRelease(text);
  if (release === undefined || text?.split(".").length === 3) return [];
  const start = `${formatRelease(release)}.`;
  const later = history.releases
    .filter((known) => !releases.includes(known.release))
    .map((known) => formatRelease(known.release))
    .filter((known) => known.startsWith(start));
  return later.length > 0 ? [report("stops-short", { release: formatRelease(release), later, isList })] : [];
}

/** The same fleet in one spelling: `v48.0` is 48, `59,48` is 48,59. */
export function spellOptions({
  minVersion,
  maxVersion,
  versions,
}: FleetOptions): Readonly<Partial<Record<keyof FleetOptions, string>>> {
  const spell = (text: string): string => {
    const release = parseRelease(text);
    return release === undefined ? text : formatRelease(release);
  };
  const spellList = (text: string): string =>
    ascending(text.split(",").flatMap((name) => parseRelease(name) ?? []))
      .map(formatRelease)
      .join(",");
  return {
    ...(minVersion !== undefined && { minVersion: spell(minVersion) }),
    ...(maxVersion !== undefined && { maxVersion: spell(maxVersion) }),
    ...(versions !== undefined && { versions: spellList(versions) }),
  };
}

/** The fleet of shops that all run one release. */
export const releaseFleet = (release: Release, history: History): Fleet =>
  createFleet({ min: release, max: release, label: formatRelease(release) }, history);

/** The fleet of a range of releases. */
export function createFleet(range: Pick<Fleet, "min" | "max" | "label">, history: History): Fleet {
  const { min, max, label } = range;
  const releases = [min, ...history.changes.filter((release) => min < release && release <= max)];
  const spans = spansFrom(releases, label.endsWith("..") ? undefined : max, history);
  return { ...range, releases, spans, isList: false };
}

/** The fleet of nothing but these releases. */
export function listFleet(listed: readonly [Release, ...Release[]], history: History): Fleet {
  const releases = ascending(listed);
  const [min, max] = [Math.min(...listed) as Release, Math.max(...listed) as Release];
  if (min === max) return createFleet({ min, max, label: formatRange(min, max) }, history);
  const label = listWords(releases.map(formatRelease), "and");
  return { min, max, label, releases, spans: spansFrom(releases, max, history), isList: true };
}

/**
 * A release that changed nothing counts as the one before it. Nothing is known of releases that are newer than the spec, so
 * a closed range ends before them.
 */
function spansFrom(releases: readonly Release[], max: Release | undefined, history: History): Spans {
  const end = max === undefined ? undefined : ((Math.max(max, latestRelease(history)) + 1) as Release);
  return uniteAll(releases.map((release) => untilChange(release, history, end)));
}

/** The release that first brought something; undefined if the oldest shop of the fleet already has it. */
export function newTo({ min }: Fleet, spans: Spans): Release | undefined {
  const first = firstIn(spans);
  return first !== undefined && first > min ? first : undefined;
}

/** How much of a fleet has something. */
export type Coverage = "every shop" | "some shops" | "no shop";

/** How much of a fleet has what exists in these spans. */
export function getCoverage({ releases }: Fleet, spans: Spans): Coverage {
  if (existsInEvery(spans, releases)) return "every shop";
  return existsInSome(spans, releases) ? "some shops" : "no shop";
}

/** Whether a shop of the fleet may run this release. */
export const isInFleet = (release: Release, { spans }: Fleet): boolean => existsAt(spans, release);

const formatRange = (min: Release | undefined, max: Release | undefined): string =>
  `${min === undefined ? "" : formatRelease(min)}..${max === undefined ? "" : formatRelease(max)}`;

/**
 * The fleet that a text names: a release (`48`), a range with one end or both (`48..59`, `48..`, `..59`, `..`), or a list
 * of releases (`48,59`).
 */
export function parseRange(text: string, history: History): Outcome<Fleet> {
  if (text.includes(","))
    return parseList(text, history) ?? failure([report("malformed-range", { value: text })]);
  const ends = text.split("..");
  const [min = "", max = ""] = ends;
  const wellFormed = ends.length <= 2 && text !== "" && ends.every((end) => end === "" || isRelease(end));
  if (!wellFormed) return failure([report("malformed-range", { value: text })]);
  if (ends.length === 2) {
    return parseFleet(
      { minVersion: min === "" ? undefined : min, maxVersion: max === "" ? undefined : max },
      history,
    );
  }
  const fleet = parseFleet({ minVersion: min, maxVersion: min }, history);
  return fleet.ok ? success(releaseFleet(fleet.value.min, history), fleet.warnings) : fleet;
}

const isRelease = (text: string): boolean => parseRelease(text) !== undefined;

/** How a fleet reads in a heading: `v48`, `48..59`, `48 and 59`. */
export const nameOfFleet = ({ min, label, isList }: Fleet): string =>
  isList || label.includes("..") ? label : `v${formatRelease(min)}`;
