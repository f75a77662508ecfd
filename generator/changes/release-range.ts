import type { Model } from "../contract/model/model.js";
import { createFleet, listFleet, type Fleet } from "../base/time/fleet.js";
import { sortReleases, baseline, type Release } from "../base/time/release.js";

/** A range or list of releases. Each fleet is one. */
export type ReleaseRange = Pick<Fleet, "min" | "max"> & Partial<Pick<Fleet, "isList" | "releases">>;

/**
 * For a range: its lower end, and each later release in it that may change these contracts or their text. For a
 * list: its releases.
 */
export function listReleasesToCompare(
  { min, max, isList, releases = [] }: ReleaseRange,
  ...models: readonly Model[]
) {
  if (isList) return releases;
  const all = models.flatMap((model) => [...model.changes, ...model.releases.map(({ release }) => release)]);
  return sortReleases([min, ...all.filter((stop) => min < stop && stop <= max)]);
}

const fleetBetween = (model: Model, min: Release, max: Release): Fleet =>
  createFleet({ min, max, label: "" }, model);

export function moveEnd(end: "min" | "max", release: Release, range: ReleaseRange, model: Model): Fleet {
  const { min, max } = end === "min" ? { ...range, min: release } : { ...range, max: release };
  if (!range.isList) return fleetBetween(model, min, Math.max(min, max) as Release);
  const others = (range.releases ?? []).filter((each) => min <= each && each <= max);
  return listFleet([release, ...others], model);
}

/**
 * The range in which to look for changes: everything after its lower end, or the single release itself. A list is
 * compared from its first to its last release, including all releases in between.
 */
export function rangeSince(model: Model, { min, max }: ReleaseRange): ReleaseRange {
  if (min < max) return { min, max };
  const releases = listReleasesToCompare({ min: baseline, max: min }, model);
  return { min: releases.findLast((each) => each < min) ?? baseline, max };
}

/**
 * The fleets on the way from one fleet to another, without the first, each with the release that was crossed.
 * First one end moves and then the other, so that no range is empty. Only the last fleet may be a list, so changes
 * caused by the gaps of a list have no release.
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

function listCrossings(model: Model, from: Release, to: Release) {
  const [low, high] = from < to ? [from, to] : [to, from];
  const releases = sortReleases([...listReleasesToCompare({ min: low, max: high }, model), high]);
  const ends = from < to ? releases : releases.toReversed();
  return ends.slice(1).map((end, i) => ({ end, release: Math.max(end, ends[i] ?? end) as Release }));
}
