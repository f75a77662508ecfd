import { dialects, type Dialect, type SchemaObject } from "../../schema/dialects.js";
import { toDefinitions, type Definitions } from "../../schema/schemas.js";
import type { View } from "../../view/view.js";
import { toAnyComment } from "./comments.js";

/** What the models are made of. */
export interface Contract {
  readonly view: View;
  readonly schemas: Definitions;
}

/** What is referred to, with its name, by the reference. */
export type References = ReadonlyMap<unknown, readonly [name: string, schema: SchemaObject]>;

/** The definitions by what refers to them. */
export const indexReferences = (definitions: Definitions): References =>
  new Map([...definitions].map((entry) => [referTo(entry[0]), entry]));

/** Where a definition is referred to. */
export const referTo = (name: string): unknown => dialect.refer(name)["$ref"];

/** The contract as schemas that types are made of. */
export const toModelSchemas = (view: View): Definitions => toDefinitions(view, dialect);

/**
 * What a property takes is said by its type alone: a format would turn a text into a date, which goes back as another text.
 * What is required comes first, so that the rest can be left out where a value is made; else the order is the spec's. Null is
 * said where it is asked for. What is optional is left out instead, since most languages have one null for both.
 */
const dialect: Dialect = {
  ...dialects["draft-07"],
  describe: toAnyComment,
  explains: false,
  isExact: false,
  hasExamples: false,
  nullsIn: "required places",
  requiredFirst: true,
};
