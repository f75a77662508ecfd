import type { Model } from "../model/model.js";
import { baseline, byRelease, type Release } from "../time/release.js";
import { createFleet, type Fleet } from "../time/fleet.js";

/** The two ends of a range of releases; of a list, all of them. */
export interface Range {
  readonly min: Release;
  readonly max: Release;
  readonly list?: readonly Release[];
}

export const rangeOf = ({ min, max, steps, isList }: Fleet): Range => ({
  min,
  max,
  ...(isList && { list: steps }),
});

/** Where the contract, or what is told of it, can change: whatever an annotation names is a release. */
export const momentsOf = ({ changes, releases }: Model): readonly Release[] =>
  [...new Set([...changes, ...releases.map(({ release }) => release)])].sort(byRelease);

/** The releases of a range at which something can change: its lower end, and each later moment. */
export const stopsIn = (moments: readonly Release[], { min, max, list }: Range): readonly Release[] =>
  list ?? [min, ...moments.filter((moment) => min < moment && moment <= max)];

/** A fleet that nobody asked for, on the way between two that somebody did. */
export const fleetBetween = (model: Model, min: Release, max: Release): Fleet =>
  createFleet({ min, max, label: "" }, model);

/**
 * A range to look for changes in: what came after its lower end; of a single release, what it brought itself. From one
 * release of a list to the next the way leads over all between.
 */
export function rangeSince(model: Model, { min, max }: Range): Range {
  if (min < max) return { min, max };
  const before = momentsOf(model).filter((moment) => moment < min);
  return { min: before.at(-1) ?? baseline, max };
}
