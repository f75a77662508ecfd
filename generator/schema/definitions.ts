import { isDeepStrictEqual } from "node:util";
import type { View } from "../view/view.js";
import { collectReferred, listBodies } from "../view/walk.js";
import type { Dialect, SchemaObject } from "./dialect.js";
import { listNullable } from "./nullable.js";
import { toNamedEnumSchema, toObjectSchema } from "./object-schema.js";
import type { Writing } from "./writing.js";

/** The schemas of a contract, by name, sorted: each object and each named enum, once. */
export type Definitions = ReadonlyMap<string, SchemaObject>;

/**
 * The contract as a fleet sees it, as schemas of what is documented, for those who do not write TypeScript. Requests have
 * their required properties and are open; answers are closed. What our own validators put up with besides, and leave out of what a handler sees, is
 * not in here: nulls in the place of absent properties, values that do not fit where nothing is documented, and
 * properties of an object that stand in its holder.
 * @throws Error if a request and an answer hold different things of one name, which no checked spec has.
 */
export function toDefinitions(
  view: View,
  dialect: Dialect,
  { annotated }: Pick<Writing, "annotated">,
): Definitions {
  const { requests, responses } = listBodies(view);
  const sides = [
    { roots: requests, closed: false },
    { roots: responses, closed: true },
  ].map(({ roots, closed }) => ({ ...collectReferred(roots), closed }));
  const nullable = listNullable(sides.flatMap(({ objects }) => objects));
  const entries = sides.flatMap(({ objects, enums, closed }) => {
    const writing: Writing = { dialect, annotated, nullable, closed, fleet: view.fleet };
    return [
      ...objects.map((each) => [each.name, toObjectSchema(each, writing)] as const),
      ...enums.map((each) => [each.name, toNamedEnumSchema(each, writing)] as const),
    ];
  });
  return collectOnce(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Both sides may use one open enum. */
function collectOnce(entries: readonly (readonly [string, SchemaObject])[]): Definitions {
  const definitions = new Map<string, SchemaObject>();
  for (const [name, schema] of entries) {
    if (!isDeepStrictEqual(definitions.get(name) ?? schema, schema))
      throw new Error(`a request and an answer hold different things that are called ${name}`);
    definitions.set(name, schema);
  }
  return definitions;
}
