import type { Album } from "../lattice/album.js";
import type { Release } from "../time/release.js";
import type { Change } from "./change.js";
import { toChanges, type Dated } from "./changes.js";
import { compareSides } from "./compare/compare-sides.js";
import { fleetBetween, listStops, stopsIn, type Range } from "./stops.js";
import { createSides } from "./side.js";

/** A release and what it changed. */
export interface ReleaseChanges {
  readonly release: Release;
  readonly changes: readonly Change[];
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
    const dated = compareSides(sides[i] ?? side, side).map((finding): Dated => ({ finding, release }));
    return dated.length === 0 ? [] : [{ release, changes: toChanges(dated) }];
  });
}
