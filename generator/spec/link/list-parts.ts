import type { Shape } from "../dialect.js";

/** A shape that another one holds directly. */
export interface Part {
  readonly role: "property" | "item" | "alternative" | "era";
  readonly shape: Shape;
  /** The tokens of its pointer, from the shape that holds it. */
  readonly tokens: readonly (string | number)[];
}

/** The shapes that a shape holds directly; a `$ref` is not followed. */
export const listParts = ({ properties = {}, items, anyOf = [], "x-was": eras = [] }: Shape): Part[] => [
  ...Object.entries(properties).map(([name, shape]) => part("property", shape, "properties", name)),
  ...(items ? [part("item", items, "items")] : []),
  ...anyOf.map((shape, index) => part("alternative", shape, "anyOf", index)),
  ...eras.map(({ schema }, index) => part("era", schema, "x-was", index, "schema")),
];

const part = (role: Part["role"], shape: Shape, ...tokens: Part["tokens"]): Part => ({ role, shape, tokens });

/** The files that a shape refers to, itself or in its parts. */
export const listRefs = (shape: Shape): readonly string[] => [
  ...(shape.$ref === undefined ? [] : [shape.$ref]),
  ...listParts(shape).flatMap(({ shape: inner }) => listRefs(inner)),
];
