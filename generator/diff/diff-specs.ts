import { createAlbum } from "../lattice/album.js";
import type { Model } from "../model/model.js";
import { ascending, baseline, type Release } from "../time/release.js";
import { toChanges, type Dated, type Diff } from "./changes.js";
import { compareSides, locatedKey } from "./compare/compare-sides.js";
import { fleetBetween, listStops, stopsIn, type Range } from "./stops.js";
import { commonEvents, createSides, type Side } from "./side.js";

const everything: Range = { min: baseline, max: Infinity as Release };

/**
 * What differs between two states of the spec, at the releases of a range (all of them, if none is given). A
 * change is dated by the first release at which it shows; one as old as the event it is in has no date.
 */
export function diffSpecs(old: Model, now: Model, range = everything): Diff {
  const stops = ascending([...listStops(old), ...listStops(now)]);
  const [oldSide, nowSide] = [createSides(createAlbum(old)), createSides(createAlbum(now))];
  const dated = new Map<string, Dated>();
  const events = new Set<string>();
  for (const release of stopsIn(stops, range)) {
    const sides = [
      oldSide(fleetBetween(old, release, release)),
      nowSide(fleetBetween(now, release, release)),
    ] as const;
    for (const finding of compareSides(...sides)) {
      const key = locatedKey(finding);
      const isOld = release === range.min || isNewcomer(finding.event, sides, events);
      if (!dated.has(key)) dated.set(key, { finding, release: isOld ? undefined : release });
    }
    commonEvents(...sides).forEach((name) => events.add(name));
  }
  return { changes: toChanges([...dated.values()]), events: [...events].sort() };
}

/** Whether both sides have the event for the first time. */
const isNewcomer = (event: string, sides: readonly Side[], before: ReadonlySet<string>): boolean =>
  !before.has(event) && sides.every(({ events }) => events.has(event));
