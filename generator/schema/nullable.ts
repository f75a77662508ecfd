import type { KindView, ObjectView, TypeView } from "../view/view.js";

/**
 * The names of the definitions in whose place a null is documented somewhere. Such a definition takes null itself: a union of a
 * reference and null is what generators for other languages break on.
 */
export const listNullable = (objects: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(objects.flatMap(({ properties }) => properties.flatMap(({ type }) => listBesideNull(type))));

function listBesideNull(type: TypeView): readonly string[] {
  if (type === "unknown") return [];
  const own = type.some(({ kind }) => kind === "null") ? type.flatMap(listNames) : [];
  const items = type.flatMap((kind) => (kind.kind === "array" ? listBesideNull(kind.items) : []));
  return [...own, ...items];
}

function listNames(kind: KindView): readonly string[] {
  if (kind.kind === "object") return [kind.object.name];
  return kind.kind === "enum" && kind.enum.name !== undefined ? [kind.enum.name] : [];
}
