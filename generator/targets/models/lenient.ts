import type { View } from "../../view/view.js";
import { collectReferred, listBodies } from "../../view/walk.js";

/** The names of properties, by the name of their object. */
export type Lenient = ReadonlyMap<string, ReadonlySet<string>>;

/** The properties of requests whose contents nobody documents: a value that does not fit is left out. */
export const listLenient = (view: View): Lenient =>
  new Map(
    collectReferred(listBodies(view).requests).objects.map(({ name, properties }) => [
      name,
      new Set(properties.filter(({ lenient }) => lenient).map((property) => property.name)),
    ]),
  );
