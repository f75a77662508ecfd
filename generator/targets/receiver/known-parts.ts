import type { EventModel, Model, PropertyModel } from "../../model/model.js";
import { baseline, type Release } from "../../time/release.js";
import { createAlbum, type Album } from "../../lattice/album.js";
import type { Fleet } from "../../time/fleet.js";
import { createShapes } from "../../lattice/shapes.js";
import { livesAt } from "../../lattice/snapshot.js";
import { objectsIn, type ObjectTree, type PropertyTree } from "../../lattice/tree.js";

/** What the objects of the requests hold, so that a receiver can tell what a fleet does not know. */
export interface KnownParts {
  /** The type of each event's request. */
  readonly events: Readonly<Record<string, string>>;
  readonly objects: Readonly<Record<string, KnownObject>>;
}

export interface KnownObject {
  /** Each property of the fleet, with the name of its type where that is an object, or a list of them. */
  readonly properties: Readonly<Record<string, string>>;
  /** What lies outside the fleet: the release that added it above, minus the one that removed it before, or 0: planned. */
  readonly outside?: Readonly<Record<string, number>>;
}

/** Every object that a request of the fleet may hold, but those that are open and may hold anything. */
export function knownPartsOf(model: Model, fleet: Fleet): KnownParts {
  const album = createAlbum(model);
  const shapes = createShapes({ model, album, steps: fleet.steps, direction: "request", bound: "join" });
  const finder: Finder = { changes: model.changes, fleet, album };
  const alive = model.events.filter(({ life }) => fleet.steps.some((step) => livesAt(life, step)));
  const objects = new Map<string, KnownObject>();
  const envelope = shapes.envelope();
  for (const event of alive) {
    const own = shapes.own(event);
    if (own && envelope) collect(wholeOf(event, own, envelope), finder, objects);
  }
  return {
    events: Object.fromEntries(alive.map(({ name, request }) => [name, request.title])),
    objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

interface Finder {
  readonly changes: readonly Release[];
  readonly fleet: Fleet;
  readonly album: Album;
}

const wholeOf = ({ request }: EventModel, own: ObjectTree, envelope: ObjectTree): ObjectTree => {
  const properties = new Map([...own.properties, ...envelope.properties]);
  const ordered = request.properties.flatMap(({ name }) => {
    const property = properties.get(name);
    return property ? [[name, property] as const] : [];
  });
  return { ...own, model: request, properties: new Map(ordered) };
};

function collect(
  { model, open, properties }: ObjectTree,
  finder: Finder,
  objects: Map<string, KnownObject>,
): void {
  if (objects.has(model.title) || open) return;
  const inside = [...properties.values()];
  const outside = model.properties.filter(({ name }) => !properties.has(name));
  objects.set(model.title, {
    properties: Object.fromEntries(inside.flatMap(namesOf)),
    ...(outside.length > 0 && {
      outside: Object.fromEntries(outside.map((property) => [property.name, outsideOf(property, finder)])),
    }),
  });
  for (const object of inside.flatMap(({ type }) => objectsIn(type))) collect(object, finder, objects);
}

/** A property and its older spellings. */
function namesOf({ model, type }: PropertyTree): [string, string][] {
  const [object] = objectsIn(type);
  return [model.name, ...model.legacyNames].map((name) => [name, object?.model.title ?? ""]);
}

/** What no shop of the fleet has came after all of them, went before the newest, or is only announced. */
function outsideOf(property: PropertyModel, { changes, fleet, album }: Finder): number {
  const has = (release: Release): boolean => album.at(release).has(property);
  const came = changes.find((release) => release > fleet.max && has(release));
  if (came !== undefined) return came;
  const last = [baseline, ...changes].findLast(has);
  return last === undefined ? 0 : -Number(changes.find((release) => release > last));
}
