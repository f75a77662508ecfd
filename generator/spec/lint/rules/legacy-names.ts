import { createMemo } from "../../../memo.js";
import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { Shape } from "../../dialect.js";
import type { LinkedSpec } from "../../link/link-spec.js";
import { listTypes } from "./keywords.js";
import type { VisitedSpec } from "../visit.js";
import { ownEntry } from "../../values.js";

/** A legacy name is used once in its object: it is not the name or legacy name of another property, in any era of `x-was`. */
export function legacyNamesAreFree(spec: VisitedSpec): Problem[] {
  const memo = createMemo();
  const alone = spec.visits.map(({ shape }) => [shape, shape] as const);
  const joined = joinedObjects(spec).flatMap(([one, other]) => [
    [one, other] as const,
    [other, one] as const,
  ]);
  return [...alone, ...joined].flatMap(([object, other]) =>
    takenNames(
      object,
      memo.keep("owners", other, () => findOwners(other)),
      object === other,
    ).map(({ name, part }) =>
      report("legacy-name-taken", { name, era: object !== other }, spec.origins.get(part)),
    ),
  );
}

/** The legacy names in an object that belong to another property, too. */
const takenNames = (
  { properties = {} }: Shape,
  owners: Owners,
  isItself: boolean,
): readonly { name: string; part: Shape }[] =>
  Object.entries(properties).flatMap(([own, part]) =>
    (part["x-legacy-names"] ?? [])
      .filter((name) => (isItself && name === own) || owners.get(name)?.some((owner) => owner !== own))
      .map((name) => ({ name, part })),
  );

type Owners = ReadonlyMap<string, readonly string[]>;

/** Every name, canonical or legacy, with the properties of an object that answer to it. */
function findOwners({ properties = {} }: Shape): Owners {
  const owners = new Map<string, string[]>();
  for (const [name, part] of Object.entries(properties)) {
    for (const spelling of [name, ...(part["x-legacy-names"] ?? [])]) {
      owners.set(spelling, [...(owners.get(spelling) ?? []), name]);
    }
  }
  return owners;
}

type Pair = readonly [Shape, Shape];

/**
 * Pairs of objects that a fleet may see as one, each pair once: objects that one property has in its eras, alone or in
 * lists of the same depth, and then the objects in properties of these that share a name.
 */
function joinedObjects(spec: VisitedSpec): readonly Pair[] {
  const met = new Map<Shape, Set<Shape>>();
  const isNew = ([one, other]: Pair): boolean => {
    const known = one === other || met.get(one)?.has(other) === true || met.get(other)?.has(one) === true;
    if (!known) met.set(one, (met.get(one) ?? new Set()).add(other));
    return !known;
  };
  const memo = createMemo();
  const objectsIn: ObjectsIn = (property) =>
    memo.keep("objects", property, () => objectsByDepth(property, spec));
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
