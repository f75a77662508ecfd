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

/** A fleet on the way from one to another. */
export interface Stop {
  readonly fleet: Fleet;
  /** The release that was crossed to come here; undefined where none was. */
  readonly release: Release | undefined;
}

/**
 * The way from one fleet to another. It moves one end after the other, so that the range is never empty. All stops but the
 * last are ranges: a list gets its gaps in the last stop, and changes that the gaps cause have no release.
 */
export function walkBetween(model: Model, from: Fleet, to: Fleet): readonly Stop[] {
  const stops = listStops(model);
  const way: Stop[] = [{ fleet: from, release: from.min }];
  const isPoint = from.min === from.max && to.min === to.max;
  const move = (min: Release, max: Release, release: Release): void => {
    way.push({ fleet: fleetBetween(model, min, max), release });
  };
  const moveMin = (max: Release): void =>
    crossings(stops, from.min, to.min).forEach(([min, release]) => move(min, isPoint ? min : max, release));
  const moveMax = (min: Release): void =>
    crossings(stops, from.max, to.max).forEach(([max, release]) => move(min, max, release));
  if (isPoint) moveMin(from.max);
  else if (to.min <= from.max) {
    moveMin(from.max);
    moveMax(to.min);
  } else {
    moveMax(from.min);
    moveMin(to.max);
  }
  if (from.isList || to.isList) way.push({ fleet: to, release: undefined });
  return way;
}

/** The releases to stop at on the way from one to another, each with the release that was crossed. */
function crossings(stops: readonly Release[], from: Release, to: Release): (readonly [Release, Release])[] {
  if (from === to) return [];
  const [low, high] = from < to ? [from, to] : [to, from];
  const between = [low, ...stops.filter((stop) => low < stop && stop < high), high];
  const way = from < to ? between : between.reverse();
  return way.slice(1).map((stop, i) => [stop, Math.max(stop, way[i] ?? stop) as Release] as const);
}
