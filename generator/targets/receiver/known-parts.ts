import type { Model, PropertyModel } from "../../model/model.js";
import { existsInSome, goneIn } from "../../time/spans.js";
import { createAlbum, type Album } from "../../lattice/album.js";
import type { Fleet } from "../../time/fleet.js";
import { createShapes } from "../../lattice/shapes.js";
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
  const shapes = createShapes({ album, releases: fleet.releases, direction: "request", bound: "join" });
  const known = model.events.filter(({ exists }) => existsInSome(exists, fleet.releases));
  const objects = new Map<string, KnownObject>();
  for (const event of known) {
    const body = shapes.body(event);
    if (body) collect(body, { fleet, album }, objects);
  }
  return {
    events: Object.fromEntries(known.map(({ name, request }) => [name, request.title])),
    objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

interface Finder {
  readonly fleet: Fleet;
  readonly album: Album;
}

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
function outsideOf(property: PropertyModel, { fleet, album }: Finder): number {
  const exists = album.existence(property);
  const came = exists.find(({ from }) => from !== undefined && from > fleet.max)?.from;
  return came ?? (exists.length === 0 ? 0 : -Number(goneIn(exists)));
}
