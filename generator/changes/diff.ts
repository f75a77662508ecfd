import { createSnapshots, type Snapshots } from "../contract/lattice/snapshot.js";
import type { Model } from "../contract/model/model.js";
import { listReachable } from "../contract/model/paths.js";
import { type Fleet, releaseFleet } from "../base/time/fleet.js";
import { baseline, byRelease, type Release } from "../base/time/release.js";
import { type DatedFinding, type Diff, type EventFinding, toChanges } from "./change.js";
import {
  listCommonEvents,
  compareSides,
  createSide,
  toFindingKey,
  type ContractSide,
} from "./compare-sides.js";
import { listReleasesToCompare, moveEnd, type ReleaseRange, listFleetsBetween } from "./release-range.js";
import { getMeaning, isAtLeast, type ChangeVerdict } from "./kinds.js";

/**
 * What lies between two fleets of one spec; a fleet of one release is a release. Each change is dated by
 * walking from the one to the other, release by release, until it shows for good:
 *
 *     48..  ──  56..  ──  57..  ──  59..
 *                └ callbackUrl from here on: v56
 */
export function diffFleets(model: Model, from: Fleet, to: Fleet): Diff {
  const snapshots = createSnapshots(model);
  const [start, end] = [createSide(from, snapshots), createSide(to, snapshots)];
  const steps = listFleetsBetween(model, from, to).map(({ fleet, release }) => ({
    release,
    findings: new Map(
      compareSides(start, createSide(fleet, snapshots)).map((finding) => [toFindingKey(finding), finding]),
    ),
  }));
  const dated = [...(steps.at(-1)?.findings ?? [])].map(([key, finding]): DatedFinding => {
    const lastWithout = steps.findLastIndex(({ findings }) => !findings.has(key));
    return { ...finding, release: steps[lastWithout + 1]?.release };
  });
  return {
    changes: toChanges(dated.map((finding) => withOlderDate(finding, dated, start))),
    events: listCommonEvents(start, end),
  };
}

/** Dates an answer by the event that had it first, even if a later event takes it too. */
function withOlderDate(
  finding: DatedFinding,
  dated: readonly DatedFinding[],
  { events }: ContractSide,
): DatedFinding {
  const { code, direction, pointer, event } = finding;
  if (events.has(event) || pointer === "") return finding;
  const same = dated.filter(
    (other) => other.code === code && other.direction === direction && other.pointer === pointer,
  );
  const [release] = same.flatMap((other) => other.release ?? []).sort(byRelease);
  return { ...finding, release };
}

/** A release and what it changed; its events are those that there were before, and still are. */
export interface ReleaseChanges extends Diff {
  readonly release: Release;
}

/** What each release brought, oldest first; releases that brought nothing are left out. */
export function diffReleases(snapshots: Snapshots, range: ReleaseRange): readonly ReleaseChanges[] {
  const releases = listReleasesToCompare(range, snapshots.model);
  const sides = releases.map((release) => createSide(releaseFleet(release, snapshots.model), snapshots));
  return sides.slice(1).flatMap((side, i) => {
    const old = sides[i] ?? side;
    const release = side.fleet.min;
    const changes = toChanges(compareSides(old, side).map((finding) => ({ ...finding, release })));
    return changes.length === 0 ? [] : [{ release, changes, events: listCommonEvents(old, side) }];
  });
}

const allReleases: ReleaseRange = { min: baseline, max: Infinity as Release };

/**
 * What differs between two states of the spec, at the releases of a range (all of them, if none is given), and then for the
 * fleets that begin at one of these. A change is dated by the first release at which it shows; one as old as the event it is
 * in has no date, and neither has the end of something of which the new state says nothing at any release.
 *
 * A fleet can lose what no release loses, one with an end too, which is seen where no range is given. If an event is dated
 * earlier, the shops of `10..` may no longer be sent what its answer has since 30:
 *
 *     the event is    since 30                    since 20
 *     at 20           no event                    an event that takes no y
 *     at 30           an event that takes y       an event that takes y
 *     in 10..         all that have it take y     some that have it take no y
 */
