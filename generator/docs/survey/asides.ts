import type { Model, PropertyModel } from "../../model/model.js";
import { listReached } from "../../model/paths.js";

/** The properties that no release is known to have, planned or seen elsewhere, by the title of their object. */
export type Asides = ReadonlyMap<string, readonly PropertyModel[]>;

/** Looks through every object of the model, whichever fleet has it. */
export const findAsides = (model: Model): Asides =>
  new Map(
    listReached(model).objects.map(({ title, properties }) => [
      title,
      properties.filter(({ aside }) => aside !== undefined),
    ]),
  );
