import type { Model } from "../model/model.js";
import { baseline, type Release } from "../time/release.js";
import { spansOf, type Span } from "../time/spans.js";
import { livesAt, takeSnapshot, type Snapshot } from "../lattice/snapshot.js";
import { objectsIn, type ObjectTree, type PropertyTree } from "../lattice/tree.js";
import { namesOf, type Spot } from "./spots.js";

/** From when until when something exists; undefined: from the first release on, or still. */
export interface Ends {
  readonly since: Release | undefined;
  readonly removed: Release | undefined;
}

/** When something exists, which may have gone and come again between the two ends. */
export interface Times extends Ends {
  readonly lives: readonly Span[];
}

/** Tells when any of these events has the property. */
export type History = (spots: readonly Spot[]) => Times;

/** Looks at every release once, for however many properties are asked about. */
export function createHistory(model: Model): History {
  const snapshots = [baseline, ...model.changes].map(takeSnapshot);
  const events = new Map(model.events.map((event) => [event.name, event]));
  const isThere = (spot: Spot, snapshot: Snapshot): boolean => {
    const event = events.get(spot.event);
    if (!event || !livesAt(event.life, snapshot.release)) return false;
    return propertyAt(snapshot.object(event[spot.direction]), namesOf(spot)) !== undefined;
  };
  return (spots) => {
    const held = snapshots.filter((snapshot) => spots.some((spot) => isThere(spot, snapshot)));
    return timesOf(spansOf(held.map(releaseOf), snapshots.map(releaseOf)) ?? [{}]);
  };
}

const releaseOf = ({ release }: Snapshot): Release => release;

/** The lives of something, and the ends of them all. */
export const timesOf = (lives: readonly Span[]): Times => ({
  since: lives[0]?.from,
  removed: lives.at(-1)?.until,
  lives,
});

/** The property that these names lead to, through objects and arrays of them. */
export function propertyAt(root: ObjectTree, names: readonly string[]): PropertyTree | undefined {
  const [name = "", ...rest] = names;
  const property = root.properties.get(name);
  if (!property || rest.length === 0) return property;
  return objectsIn(property.type)
    .map((object) => propertyAt(object, rest))
    .find((found) => found !== undefined);
}