export function diffSpecs(old: Model, now: Model, requested?: ReleaseRange): Diff {
  const range = requested ?? allReleases;
  const [oldSnapshots, nowSnapshots] = [createSnapshots(old), createSnapshots(now)];
  const toSides = (choose: (model: Model) => Fleet) =>
    [createSide(choose(old), oldSnapshots), createSide(choose(now), nowSnapshots)] as const;
  const toDate = (release: Release) => (release === range.min ? undefined : release);
  const releases = listReleasesToCompare(range, old, now);
  const dated = new Map<string, DatedFinding>();
  const events = new Set<string>();
  const seen: (readonly [ContractSide, ContractSide])[] = [];
  const differing: Release[] = [];
  for (const at of releases) {
    const sides = toSides((model) => releaseFleet(at, model));
    const common = listCommonEvents(...sides);
    seen.push(sides);
    const found = compareSides(...sides);
    if (found.some((finding) => getVerdict(finding) !== "docs")) differing.push(at);
    for (const finding of found) {
      // Both sides have the event for the first time.
      const isNew = common.includes(finding.event) && !events.has(finding.event);
      const key = toFindingKey(finding);
      if (!dated.has(key)) dated.set(key, { ...finding, release: isNew ? undefined : toDate(at) });
    }
    common.forEach((name) => events.add(name));
  }
  for (const [key, finding] of listUnreportedEnds([...dated], seen))
    dated.set(key, { ...finding, release: undefined });
  // A fleet differs only if a release in it does, in more than words.
  const ranges = listRanges(releases, differing, range.max);
  const gained = requested ? [] : listGained(releases, oldSnapshots, nowSnapshots);
  const closed = releases.flatMap((to) => listRanges(releases, gained, to));
  for (const [from, to] of [...ranges, ...closed]) {
    const sides = toSides((model) => moveEnd("min", from, { ...range, max: to }, model));
    for (const finding of compareSides(...sides))
      if (!isCovered(finding, [...dated.values()]))
        dated.set(toFindingKey(finding), { ...finding, release: toDate(from) });
  }
  return { changes: toChanges([...dated.values()]), events: [...events].sort() };
}

/** The ranges up to a release that have one of these releases. */
const listRanges = (releases: readonly Release[], some: readonly Release[], to: Release) =>
  releases
    .filter((from) => some.some((release) => from <= release && release <= to))
    .map((from) => [from, to] as const);

/** The releases at which the new state has an event or an object that the old one has at others only. */
function listGained(all: readonly Release[], old: Snapshots, now: Snapshots): readonly Release[] {
  const listLives = ({ model, holds }: Snapshots) =>
    new Map(listReachable(model).objects.map((part) => [part.title, all.filter((at) => holds(part, at))]));
  const lives = listLives(old);
  const gained = [...listLives(now)].flatMap(([title, releases]) => {
    const known = lives.get(title) ?? [];
    return known.length === 0 ? [] : releases.filter((release) => !known.includes(release));
  });
  return [...new Set(gained)];
}

/** The ends of what began in the same release in the old state, alone or with what holds it, and of which the new one says nothing. */
function listUnreportedEnds(
  dated: readonly (readonly [string, DatedFinding])[],
  sides: readonly (readonly [old: ContractSide, now: ContractSide])[],
) {
  const ends = dated.filter(([, { code }]) => code.endsWith("-removed"));
  if (ends.length === 0) return [];
  const begins = new Set(
    walkSides(sides.map(([old]) => old))
      .filter(({ code }) => /-(?:added|allowed)$/.test(code))
      .map((begin) => toSubjectKey(begin, begin.release)),
  );
  const known = new Set(walkSides(sides.map(([, now]) => now)).map((finding) => toSubjectKey(finding)));
  return ends.filter(([, end]) => {
    const names = end.pointer.split("/");
    const holders = names.map((_, i) => ({ ...end, pointer: names.slice(0, i + 1).join("/"), detail: "" }));
    const isBegin = (part: EventFinding): boolean => begins.has(toSubjectKey(part, end.release));
    return !known.has(toSubjectKey(end)) && [end, ...holders].some(isBegin);
  });
}

/** What changes from each of the sides of one state to the next one. */
const walkSides = (sides: readonly ContractSide[]): DatedFinding[] =>
  sides.flatMap((side, i) =>
    compareSides(sides[i - 1] ?? side, side).map((finding) => ({ ...finding, release: side.fleet.min })),
  );

/** Equal for findings about the same, whatever they say of it; and of one release, if that is given. */
const toSubjectKey = ({ event, direction, pointer, detail }: EventFinding, release?: Release): string =>
  JSON.stringify([event, direction, pointer, detail, release]);

/**
 * Whether a finding in a fleet is no news: at its place something as grave is known already, or what holds it breaks. What
 * is safe is told of releases only.
 */
function isCovered(finding: EventFinding, known: readonly EventFinding[]): boolean {
  const verdict = getVerdict(finding);
  if (!isAtLeast(verdict, "handle")) return true;
  return known.some(
    (other) =>
      other.event === finding.event &&
      (other.direction === finding.direction || other.pointer === "") &&
      (other.pointer === finding.pointer
        ? isAtLeast(getVerdict(other), verdict)
        : `${finding.pointer}/`.startsWith(`${other.pointer}/`) && getVerdict(other) === "breaking"),
  );
}

const getVerdict = ({ code, direction }: EventFinding): ChangeVerdict =>
  getMeaning(code, direction)?.[0] ?? "docs";
