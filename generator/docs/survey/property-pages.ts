import type { Model } from "../../model/model.js";
import { newestType } from "../../model/walk.js";
import type { Change } from "../../diff/change.js";
import { createPaths, type BodyProperty } from "../../model/paths.js";
import type { ObjectView } from "../../view/view.js";

/** Which object's page has more on a property: that of its holder, or that of the object that it holds. */
export interface PropertyPages {
  readonly properties: readonly BodyProperty[];
  /** The names of the objects that have a page. */
  readonly objects: ReadonlySet<string>;
  /** The name of the object, by direction and path of a property. */
  readonly objectByPath: ReadonlyMap<string, string>;
}

/** Looks through every property of every event. */
export function findPropertyPages(model: Model, objects: readonly ObjectView[]): PropertyPages {
  const properties = createPaths(model).properties;
  const names = new Set(objects.map(({ name }) => name));
  const objectByPath = properties.flatMap((property) => {
    const page = findPageOfProperty(property, names);
    return page === undefined ? [] : [[toPath(property.direction, property.names), page] as const];
  });
  // Of several objects at one path, as an answer that one event has more of, the first counts.
  return { properties, objects: names, objectByPath: new Map(objectByPath.reverse()) };
}

/** The holder of a property; at the root of a request or an answer, the object that the property holds. */
export function findPageOfProperty(
  { model, chain, holders }: BodyProperty,
  objects: PropertyPages["objects"],
): string | undefined {
  const kinds = newestType(model).map(({ kind }) => kind);
  const held = kinds.find((kind) => kind.kind === "object")?.object.title;
  const title = chain.length > 1 ? holders.at(-1)?.title : held;
  return title !== undefined && objects.has(title) ? title : undefined;
}

/** The object whose page has more on a change; undefined if these docs have none. */
export function findPageOfChange(
  { direction, pointer }: Change,
  { objectByPath }: PropertyPages,
): string | undefined {
  const names = pointer.split("/").filter((name) => name !== "" && name !== "*");
  return objectByPath.get(toPath(direction, names));
}

const toPath = (direction: string, names: readonly string[]): string => `${direction} ${names.join(".")}`;
