import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import { hasType, type Shape, toList } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { ownEntry, reach } from "../../values.js";
import type { VisitedSpec } from "../visit.js";

/** A legacy name is used once in its object: it is not the name or legacy name of another property, in any era of `x-was`. */
export const legacyNamesAreFree = (spec: VisitedSpec): Problem[] =>
  [...spec.visits.map(({ part }): Pair => [part, part]), ...listJoined(spec)].flatMap(([object, other]) =>
    Object.entries(object.properties ?? {}).flatMap(([own, part]) =>
      (part["x-legacy-names"] ?? [])
        .filter((name) => (object === other && name === own) || isTaken(name, own, other))
        .map((name) => report("legacy-name-taken", { name, era: object !== other }, spec.origins.get(part))),
    ),
  );

/** Whether a name is one of another property in an object. */
const isTaken = (name: string, own: string, { properties = {} }: Shape): boolean =>
  listSpellings(properties).some(([spelling, property]) => spelling === name && property !== own);

/** The names of properties, and their legacy names, each with the property that it means. */
export const listSpellings = (properties: Readonly<Record<string, Shape>>) =>
  Object.entries(properties).flatMap(([property, part]) =>
    [property, ...(part["x-legacy-names"] ?? [])].map((spelling) => [spelling, property] as const),
  );

type Pair = readonly [Shape, Shape];

/**
 * Pairs of objects that a fleet may see as one, in both orders: objects that one property has in its eras, alone or in
 * lists of the same depth, and then the objects in properties of these that share a name.
 */
function listJoined(spec: VisitedSpec): readonly Pair[] {
  const met = new Map<Shape, Set<Shape>>();
  const isNew = ([one, other]: Pair): boolean => {
    const others = met.get(one) ?? new Set([one]);
    met.set(one, others);
    return !others.has(other) && others.add(other).has(other);
  };
  const known = new Map<Shape, ReturnType<ObjectsIn>>();
  const objectsIn: ObjectsIn = (property) => {
    const objects = known.get(property) ?? objectsByDepth(property, spec);
    known.set(property, objects);
    return objects;
  };
  const changed = spec.visits.filter(({ part }) => part["x-was"] !== undefined);
  const pairs = changed.flatMap(({ part }) => findPairs(part, part, objectsIn)).filter(isNew);
  // The list grows while it is walked.
  for (const [one, other] of pairs) {
    for (const [name, part] of Object.entries(one.properties ?? {})) {
      const same = ownEntry(other.properties, name);
      if (same) pairs.push(...findPairs(part, same, objectsIn).filter(isNew));
    }
  }
  return pairs;
}

/** The objects that a property has or had: itself or one of its alternatives first, then in lists, in lists of lists. */
type ObjectsIn = (property: Shape) => readonly (readonly Shape[])[];

/** Pairs each object of one property with each object of another that is in lists of the same depth. */
const findPairs = (one: Shape, other: Shape, objectsIn: ObjectsIn): Pair[] =>
  objectsIn(one).flatMap((objects, depth) =>
    objects.flatMap((object) => (objectsIn(other)[depth] ?? []).map((its): Pair => [object, its])),
  );

/** Deeper lists are reported by another rule. */
const deepest = 100;

function objectsByDepth(property: Shape, { shapes }: LinkedSpec): ReturnType<ObjectsIn> {
  const depths: Shape[][] = [];
  let layer: readonly Shape[] = [property, ...(property["x-was"] ?? []).map(({ schema }) => schema)];
  while (layer.length > 0 && depths.length < deepest) {
    const all = [...reach(layer, ({ $ref = "", anyOf = [] }) => [...anyOf, ...toList(shapes.get($ref))])];
    depths.push(all.filter((shape) => hasType(shape, "object")));
    layer = all.flatMap(({ items }) => items ?? []);
  }
  return depths;
}
