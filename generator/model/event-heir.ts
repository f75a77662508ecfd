import { heirTitle } from "../spec/annotations.js";
import { ownEntry } from "../spec/values.js";
import { listWords } from "../text/list.js";
import type { AlternativeModel, LimitedModel, ObjectModel, PropertyModel } from "./model.js";

type Role = "carries" | "answers";

/**
 * An object as one event has it. If it has properties for this event only, or may lack some, it becomes an object of its
 * own, with a title of its own: no title has two shapes.
 */
export function toHeir(part: PropertyModel, event: string, role: Role): PropertyModel {
  const toOwn = ({ kind, exists }: AlternativeModel): AlternativeModel =>
    kind.kind === "object"
      ? { exists, kind: { ...kind, object: heirObject(kind.object, event, role) } }
      : { exists, kind };
  return { ...part, eras: part.eras.map((era) => ({ ...era, type: era.type.map(toOwn) })) };
}

function heirObject(base: ObjectModel, event: string, role: Role): ObjectModel {
  const { limited = [], properties, prose } = base;
  const own = limited.filter(({ events }) => events.includes(event));
  const lacking = properties.filter((property) => ownEntry(property.optionalFor, event) !== undefined);
  if (own.length + lacking.length === 0) return base;
  const names = lacking.map(({ name }) => `\`${name}\``);
  const told =
    role === "answers"
      ? `This is the answer to \`${event}\`, which may say more.`
      : `In \`${event}\`, ${listWords(names, "and")} may be missing.`;
  return {
    ...base,
    title: heirTitle(event, role, base.title),
    prose: { ...prose, description: `${prose.description} ${told}` },
    properties: inPlace(own, properties).map((property) => relax(property, event)),
    limited: limited.filter(({ events }) => !events.includes(event)),
    base,
  };
}

/** The property itself, unless the event may lack it. */
function relax(property: PropertyModel, event: string): PropertyModel {
  const basis = ownEntry(property.optionalFor, event);
  if (basis === undefined) return property;
  const provenance = { kind: "inferred", of: ["required"], basis } as const;
  return { ...property, required: [], prose: { ...property.prose, provenance } };
}

/** All properties in the order of the spec. */
const inPlace = (limited: readonly LimitedModel[], shared: readonly PropertyModel[]): PropertyModel[] =>
  [...shared, undefined].flatMap((next, index) => [
    ...limited.filter(({ after }) => after === index).map(({ property }) => property),
    ...(next ? [next] : []),
  ]);
