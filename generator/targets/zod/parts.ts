import type { NamedEnumView, ObjectView } from "../../view/view.js";
import { kindsIn, objectsIn } from "../../view/walk.js";
import { isNamed } from "./names.js";

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

/** The enums with a name that the properties of these objects have, by name. */
export function collectEnums(objects: readonly ObjectView[]): readonly NamedEnumView[] {
  const enums = objects
    .flatMap(({ properties }) => properties.flatMap(({ type }) => kindsIn(type)))
    .flatMap((kind) => (kind.kind === "enum" && isNamed(kind.enum) ? [kind.enum] : []));
  return sortByName([...new Map(enums.map((each) => [each.name, each])).values()]);
}

const sortByName = <T extends { readonly name: string }>(items: readonly T[]): readonly T[] =>
  [...items].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
