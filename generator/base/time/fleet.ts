import { report } from "../problem/catalogue.js";
import { listWords } from "../text/words.js";
import { failure, type Outcome, type Problem, success } from "../problem/problem.js";
import { sortReleases, baseline, formatRelease, parseRelease, type Release } from "./release.js";
import {
  existsAt,
  existsInEvery,
  existsInSome,
  addedIn,
  spanBetween,
  type Spans,
  uniteAll,
} from "./spans.js";

/** The releases that your shops run: all from `min` to `max`, or only the listed ones. */
export interface Fleet {
  readonly min: Release;
  readonly max: Release;
  /** The user's notation: `48..`, `48..59`, `..`; for a list, `48 and 59`. */
  readonly label: string;
  /**
   * The releases that can differ. In a range, these are the first release and each later one that changed something.
   * In a list, these are all releases.
   */
  readonly releases: readonly Release[];
  /** Every release of the fleet, including those that the spec does not know. */
  readonly spans: Spans;
  /** True if the releases were listed, so there may be gaps between them. */
  readonly isList: boolean;
}

export interface FleetOptions {
  readonly minVersion?: string | undefined;
  readonly maxVersion?: string | undefined;
  /** All releases, separated by commas; replaces the other two. */
  readonly versions?: string | undefined;
}

export function parseFleet(options: FleetOptions, history: History): Outcome<Fleet> {
  const { minVersion, maxVersion, versions } = options;
  if (versions === undefined) return parseEnds(options, history);
  if ((minVersion ?? maxVersion) !== undefined) {
    const message =
      "--versions cannot be combined with --min-version or --max-version, because it lists every release.";
    return failure([report("usage", { message, hint: "Use either a list or a range." })]);
  }
  return parseList(versions, history) ?? failure([report("malformed-versions", { value: versions })]);
}

function parseEnds({ minVersion, maxVersion }: FleetOptions, history: History): Outcome<Fleet> {
  const [lower, upper] = [parseRelease(minVersion), parseRelease(maxVersion)];
  const malformed = Object.entries({ "--min-version": minVersion, "--max-version": maxVersion }).flatMap(
    ([option, value]) =>
      value === undefined || parseRelease(value) !== undefined
        ? []
        : [report("malformed-release", { option, value })],
  );
  if (malformed.length > 0) return failure(malformed);
  const min = lower ?? baseline;
  const max = upper ?? (Math.max(latestRelease(history), min) as Release);
  if (min > max)
    return failure([report("empty-range", { min: formatRelease(min), max: formatRelease(max) })]);
  const fleet = createFleet({ min, max, label: formatRange(lower, upper) }, history);
  const ahead = warnAhead([lower, upper], history);
  return success(fleet, ahead.length > 0 ? ahead : warnStopsShort(maxVersion, fleet, history));
}

function parseList(text: string, history: History): Outcome<Fleet> | undefined {
  const named = [...new Set(text.split(","))];
  const [first, ...others] = named.flatMap((name) => parseRelease(name) ?? []);
  if (first === undefined || 1 + others.length < named.length) return undefined;
  if (named.length > maxListed)
    return failure([
      report("usage", {
        message: `The list has ${named.length} releases; a fleet may list ${maxListed}.`,
        hint: "Write a range: 48..59, or --min-version 48 --max-version 59.",
      }),
    ]);
  const fleet = listFleet([first, ...others], history);
  const short = named.flatMap((name) => warnStopsShort(name, fleet, history));
  return success(fleet, [...short, ...warnAhead(fleet.releases, history)]);
}

/** Far more than any spec knows. The output repeats the list in many places. */
const maxListed = 1000;

function warnAhead(asked: readonly (Release | undefined)[], history: History): Problem[] {
  const latest = latestRelease(history);
  const ahead = asked.filter((release) => release !== undefined && release > latest).at(-1);
  return ahead === undefined
    ? []
    : [report("ahead-of-spec", { release: formatRelease(ahead), known: describeKnownReleases(history) })];
}

