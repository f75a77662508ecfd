import type { Model, ObjectModel } from "../../../generator/contract/model/model.js";
import type { Release } from "../../../generator/base/time/release.js";
import { createBound } from "../../../generator/contract/lattice/shapes.js";
import { createSnapshots } from "../../../generator/contract/lattice/snapshot.js";
import { existsAt } from "../../../generator/base/time/spans.js";
import type { ObjectTree } from "../../../generator/contract/lattice/tree.js";

/** A tree. Undefined is the bottom, which nothing satisfies. */
export type Bound = ObjectTree | undefined;

/** Does not cache. */
export type Combine = (a: Bound, b: Bound) => Bound;

export const join: Combine = (a, b) => (a && b ? createBound("join").objects(a, b) : (a ?? b));
export const meet: Combine = (a, b) => a && b && createBound("meet").objects(a, b);

export interface EventSide {
  readonly name: string;
  readonly object: ObjectModel;
  readonly trees: readonly ObjectTree[];
}

export function listEventSides(model: Model, releases: readonly Release[]): EventSide[] {
  const snapshots = createSnapshots(model);
  return model.events.flatMap(({ name, exists, request, response }) =>
    [request, response].flatMap((object): EventSide[] => {
      const trees = releases
        .filter((release) => existsAt(exists, release))
        .map((release) => snapshots.at(release).object(object));
      return trees.length > 0 ? [{ name: `${name}: ${object.title}`, object, trees }] : [];
    }),
  );
}

export const fold = ([first, ...rest]: readonly Bound[], combine: Combine): Bound =>
  rest.reduce(combine, first);
