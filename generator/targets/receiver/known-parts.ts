import type {
  KnownObject,
  KnownParts,
  OutsideFleet,
} from "../../../templates/receiver/version/known-parts.js";
import { createAlbum, type Album } from "../../lattice/album.js";
import { createShapes } from "../../lattice/shapes.js";
import { livesAt } from "../../lattice/snapshot.js";
import { objectsIn, type ObjectTree, type PropertyTree } from "../../lattice/tree.js";
import type { EventModel, Model, PropertyModel } from "../../model/model.js";
import type { Fleet } from "../../time/fleet.js";
import { baseline, type Release } from "../../time/release.js";

/** Collects the properties of every closed object that a request of the fleet may have. */
export function collectKnownParts(model: Model, fleet: Fleet): KnownParts {
  const album = createAlbum(model);
  const shapes = createShapes({ model, album, steps: fleet.steps, direction: "request", bound: "join" });
  const history: History = { changes: model.changes, fleet, album };
  const events = model.events.filter(({ life }) => fleet.steps.some((step) => livesAt(life, step)));
  const objects = new Map<string, KnownObject>();
  const envelope = shapes.envelope();
  for (const event of events) {
    const own = shapes.own(event);
    if (own && envelope) collect(joinEnvelope(event, own, envelope), history, objects);
  }
  return {
    events: Object.fromEntries(events.map(({ name, request }) => [name, request.title])),
    objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

interface History {
  readonly changes: readonly Release[];
  readonly fleet: Fleet;
  readonly album: Album;
}

/** The whole request of an event: its own properties and those of the envelope, in the order of the spec. */
const joinEnvelope = ({ request }: EventModel, own: ObjectTree, envelope: ObjectTree): ObjectTree => {
  const properties = new Map([...own.properties, ...envelope.properties]);
  const ordered = request.properties.flatMap(({ name }) => {
    const property = properties.get(name);
    return property ? [[name, property] as const] : [];
  });
  return { ...own, model: request, properties: new Map(ordered) };
};

function collect(
  { model, open, properties }: ObjectTree,
  history: History,
  objects: Map<string, KnownObject>,
): void {
  if (objects.has(model.title) || open) return;
  const inside = [...properties.values()];
  const outside = model.properties.filter(({ name }) => !properties.has(name));
  objects.set(model.title, {
    properties: Object.fromEntries(inside.flatMap(listSpellings)),
    ...(outside.length > 0 && {
      outside: Object.fromEntries(outside.map((property) => [property.name, findOutside(property, history)])),
    }),
  });
  for (const object of inside.flatMap(({ type }) => objectsIn(type))) collect(object, history, objects);
}

/** The names of a property, legacy names included, each with the name of its type. */
function listSpellings({ model, type }: PropertyTree): [string, string][] {
  const [object] = objectsIn(type);
  return [model.name, ...model.legacyNames].map((name) => [name, object?.model.title ?? ""]);
}

/** When a property exists that the fleet does not have: it came after the fleet, went before it, or is only announced. */
function findOutside(property: PropertyModel, { changes, fleet, album }: History): OutsideFleet {
  const has = (release: Release): boolean => album.at(release).has(property);
  const since = changes.find((release) => release > fleet.max && has(release));
  if (since !== undefined) return { since };
  const last = [baseline, ...changes].findLast(has);
  const until = last === undefined ? undefined : changes.find((release) => release > last);
  return until === undefined ? { planned: true } : { until };
}