/** Warns about `59`, which means 59.0.0, if the spec also has 59.3.2. The user may have meant both. */
function warnStopsShort(text: string | undefined, { releases, isList }: Fleet, history: History): Problem[] {
  const release = parseRelease(text);
  if (release === undefined || text?.split(".").length === 3) return [];
  const start = `${formatRelease(release)}.`;
  const later = history.releases
    .filter((known) => !releases.includes(known.release))
    .map((known) => formatRelease(known.release))
    .filter((known) => known.startsWith(start));
  return later.length > 0 ? [report("stops-short", { release: formatRelease(release), later, isList })] : [];
}

/** Normalizes options: `v48.0` becomes 48, and `59,48` becomes 48,59. */
export function normalizeFleetOptions({ minVersion, maxVersion, versions }: FleetOptions) {
  const spell = (text: string): string =>
    sortReleases(text.split(",").flatMap((name) => parseRelease(name) ?? []))
      .map(formatRelease)
      .join(",") || text;
  return {
    ...(minVersion !== undefined && { minVersion: spell(minVersion) }),
    ...(maxVersion !== undefined && { maxVersion: spell(maxVersion) }),
    ...(versions !== undefined && { versions: spell(versions) }),
  };
}

export const releaseFleet = (release: Release, history: History): Fleet =>
  createFleet({ min: release, max: release, label: formatRelease(release) }, history);

export function createFleet(range: Pick<Fleet, "min" | "max" | "label">, history: History): Fleet {
  const { min, max, label } = range;
  const releases = [min, ...history.changes.filter((release) => min < release && release <= max)];
  const spans = spansFrom(releases, label.endsWith("..") ? undefined : max, history);
  return { ...range, releases, spans, isList: false };
}

export function listFleet(listed: readonly [Release, ...Release[]], history: History): Fleet {
  const releases = sortReleases(listed);
  const [min, max] = [Math.min(...listed) as Release, Math.max(...listed) as Release];
  if (min === max) return createFleet({ min, max, label: formatRange(min, max) }, history);
  const label = listWords(releases.map(formatRelease), "and");
  return { min, max, label, releases, spans: spansFrom(releases, max, history), isList: true };
}

/**
 * A release that changed nothing counts as the one before it. A closed range ends at the newest release in the spec,
 * because nothing is known about later ones.
 */
function spansFrom(releases: readonly Release[], max: Release | undefined, history: History): Spans {
  const end = max === undefined ? undefined : ((Math.max(max, latestRelease(history)) + 1) as Release);
  return uniteAll(releases.map((release) => untilChange(release, history, end)));
}

/** The release that added something; undefined if the oldest shop of the fleet already has it. */
export function newTo({ min }: Fleet, spans: Spans): Release | undefined {
  const first = addedIn(spans);
  return first !== undefined && first > min ? first : undefined;
}

export type Coverage = "every shop" | "some shops" | "no shop";

export function getCoverage({ releases }: Fleet, spans: Spans): Coverage {
  if (existsInEvery(spans, releases)) return "every shop";
  return existsInSome(spans, releases) ? "some shops" : "no shop";
}

export const isInFleet = (release: Release, { spans }: Fleet): boolean => existsAt(spans, release);

const formatRange = (min: Release | undefined, max: Release | undefined): string =>
  `${min === undefined ? "" : formatRelease(min)}..${max === undefined ? "" : formatRelease(max)}`;

/** Parses a fleet: a release (`48`), a range (`48..59`, `48..`, `..59`, `..`) or a list (`48,59`). */
export function parseRange(text: string, history: History): Outcome<Fleet> {
  const malformed = failure([report("malformed-range", { value: text })]);
  if (text.includes(",")) return parseList(text, history) ?? malformed;
  const ends = text.split("..").map((end) => (end === "" ? undefined : end));
  const [minVersion, maxVersion] = ends;
  const isRelease = ends.length === 1 && minVersion !== undefined;
  if (!isRelease && ends.length !== 2) return malformed;
  if (ends.some((end) => end !== undefined && parseRelease(end) === undefined)) return malformed;
  if (!isRelease) return parseFleet({ minVersion, maxVersion }, history);
  const fleet = parseFleet({ minVersion, maxVersion: minVersion }, history);
  return fleet.ok ? success(releaseFleet(fleet.value.min, history), fleet.warnings) : fleet;
}

