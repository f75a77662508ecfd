import type { Model, PropertyModel } from "../../model/model.js";
import { listObjects, listRoots } from "../../model/walk.js";

/** The properties that the vendor announced for no release yet, by the title of their object. */
export type Planned = ReadonlyMap<string, readonly PropertyModel[]>;

/** Looks through every object of the model, whichever fleet has it. */
export const findPlanned = (model: Model): Planned =>
  new Map(
    listObjects(listRoots(model)).map(({ title, properties }) => [
      title,
      properties.filter(({ planned }) => planned),
    ]),
  );

/** The planned properties of an object of the view. */
export const plannedIn = (name: string, planned: Planned): readonly PropertyModel[] =>
  planned.get(name) ?? [];
