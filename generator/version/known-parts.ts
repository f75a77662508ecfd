import type { Model, ObjectModel, PropertyModel, TypeModel } from "../model/model.js";
import type { Fleet } from "./fleet.js";
import { livesAt } from "./snapshot.js";

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
export function knownPartsOf({ events }: Model, fleet: Fleet): KnownParts {
  const alive = events.filter((event) => isInside(event, fleet));
  const objects = new Map<string, KnownObject>();
  for (const { request } of alive) collect(request, fleet, objects);
  return {
    events: Object.fromEntries(alive.map(({ name, request }) => [name, request.title])),
    objects: Object.fromEntries([...objects].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

function collect(object: ObjectModel, fleet: Fleet, objects: Map<string, KnownObject>): void {
  if (objects.has(object.title) || object.open) return;
  const inside = object.properties.filter((property) => isInside(property, fleet));
  const outside = object.properties.filter((property) => !isInside(property, fleet));
  objects.set(object.title, {
    properties: Object.fromEntries(inside.flatMap(namesOf)),
    ...(outside.length > 0 && {
      outside: Object.fromEntries(outside.map((property) => [property.name, outsideOf(property, fleet)])),
    }),
  });
  for (const inner of inside.flatMap(objectsOf)) collect(inner, fleet, objects);
}

/** A property and its older spellings. */
function namesOf(property: PropertyModel): [string, string][] {
  const [type] = objectsOf(property);
  return [property.name, ...property.legacyNames].map((name) => [name, type?.title ?? ""]);
}

/** The newest shape comes last in the eras, and counts. */
const objectsOf = ({ eras }: PropertyModel): ObjectModel[] =>
  [...eras].reverse().flatMap(({ type }) => objectsIn(type));

const objectsIn = (type: TypeModel): ObjectModel[] =>
  type.flatMap(({ kind }) => {
    if (kind.kind === "object") return [kind.object];
    return kind.kind === "array" ? objectsIn(kind.items) : [];
  });

/** An event has a life; a property may be planned too. */
type Lived = Pick<PropertyModel, "life"> & Partial<Pick<PropertyModel, "planned">>;

const isInside = ({ life, planned = false }: Lived, { steps }: Fleet): boolean =>
  !planned && steps.some((step) => livesAt(life, step));

function outsideOf({ life: { added, removed }, planned }: PropertyModel, { max }: Fleet): number {
  if (planned) return 0;
  return added !== undefined && added > max ? added : -Number(removed);
}
