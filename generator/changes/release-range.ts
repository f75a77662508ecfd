import type { Model } from "../contract/model/model.js";
import { createFleet, listFleet, type Fleet } from "../base/time/fleet.js";
import { sortReleases, baseline, type Release } from "../base/time/release.js";

/** A range of releases, or a list; each fleet is one. */
export type ReleaseRange = Pick<Fleet, "min" | "max"> & Partial<Pick<Fleet, "isList" | "releases">>;

/** A range's lower end, and each later release in it at which these contracts or their prose can change; or the list. */
export function listReleasesToCompare(
  { min, max, isList, releases = [] }: ReleaseRange,
  ...models: readonly Model[]
) {
  if (isList) return releases;
  const all = models.flatMap((model) => [...model.changes, ...model.releases.map(({ release }) => release)]);
  return sortReleases([min, ...all.filter((stop) => min < stop && stop <= max)]);
}

/** A fleet between two that the user named. */
const fleetBetween = (model: Model, min: Release, max: Release): Fleet =>
  createFleet({ min, max, label: "" }, model);

/** The fleet of a range that begins, or ends, at another release. */
export function moveEnd(end: "min" | "max", release: Release, range: ReleaseRange, model: Model): Fleet {
  const { min, max } = end === "min" ? { ...range, min: release } : { ...range, max: release };
  if (!range.isList) return fleetBetween(model, min, Math.max(min, max) as Release);
  const others = (range.releases ?? []).filter((each) => min <= each && each <= max);
  return listFleet([release, ...others], model);
}

/**
 * A range to look for changes in: what came after its lower end; of a single release, what it brought itself. From one
 * release of a list to the next the way leads over all between.
 */
export function rangeSince(model: Model, { min, max }: ReleaseRange): ReleaseRange {
  if (min < max) return { min, max };
  const releases = listReleasesToCompare({ min: baseline, max: min }, model);
  return { min: releases.findLast((each) => each < min) ?? baseline, max };
}

/**
 * The way from one fleet to another, without the first: fleets, each with the release that was crossed to come there. The
 * way moves one end after the other, so that the range is never empty. All fleets but the last are ranges: a list gets its
 * gaps in the last one, and changes that the gaps cause have no release.
 */
export function listFleetsBetween(model: Model, from: Fleet, to: Fleet) {
  const mins = listCrossings(model, from.min, to.min);
  const maxes = listCrossings(model, from.max, to.max);
  const moveMin = (max: Release) =>
    mins.map(({ end, release }) => ({ fleet: fleetBetween(model, end, max), release }));
  const moveMax = (min: Release) =>
    maxes.map(({ end, release }) => ({ fleet: fleetBetween(model, min, end), release }));
  if (from.min === from.max && to.min === to.max)
    return mins.map(({ end, release }) => ({ fleet: fleetBetween(model, end, end), release }));
  const ranges =
    to.min <= from.max
      ? [...moveMin(from.max), ...moveMax(to.min)]
      : [...moveMax(from.min), ...moveMin(to.max)];
  return from.isList || to.isList ? [...ranges, { fleet: to, release: undefined }] : ranges;
}

/** The ends that a range has on the way from one release to another, each with the release that was crossed. */
function listCrossings(model: Model, from: Release, to: Release) {
  const [low, high] = from < to ? [from, to] : [to, from];
  const releases = sortReleases([...listReleasesToCompare({ min: low, max: high }, model), high]);
  const ends = from < to ? releases : releases.toReversed();
  return ends.slice(1).map((end, i) => ({ end, release: Math.max(end, ends[i] ?? end) as Release }));
}
