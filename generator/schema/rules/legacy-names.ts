import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import type { LinkedSpec } from "../link.js";
import type { Shape } from "../dialect.js";
import { visitShapes } from "../walk.js";
import { joinedObjects } from "./joined-objects.js";

/** A legacy name is no other name, and no other legacy name, of its object, be it in another era of `x-was`. */
export const legacyNamesAreFree = (spec: LinkedSpec): Problem[] => [
  ...[...visitShapes(spec)].flatMap(({ shape }) => takenIn(shape, shape, spec)),
  ...joinedObjects(spec).flatMap(([one, other]) => [
    ...takenIn(one, other, spec),
    ...takenIn(other, one, spec),
  ]),
];

/** The legacy names in an object that mean something else in another one, or in itself. */
function takenIn(object: Shape, other: Shape, { origins }: LinkedSpec): Problem[] {
  const era = object !== other;
  const owners = ownersOf(other);
  return Object.entries(object.properties ?? {}).flatMap(([name, part]) =>
    (part["x-legacy-names"] ?? [])
      .filter((legacy) => (!era && legacy === name) || owners.get(legacy)?.some((owner) => owner !== name))
      .map((legacy) => report("legacy-name-taken", { name: legacy, era }, origins.get(part))),
  );
}

/** Every name, canonical or legacy, with the properties of an object that answer to it. */
function ownersOf({ properties = {} }: Shape): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const [name, part] of Object.entries(properties)) {
    for (const spelling of [name, ...(part["x-legacy-names"] ?? [])]) {
      owners.set(spelling, [...(owners.get(spelling) ?? []), name]);
    }
  }
  return owners;
}
