import { listReached } from "../../schema/reached.js";
import type { View } from "../../view/view.js";
import { listBodies } from "../../view/walk.js";

/** The names of properties, by the name of their object. */
export type Lenient = ReadonlyMap<string, ReadonlySet<string>>;

/** The properties of requests whose contents nobody documents: a value that does not fit is left out. */
export function listLenient(view: View): Lenient {
  const reached = [...listReached(listBodies(view).requests).values()];
  return new Map(
    reached.flatMap((each) =>
      "object" in each
        ? [
            [
              each.object.name,
              new Set(each.object.properties.flatMap(({ name, lenient }) => (lenient ? [name] : []))),
            ],
          ]
        : [],
    ),
  );
}
