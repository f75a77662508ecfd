import type { Tree } from "../../lattice/tree.js";

const names = {
  boolean: "a boolean",
  number: "a number",
  string: "a text",
  array: "an array",
  object: "an object",
} as const;

export type KindName = keyof typeof names;

/** The kinds that a type has, null apart. */
export const listKinds = (tree: Tree): readonly KindName[] =>
  (Object.keys(names) as KindName[]).filter((kind) => tree[kind] !== undefined);

/** A kind in words. */
export const nameOfKind = (kind: KindName): string => names[kind];