/** The oldest and newest known release of a fleet. If the fleet has none, the newest release in the spec. */
export function listEnds(fleet: Fleet, history: History): readonly string[] {
  const known = history.releases.map(({ release }) => release);
  const newest = latestRelease(history);
  const oldest = fleet.min > baseline && fleet.min <= newest ? [fleet.min] : [];
  const inFleet = [...oldest, ...known.filter((release) => isInFleet(release, fleet))];
  const ends = [inFleet.at(0) ?? newest, inFleet.at(-1) ?? newest];
  return [...new Set(ends)].map(formatRelease);
}

/** For headings: `v48`, `48..59`, `48 and 59`. */
export const formatFleet = ({ min, label, isList }: Fleet): string =>
  isList || label.includes("..") ? label : `v${formatRelease(min)}`;

export interface History {
  /** Those that were only observed say nothing about how far the spec is known. */
  readonly releases: readonly {
    readonly release: Release;
    readonly date?: string;
    readonly isObserved?: true;
  }[];
  readonly changes: readonly Release[];
  /** Releases of another program that exist, but that no source describes. */
  readonly beyond?: { readonly from: Release; readonly to: Release; readonly of: string };
}

export const latestRelease = ({ releases }: Pick<History, "releases">): Release =>
  releases.at(-1)?.release ?? baseline;

/** The span up to the next release that changes something, or to `end` if there is none. */
export const untilChange = (release: Release, { changes }: Pick<History, "changes">, end?: Release): Spans =>
  spanBetween(release, changes.find((change) => change > release) ?? end);

/** Includes later releases that are known to exist. */
export type KnownReleases = Pick<History, "releases" | "beyond">;

type Beyond = NonNullable<KnownReleases["beyond"]>;

/** How recent a contract is: `v59.5.2, as of December 2024; v60 to v67 of the vendor's API are known to exist`. */
export function describeKnownReleases(history: KnownReleases): string {
  const known = withoutObserved(history);
  const { date } = known.releases.at(-1) ?? {};
  const latest = `v${formatRelease(latestRelease(known))}`;
  const dated = date === undefined ? latest : `${latest}, as of ${formatMonth(date)}`;
  const beyond = findBeyond(known);
  return beyond ? `${dated}; ${describeBeyond(beyond, latestRelease(known))}` : dated;
}

const withoutObserved = ({ releases, beyond }: KnownReleases): KnownReleases => ({
  releases: releases.filter(({ isObserved }) => !isObserved),
  ...(beyond && { beyond }),
});

/** Undefined once the contract has caught up. */
const findBeyond = (known: KnownReleases): Beyond | undefined =>
  known.beyond && known.beyond.to > latestRelease(known) ? known.beyond : undefined;

function describeBeyond({ from, to, of }: Beyond, latest: Release): string {
  const last = `v${formatRelease(to)}`;
  return from > latest
    ? `v${formatRelease(from)} to ${last} of ${of} are known to exist`
    : `releases of ${of} up to ${last} are known to exist`;
}

/** Formats `2024-12-12` as `December 2024`; other text is returned unchanged. */
function formatMonth(date: string): string {
  const time = Date.parse(date);
  if (Number.isNaN(time)) return date;
  return new Intl.DateTimeFormat("en", { month: "long", year: "numeric", timeZone: "UTC" }).format(time);
}

export function knownReleasesToJson(history: KnownReleases) {
  const known = withoutObserved(history);
  const beyond = findBeyond(known);
  return {
    release: formatRelease(latestRelease(known)),
    date: known.releases.at(-1)?.date ?? null,
    beyond: beyond ? { from: formatRelease(beyond.from), to: formatRelease(beyond.to), of: beyond.of } : null,
  };
}
