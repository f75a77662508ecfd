import { heirTitle } from "../spec/heirs.js";
import { ownEntry } from "../spec/own-entry.js";
import { listWords } from "../text/list.js";
import type { AlternativeModel, LimitedModel, ObjectModel, PropertyModel } from "./model.js";

/** An event, and on which side of it an object stands. */
interface Stand {
  readonly event: string;
  readonly role: "carries" | "answers";
}

/**
 * An object as one event has it. If it has properties for this event only, or may lack some, it becomes an object of its
 * own, with a title of its own: no title has two shapes.
 */
export const toHeir = (part: PropertyModel, stand: Stand): PropertyModel => ({
  ...part,
  eras: part.eras.map((era) => ({ ...era, type: era.type.map((each) => heirAlternative(each, stand)) })),
});

const heirAlternative = (alternative: AlternativeModel, stand: Stand): AlternativeModel =>
  alternative.kind.kind === "object"
    ? { ...alternative, kind: { ...alternative.kind, object: heirObject(alternative.kind.object, stand) } }
    : alternative;

function heirObject(base: ObjectModel, { event, role }: Stand): ObjectModel {
  const { limited = [], title, prose } = base;
  const own = limited.filter(({ events }) => events.includes(event));
  const properties = base.properties.map((property) => relax(property, event));
  const relaxed = properties.filter((property) => !base.properties.includes(property));
  if (own.length + relaxed.length === 0) return base;
  const names = relaxed.map(({ name }) => `\`${name}\``);
  const difference =
    role === "answers"
      ? `This is the answer to \`${event}\`, which may say more.`
      : `In \`${event}\`, ${listWords(names, "and")} may be missing.`;
  return {
    ...base,
    title: heirTitle(event, role, title),
    prose: { ...prose, description: `${prose.description} ${difference}` },
    properties: inPlace(own, properties),
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
