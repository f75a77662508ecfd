import type { Change } from "../../diff/change.js";
import { createPaths, newestType, type BodyProperty, type Paths } from "../../model/paths.js";
import type { Model } from "../../model/model.js";
import type { ObjectView } from "../../view/view.js";

/** What tells which object's page has more on a property: that of its holder, or that of the object that it holds. */
export interface PropertyPages {
  readonly paths: Paths;
  /** The names of the objects that have a page. */
  readonly objects: ReadonlySet<string>;
}

/** Looks through every property of every event. */
export const findPropertyPages = (model: Model, objects: readonly ObjectView[]): PropertyPages => ({
  paths: createPaths(model),
  objects: new Set(objects.map(({ name }) => name)),
});

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

/**
 * The object whose page has more on a change; undefined if these docs have none. Of several objects at one path, as an answer
 * that one event has more of, the first counts.
 */
export const findPageOfChange = (
  { direction, pointer }: Change,
  { paths, objects }: PropertyPages,
): string | undefined =>
  paths
    .at({ direction, path: pointer })
    .map((property) => findPageOfProperty(property, objects))
    .find((page) => page !== undefined);
