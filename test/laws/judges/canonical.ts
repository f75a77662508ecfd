import type { ArrayTree, ObjectTree, StringTree, Tree } from "../../../generator/contract/lattice/tree.js";

/**
 * Returns the same text for trees with the same values: sorted names, no prose, no releases. Nothing satisfies
 * `undefined`.
 */
export const canonical = (tree: ObjectTree | undefined): string =>
  JSON.stringify(tree ? objectForm(tree) : "nothing", null, 1);

/** In an open object, an optional property that may be anything has no effect. */
function objectForm({ open, properties }: ObjectTree): unknown {
  const telling = [...properties].filter(([, { required, type }]) => !open || required || !type.any);
  const sorted = telling.sort(([a], [b]) => (a < b ? -1 : 1));
  return { open, properties: sorted.map(([name, { required, type }]) => [name, required, typeForm(type)]) };
}

const typeForm = ({ any, null: none, boolean, number, string, array, object }: Tree): unknown => ({
  any,
  none,
  boolean,
  number: number && [number.level, String(number.minimum), String(number.maximum)],
  string: string && stringForm(string),
  array: array && arrayForm(array),
  object: object && objectForm(object),
});

const arrayForm = ({ items, minItems, maxItems }: ArrayTree): unknown => [
  items && typeForm(items),
  minItems,
  String(maxItems),
];

const stringForm = (tree: StringTree): unknown =>
  tree.values
    ? { open: tree.open, values: [...tree.values.keys()].sort() }
    : { formats: tree.formats, minLength: tree.minLength, maxLength: String(tree.maxLength) };
