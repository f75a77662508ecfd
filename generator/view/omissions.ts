import { isOfFleet } from "./reasons.js";
import { collectTypes } from "./walk.js";
import type { ObjectView, Omission } from "./view.js";

/** Lists what the fleet keeps out of these responses and the types in them. */
export function listOmissions(responses: readonly ObjectView[]): readonly Omission[] {
  const roots = new Set(responses.map(({ name }) => name));
  const { objects, enums } = collectTypes(responses);
  const found = [
    ...objects.flatMap((object) =>
      object.forbidden.map(({ name, reason }) => ({
        what: roots.has(object.name) ? name : `${object.name}.${name}`,
        reason,
      })),
    ),
    ...enums.flatMap(({ name, forbidden }) =>
      forbidden.map(({ value, reason }) => ({ what: `${name} "${value}"`, reason })),
    ),
  ];
  const left = found.filter(({ reason }) => isOfFleet(reason));
  return [...new Map(left.map((omission) => [omission.what, omission])).values()];
}
