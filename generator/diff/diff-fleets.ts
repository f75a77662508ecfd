import { createAlbum, type Album } from "../lattice/snapshot.js";
import type { Model } from "../model/model.js";
import type { Fleet } from "../time/fleet.js";
import { byRelease, type Release } from "../time/release.js";
import { toChanges, type Dated, type Diff } from "./change.js";
import { compareSides, locatedKey } from "./compare/compare-sides.js";
import { commonEvents, createSides, type Side } from "./side.js";
import { fleetBetween, listStops, stopsIn, walkBetween, type Range } from "./way.js";

/**
 * What lies between two fleets of one spec; a fleet of one release is a release. Each change is dated by
 * walking from the one to the other, release by release, until it shows for good:
 *
 *     48..  ──  56..  ──  57..  ──  59..
 *                └ callbackUrl from here on: v56
 */
export function diffFleets(model: Model, from: Fleet, to: Fleet): Diff {
  const toSide = createSides(createAlbum(model));
  const way = walkBetween(model, from, to);
  const [start, ...rest] = way.map(({ fleet, release }) => ({ side: toSide(fleet), release }));
  const end = rest.at(-1);
  if (!start || !end) return { changes: [], events: [] };
  const onTheWay = rest.slice(0, -1).map(({ side, release }) => ({
    release,
    keys: new Set(compareSides(start.side, side).map(locatedKey)),
  }));
  const dated = compareSides(start.side, end.side).map((finding): Dated => {
    const key = locatedKey(finding);
    const lastWithout = onTheWay.findLastIndex(({ keys }) => !keys.has(key));
    return { finding, release: (onTheWay[lastWithout + 1] ?? end).release };
  });
  return {
    changes: toChanges(dated.map((entry) => withOlderDate(entry, dated, start.side))),
    events: commonEvents(start.side, end.side),
  };
}

/** Dates an answer by the event that had it first, even if a later event takes it too. */
function withOlderDate(entry: Dated, dated: readonly Dated[], { events }: Side): Dated {
  const { finding } = entry;
  if (events.has(finding.event) || finding.pointer === "") return entry;
  const { code, direction, pointer } = finding;
  const dates = dated
    .filter(
      ({ finding: other }) =>
        other.code === code && other.direction === direction && other.pointer === pointer,
    )
    .flatMap(({ release }) => release ?? []);
  return { finding, release: dates.sort(byRelease)[0] };
}

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
