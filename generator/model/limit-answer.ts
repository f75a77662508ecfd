import { limitedTitle } from "../spec/limited-answers.js";
import type { AlternativeModel, LimitedModel, ObjectModel, PropertyModel } from "./model.js";

/**
 * An answer as one event takes it. If its object has properties for this event only, it becomes an object of its own, with
 * a title of its own: no title has two shapes.
 */
export const limitAnswer = (answer: PropertyModel, event: string): PropertyModel => ({
  ...answer,
  eras: answer.eras.map((era) => ({ ...era, type: era.type.map((each) => limitAlternative(each, event)) })),
});

const limitAlternative = (alternative: AlternativeModel, event: string): AlternativeModel =>
  alternative.kind.kind === "object"
    ? { ...alternative, kind: { ...alternative.kind, object: limitObject(alternative.kind.object, event) } }
    : alternative;

function limitObject(base: ObjectModel, event: string): ObjectModel {
  const { limited = [], properties, prose } = base;
  const own = limited.filter(({ events }) => events.includes(event));
  if (own.length === 0) return base;
  return {
    ...base,
    title: limitedTitle(event),
    prose: {
      ...prose,
      description: `${prose.description} This is the answer to \`${event}\`, which may say more.`,
    },
    properties: inPlace(own, properties),
    limited: limited.filter(({ events }) => !events.includes(event)),
    base,
  };
}

/** All properties in the order of the spec. */
const inPlace = (limited: readonly LimitedModel[], shared: readonly PropertyModel[]): PropertyModel[] =>
  [...shared, undefined].flatMap((next, index) => [
    ...limited.filter(({ after }) => after === index).map(({ property }) => property),
    ...(next ? [next] : []),
  ]);
