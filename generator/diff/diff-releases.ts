import type { Album } from "../lattice/album.js";
import type { Release } from "../time/release.js";
import { toChanges, type Dated, type Diff } from "./changes.js";
import { compareSides } from "./compare/compare-sides.js";
import { fleetBetween, listStops, stopsIn, type Range } from "./stops.js";
import { commonEvents, createSides } from "./side.js";

/** A release and what it changed; its events are those that there were before, and still are. */
export interface ReleaseChanges extends Diff {
  readonly release: Release;
}

/** What each release brought, oldest first; releases that brought nothing are left out. */
export function diffReleases(album: Album, range: Range): readonly ReleaseChanges[] {
  const { model } = album;
  const toSide = createSides(album);
  const sides = stopsIn(listStops(model), range).map((release) =>
    toSide(fleetBetween(model, release, release)),
  );
  return sides.slice(1).flatMap((side, i) => {
    const release = side.fleet.min;
    const old = sides[i] ?? side;
    const dated = compareSides(old, side).map((finding): Dated => ({ finding, release }));
    const events = commonEvents(old, side);
    return dated.length === 0 ? [] : [{ release, changes: toChanges(dated), events }];
  });
}
