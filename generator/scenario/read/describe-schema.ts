import { listWords } from "../../text/words.js";

/** What is read of a schema to describe it. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  /** What a pattern means, in words. */
  readonly $comment?: string;
  readonly minItems?: number;
  readonly $ref?: string;
}

/** What a schema of a scenario admits, in words. */
export function describeSchema(schema: Schema): string {
  const words = [...new Set(listWordsFor(schema))];
  return words.length === 0 ? "something else" : listWords(words, "or");
}

function listWordsFor(schema: Schema): string[] {
  if (schema.anyOf) return schema.anyOf.flatMap(listWordsFor);
  if (schema.enum) return [`one of ${schema.enum.map((value) => JSON.stringify(value)).join(", ")}`];
  if (schema.$ref !== undefined) return ["an object"];
  if (schema.$comment !== undefined) return [schema.$comment];
  if (schema.minItems !== undefined) return ["a list with something in it"];
  return [schema.type ?? []].flat().map((type) => kinds[type] ?? type);
}

const kinds: Readonly<Record<string, string>> = {
  string: "a text",
  integer: "a whole number",
  number: "a number",
  boolean: "true or false",
  null: "nothing",
  array: "a list",
  object: "an object",
};
