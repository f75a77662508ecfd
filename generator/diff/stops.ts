import type { Model } from "../model/model.js";
import { createFleet, type Fleet } from "../time/fleet.js";
import { ascending, baseline, type Release } from "../time/release.js";

/** The two ends of a range of releases; of a list, all of them. */
export interface Range {
  readonly min: Release;
  readonly max: Release;
  readonly list?: readonly Release[];
}

export const toRange = ({ min, max, releases, isList }: Fleet): Range => ({
  min,
  max,
  ...(isList && { list: releases }),
});

/** All releases at which the contract or its prose can change. */
export const listStops = ({ changes, releases }: Model): readonly Release[] =>
  ascending([...changes, ...releases.map(({ release }) => release)]);

/** The stops in a range: its lower end, and each later one. */
export const stopsIn = (stops: readonly Release[], { min, max, list }: Range): readonly Release[] =>
  list ?? [min, ...stops.filter((stop) => min < stop && stop <= max)];

/** A fleet on the way between two that the user named. */
export const fleetBetween = (model: Model, min: Release, max: Release): Fleet =>
  createFleet({ min, max, label: "" }, model);

/**
 * A range to look for changes in: what came after its lower end; of a single release, what it brought itself. From one
 * release of a list to the next the way leads over all between.
 */
export function rangeSince(model: Model, { min, max }: Range): Range {
  if (min < max) return { min, max };
  const before = listStops(model).filter((stop) => stop < min);
  return { min: before.at(-1) ?? baseline, max };
}
