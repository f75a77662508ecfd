import type { Shape } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { ownEntry } from "../../own-entry.js";
import { oncePerShape } from "../once-per-shape.js";
import type { VisitedSpec } from "../visit-shapes.js";
import { listTypes } from "./keywords.js";

type Pair = readonly [Shape, Shape];

/**
 * Pairs of objects that a fleet may see as one, each pair once: objects that one property has in its eras, alone or in
 * lists of the same depth, and then the objects in properties of these that share a name.
 */
export function joinedObjects(spec: VisitedSpec): readonly Pair[] {
  const met = new Map<Shape, Set<Shape>>();
  const isNew = ([one, other]: Pair): boolean => {
    const known = one === other || met.get(one)?.has(other) === true || met.get(other)?.has(one) === true;
    if (!known) met.set(one, (met.get(one) ?? new Set()).add(other));
    return !known;
  };
  const objectsIn = oncePerShape((property) => objectsByDepth(property, spec));
  const changed = spec.visits.filter(({ shape }) => shape["x-was"] !== undefined);
  const pairs = changed.flatMap(({ shape }) => findPairs(shape, shape, objectsIn)).filter(isNew);
  // The list grows while it is walked.
  for (const [one, other] of pairs) {
    for (const pair of pairsBelow(one, other, objectsIn).filter(isNew)) pairs.push(pair);
  }
  return pairs;
}

/** The objects that a property has or had: itself or one of its alternatives first, then in lists, in lists of lists. */
type ObjectsIn = (property: Shape) => readonly (readonly Shape[])[];

/** The pairs that follow from a pair: objects in properties of the same name. */
const pairsBelow = (one: Shape, other: Shape, objectsIn: ObjectsIn): Pair[] =>
  Object.entries(one.properties ?? {}).flatMap(([name, part]) => {
    const same = ownEntry(other.properties, name);
    return same ? findPairs(part, same, objectsIn) : [];
  });

/** Pairs each object of one property with each object of another that is in lists of the same depth. */
function findPairs(one: Shape, other: Shape, objectsIn: ObjectsIn): Pair[] {
  const theirs = objectsIn(other);
  return objectsIn(one).flatMap((objects, depth) =>
    objects.flatMap((object) => (theirs[depth] ?? []).map((its) => [object, its] as const)),
  );
}

/** Deeper lists are reported by another rule. */
const deepest = 100;

function objectsByDepth(property: Shape, { shapes }: LinkedSpec): ReturnType<ObjectsIn> {
  const depths: Shape[][] = [];
  let layer = new Set([property, ...(property["x-was"] ?? []).map(({ schema }) => schema)]);
  while (layer.size > 0 && depths.length < deepest) {
    // The set grows while it is walked. It takes nothing twice, so that circular references end.
    for (const { $ref = "", anyOf = [] } of layer) {
      for (const part of [...anyOf, shapes.get($ref)]) if (part) layer.add(part);
    }
    depths.push([...layer].filter((shape) => listTypes(shape).includes("object")));
    layer = new Set([...layer].flatMap(({ items }) => items ?? []));
  }
  return depths;
}
