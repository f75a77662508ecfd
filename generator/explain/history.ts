import { whenever, type Album } from "../lattice/album.js";
import type { Snapshot } from "../lattice/snapshot.js";
import { objectsIn, type ObjectTree, type PropertyTree } from "../lattice/tree.js";
import { existsAt, type Spans } from "../time/spans.js";
import { listNames, type EventProperty } from "./event-properties.js";

/** Tells when any of these events has the property. */
export type History = (properties: readonly EventProperty[]) => Spans;

/** Looks through the whole history of a contract. */
export function createHistory(album: Album): History {
  const events = new Map(album.model.events.map((event) => [event.name, event]));
  const isThere = (property: EventProperty, snapshot: Snapshot): boolean => {
    const event = events.get(property.event);
    if (!event || !existsAt(event.exists, snapshot.release)) return false;
    return propertyAt(snapshot.object(event[property.direction]), listNames(property)) !== undefined;
  };
  return (properties) =>
    whenever(album.all(), (snapshot) => properties.some((property) => isThere(property, snapshot)));
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
