import { report } from "../../../problem/catalogue.js";
import type { Problem } from "../../../problem/problem.js";
import type { Shape } from "../../dialect.js";
import { oncePerShape } from "../once-per-shape.js";
import type { VisitedSpec } from "../visit-shapes.js";
import { joinedObjects } from "./joined-objects.js";

/** A legacy name is used once in its object: it is not the name or legacy name of another property, in any era of `x-was`. */
export function legacyNamesAreFree(spec: VisitedSpec): Problem[] {
  const owners = oncePerShape(findOwners);
  const alone = spec.visits.map(({ shape }) => [shape, shape] as const);
  const joined = joinedObjects(spec).flatMap(([one, other]) => [
    [one, other] as const,
    [other, one] as const,
  ]);
  return [...alone, ...joined].flatMap(([object, other]) =>
    takenNames(object, owners(other), object === other).map(({ name, part }) =>
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
