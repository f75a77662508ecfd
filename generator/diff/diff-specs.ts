import { createSnapshots } from "../lattice/snapshot.js";
import type { Model } from "../model/model.js";
import { releaseFleet, type Fleet } from "../time/fleet.js";
import { baseline, type Release } from "../time/release.js";
import { getMeaning, toChanges, type Dated, type Diff, type Located } from "./change.js";
import { commonEvents, compareSides, createSide, locatedKey } from "./compare/compare-sides.js";
import { isAtLeast, type Verdict } from "./kinds/kind.js";
import { listStops, moveEnd, type Range } from "./way.js";

const everything: Range = { min: baseline, max: Infinity as Release };

/**
 * What differs between two states of the spec, at the releases of a range (all of them, if none is given), and then for the
 * fleets that begin at one of these. A change is dated by the first release at which it shows; one as old as the event it is
 * in has no date.
 *
 * A fleet can lose what no release loses. If an event is dated earlier, the shops of `10..` may no longer be sent what its
 * answer has since 30:
 *
 *     the event is    since 30                    since 20
 *     at 20           no event                    an event that takes no y
 *     at 30           an event that takes y       an event that takes y
 *     in 10..         all that have it take y     some that have it take no y
 */
export function diffSpecs(old: Model, now: Model, range = everything): Diff {
  const [oldSnapshots, nowSnapshots] = [createSnapshots(old), createSnapshots(now)];
  const toSides = (choose: (model: Model) => Fleet) =>
    [createSide(choose(old), oldSnapshots), createSide(choose(now), nowSnapshots)] as const;
  const toDate = (release: Release) => (release === range.min ? undefined : release);
  const stops = listStops(range, old, now);
  const dated = new Map<string, Dated>();
  const events = new Set<string>();
  let last = -Infinity;
  for (const at of stops) {
    const sides = toSides((model) => releaseFleet(at, model));
    const common = commonEvents(...sides);
    for (const finding of compareSides(...sides)) {
      // Both sides have the event for the first time.
      const isNewcomer = common.includes(finding.event) && !events.has(finding.event);
      const key = locatedKey(finding);
      if (!dated.has(key)) dated.set(key, { ...finding, release: isNewcomer ? undefined : toDate(at) });
      if (getVerdict(finding) !== "docs") last = at;
    }
    common.forEach((name) => events.add(name));
  }
  // A fleet differs only if a release in it does, in more than words.
  for (const from of stops.filter((release) => release <= last)) {
    const sides = toSides((model) => moveEnd("min", from, range, model));
    for (const finding of compareSides(...sides))
      if (!isTold(finding, [...dated.values()]))
        dated.set(locatedKey(finding), { ...finding, release: toDate(from) });
  }
  return { changes: toChanges([...dated.values()]), events: [...events].sort() };
}

/**
 * Whether a finding in a fleet is no news: at its place something as grave is known already, or what holds it breaks. What
 * is safe is told of releases only.
 */
function isTold(finding: Located, known: readonly Located[]): boolean {
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

const getVerdict = ({ code, direction }: Located): Verdict => getMeaning(code, direction)?.[0] ?? "docs";
