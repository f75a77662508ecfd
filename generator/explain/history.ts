import { whenever, type Album } from "../lattice/album.js";
import type { Snapshot } from "../lattice/snapshot.js";
import { objectsIn, type ObjectTree, type PropertyTree } from "../lattice/tree.js";
import { existsAt, type Spans } from "../time/spans.js";
import { namesOf, type Spot } from "./spots.js";

/** Tells when any of these events has the property. */
export type History = (spots: readonly Spot[]) => Spans;

/** Looks through the whole history of a contract. */
export function createHistory(album: Album): History {
  const events = new Map(album.model.events.map((event) => [event.name, event]));
  const isThere = (spot: Spot, snapshot: Snapshot): boolean => {
    const event = events.get(spot.event);
    if (!event || !existsAt(event.exists, snapshot.release)) return false;
    return propertyAt(snapshot.object(event[spot.direction]), namesOf(spot)) !== undefined;
  };
  return (spots) => whenever(album.all(), (snapshot) => spots.some((spot) => isThere(spot, snapshot)));
}

/** The property that these names lead to, through objects and arrays of them. */
export function propertyAt(root: ObjectTree, names: readonly string[]): PropertyTree | undefined {
  const [name = "", ...rest] = names;
  const property = root.properties.get(name);
  if (!property || rest.length === 0) return property;
  return objectsIn(property.type)
    .map((object) => propertyAt(object, rest))
    .find((found) => found !== undefined);
}
