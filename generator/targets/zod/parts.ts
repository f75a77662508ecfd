import type { ObjectView } from "../../view/view.js";
import { objectsIn, sortByName } from "../../view/walk.js";

/** What these objects are made of, themselves excepted: each object after those that it holds, and else by name. */
export function collectObjects(roots: readonly ObjectView[]): readonly ObjectView[] {
  const found = new Map<string, ObjectView>();
  const visit = (object: ObjectView): void => {
    if (found.has(object.name)) return;
    visitParts(object);
    found.set(object.name, object);
  };
  const visitParts = ({ properties }: ObjectView): void =>
    sortByName(properties.flatMap(({ type }) => objectsIn(type))).forEach(visit);
  sortByName(roots.flatMap(({ properties }) => properties.flatMap(({ type }) => objectsIn(type)))).forEach(
    visit,
  );
  return [...found.values()];
}
