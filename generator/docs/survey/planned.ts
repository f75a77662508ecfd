import type { Model, ObjectModel, PropertyModel, TypeModel } from "../../model/model.js";

/** The properties that the vendor announced for no release yet, by the title of their object. */
export type Planned = ReadonlyMap<string, readonly PropertyModel[]>;

/** Looks through every object of the model, whichever fleet has it. */
export function findPlanned({ events, errorRequest }: Model): Planned {
  const planned = new Map<string, readonly PropertyModel[]>();
  const inObject = ({ title, properties }: ObjectModel): void => {
    if (planned.has(title)) return;
    planned.set(
      title,
      properties.filter((property) => property.planned),
    );
    properties.flatMap(({ eras }) => eras).forEach(({ type }) => inType(type));
  };
  const inType = (type: TypeModel): void => {
    for (const { kind } of type) {
      if (kind.kind === "object") inObject(kind.object);
      if (kind.kind === "array") inType(kind.items);
    }
  };
  [...events.flatMap(({ request, response }) => [request, response]), errorRequest].forEach(inObject);
  return planned;
}

/** The planned properties of an object of the view. */
export const plannedIn = (name: string, planned: Planned): readonly PropertyModel[] =>
  planned.get(name) ?? planned.get(toTitle(name)) ?? [];

/** A later shape of an object is named after its title: `DialogAnswerSince60`. */
const toTitle = (name: string): string => name.replace(/Since\d[\d_]*$/, "");
