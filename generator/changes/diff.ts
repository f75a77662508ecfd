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
 * The changes between two fleets of one spec; a fleet of one release stands for that release. To date a change, this
 * walks from one fleet to the other, release by release, until the change appears and stays:
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

/** Dates an answer by the first event that had it, even if a later event also accepts it. */
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

/** The changes of one release. Its events are those that existed before and still exist. */
export interface ReleaseChanges extends Diff {
  readonly release: Release;
}

/** Oldest first, without releases that changed nothing. */
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
 * The changes between two states of the spec: first at each release of a range (default: all), then for the fleets
 * that begin at one of these releases. A change is dated by the first release that shows it. A change has no date if
 * it is as old as its event, or if it removes something that the new state does not mention at any release.
 *
 * A fleet can lose something that no single release loses. This also happens to fleets with an upper end, which are
 * compared if no range is given. In this example, the event's date moves from 30 to 20. Its answer has had `y` since
 * 30, but an answer to the shops of `10..` can no longer contain `y`:
 *
 *     the event is    added in 30                 added in 20
 *     at 20           no event                    an event that accepts no y
 *     at 30           an event that accepts y     an event that accepts y
 *     in 10..         all that have it accept y   some that have it accept no y
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
      // This is the first release in which both sides have the event.
      const isNew = common.includes(finding.event) && !events.has(finding.event);
      const key = toFindingKey(finding);
      if (!dated.has(key)) dated.set(key, { ...finding, release: isNew ? undefined : toDate(at) });
    }
    common.forEach((name) => events.add(name));
  }
  for (const [key, finding] of listUnreportedEnds([...dated], seen))
    dated.set(key, { ...finding, release: undefined });
  // A fleet differs only if a release in it differs in more than documentation.
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

const listRanges = (releases: readonly Release[], some: readonly Release[], to: Release) =>
  releases
    .filter((from) => some.some((release) => from <= release && release <= to))
    .map((from) => [from, to] as const);

/** The releases in which the new state has an event or object that the old state has only in other releases. */
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

/**
 * Removals that the new state does not mention, of parts that the old state added in the same release, alone or with
 * their parent.
 */
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

const walkSides = (sides: readonly ContractSide[]): DatedFinding[] =>
  sides.flatMap((side, i) =>
    compareSides(sides[i - 1] ?? side, side).map((finding) => ({ ...finding, release: side.fleet.min })),
  );

/** The key shared by findings about one subject and, if given, one release. */
const toSubjectKey = ({ event, direction, pointer, detail }: EventFinding, release?: Release): string =>
  JSON.stringify([event, direction, pointer, detail, release]);

/**
 * True if a finding in a fleet adds nothing: its place already has an equally grave finding, or its parent breaks.
 * Safe changes are reported for releases only.
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
