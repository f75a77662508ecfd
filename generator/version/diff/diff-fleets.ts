import type { Model } from "../../model/model.js";
import type { Fleet } from "../fleet.js";
import { toChanges, type Dated, type Diff } from "./changes.js";
import { compareSides, locatedKey } from "./compare-sides.js";
import { commonEvents, createSides } from "./side.js";
import { walkBetween } from "./walk.js";

/**
 * What lies between two fleets of one spec; a fleet of one release is a release. Each change is dated by
 * walking from the one to the other, release by release, until it shows for good:
 *
 *     48..  ──  56..  ──  57..  ──  59..
 *                └ callbackUrl from here on: v56
 */
export function diffFleets(model: Model, from: Fleet, to: Fleet): Diff {
  const sideOf = createSides(model);
  const stations = walkBetween(model, from, to);
  const [start, ...rest] = stations.map(({ fleet, release }) => ({ side: sideOf(fleet), release }));
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
  return { changes: toChanges(dated), events: commonEvents(start.side, end.side) };
}
