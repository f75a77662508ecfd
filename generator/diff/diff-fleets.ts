import { createSnapshots, type Snapshots } from "../lattice/snapshot.js";
import type { Model } from "../model/model.js";
import { releaseFleet, type Fleet } from "../time/fleet.js";
import { byRelease, type Release } from "../time/release.js";
import { toChanges, type Dated, type Diff } from "./change.js";
import { commonEvents, compareSides, createSide, locatedKey, type Side } from "./compare/compare-sides.js";
import { listStops, walkBetween, type Range } from "./way.js";

/**
 * What lies between two fleets of one spec; a fleet of one release is a release. Each change is dated by
 * walking from the one to the other, release by release, until it shows for good:
 *
 *     48..  ──  56..  ──  57..  ──  59..
 *                └ callbackUrl from here on: v56
 */
export function diffFleets(model: Model, from: Fleet, to: Fleet): Diff {
  const snapshots = createSnapshots(model);
  const [start, end] = [createSide(from, snapshots), createSide(to, snapshots)];
  const stops = walkBetween(model, from, to).map(({ fleet, release }) => ({
    release,
    findings: new Map(
      compareSides(start, createSide(fleet, snapshots)).map((finding) => [locatedKey(finding), finding]),
    ),
  }));
  const dated = [...(stops.at(-1)?.findings ?? [])].map(([key, finding]): Dated => {
    const lastWithout = stops.findLastIndex(({ findings }) => !findings.has(key));
    return { ...finding, release: stops[lastWithout + 1]?.release };
  });
  return {
    changes: toChanges(dated.map((finding) => withOlderDate(finding, dated, start))),
    events: commonEvents(start, end),
  };
}

/** Dates an answer by the event that had it first, even if a later event takes it too. */
function withOlderDate(finding: Dated, dated: readonly Dated[], { events }: Side): Dated {
  const { code, direction, pointer, event } = finding;
  if (events.has(event) || pointer === "") return finding;
  const same = dated.filter(
    (other) => other.code === code && other.direction === direction && other.pointer === pointer,
  );
  const [release] = same.flatMap((other) => other.release ?? []).sort(byRelease);
  return { ...finding, release };
}

/** A release and what it changed; its events are those that there were before, and still are. */
export interface ReleaseChanges extends Diff {
  readonly release: Release;
}

/** What each release brought, oldest first; releases that brought nothing are left out. */
export function diffReleases(snapshots: Snapshots, range: Range): readonly ReleaseChanges[] {
  const stops = listStops(range, snapshots.model);
  const sides = stops.map((release) => createSide(releaseFleet(release, snapshots.model), snapshots));
  return sides.slice(1).flatMap((side, i) => {
    const old = sides[i] ?? side;
    const release = side.fleet.min;
    const changes = toChanges(compareSides(old, side).map((finding) => ({ ...finding, release })));
    return changes.length === 0 ? [] : [{ release, changes, events: commonEvents(old, side) }];
  });
}
