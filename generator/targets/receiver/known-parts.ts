import type {
  KnownObject,
  KnownParts,
  OutsideFleet,
} from "../../../templates/receiver/version/known-parts.js";
import type { Album } from "../../lattice/album.js";
import { createShapes } from "../../lattice/shapes.js";
import { objectsIn, type ObjectTree, type PropertyTree } from "../../lattice/tree.js";
import type { PropertyModel } from "../../model/model.js";
import type { Fleet } from "../../time/fleet.js";
import { existsInSome, goneIn } from "../../time/spans.js";

/** Collects the properties of every closed object that a request of the fleet may have. */
export function collectKnownParts(album: Album, fleet: Fleet): KnownParts {
  const shapes = createShapes({ album, releases: fleet.releases, direction: "request", bound: "join" });
  const events = album.model.events.filter(({ exists }) => existsInSome(exists, fleet.releases));
  const objects = new Map<string, KnownObject>();
  for (const event of events) {
    const body = shapes.body(event);
    if (body) collect(body, { fleet, album }, objects);
  }
  return {
    events: Object.fromEntries(events.map(({ name, request }) => [name, request.title])),
    objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

interface History {
  readonly fleet: Fleet;
  readonly album: Album;
}

function collect(
  { model, open, properties }: ObjectTree,
  history: History,
  objects: Map<string, KnownObject>,
): void {
  if (objects.has(model.title) || open) return;
  const inside = [...properties.values()];
  const outside = model.properties
    .filter(({ name }) => !properties.has(name))
    .flatMap((property): [string, OutsideFleet][] => {
      const found = findOutside(property, history);
      return found ? [[property.name, found]] : [];
    });
  objects.set(model.title, {
    properties: Object.fromEntries(inside.flatMap(listSpellings)),
    ...(outside.length > 0 && {
      outside: Object.fromEntries(outside),
    }),
  });
  for (const object of inside.flatMap(({ type }) => objectsIn(type))) collect(object, history, objects);
}

/** The names of a property, legacy names included, each with the name of its type. */
function listSpellings({ model, type }: PropertyTree): [string, string][] {
  const [object] = objectsIn(type);
  return [model.name, ...model.legacyNames].map((name) => [name, object?.model.title ?? ""]);
}

/**
 * When a property exists that the fleet does not have: it came after the fleet, or went before it; or why none has it.
 * Undefined: no value ever fitted it.
 */
function findOutside(property: PropertyModel, { fleet, album }: History): OutsideFleet | undefined {
  if (property.aside)
    return property.aside.kind === "seen" ? { seen: property.aside.where } : { planned: true };
  const exists = album.existence(property);
  const since = exists.find(({ from }) => from !== undefined && from > fleet.max)?.from;
  if (since !== undefined) return { since };
  const until = goneIn(exists);
  return until === undefined ? undefined : { until };
}
