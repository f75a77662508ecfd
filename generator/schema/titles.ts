import { capitalize } from "../text/words.js";
import type { SchemaObject } from "./dialects.js";

/** A schema, as far as it has parts. */
interface WithParts extends SchemaObject {
  readonly properties?: Readonly<Record<string, WithParts>>;
  readonly items?: WithParts;
  readonly anyOf?: readonly WithParts[];
}

/**
 * Adds the titles by which generators of code name types: the name of each definition, and the path to each enum and each
 * list of alternatives in one, such as `PongKind` for `kind` of `Pong`. No two titles are the same.
 */
export function addTitles(definitions: ReadonlyMap<string, SchemaObject>): ReadonlyMap<string, SchemaObject> {
  const taken = new Set(definitions.keys());
  return new Map(
    [...definitions].map(([name, schema]) => [name, { title: name, ...titleParts(schema, name, taken) }]),
  );
}

function titleParts(schema: WithParts, name: string, taken: Set<string>): SchemaObject {
  const { properties, items, anyOf } = schema;
  const title = (part: WithParts, suffix: string) => titlePart(part, name + suffix, taken);
  const titled = Object.entries(properties ?? {}).map(([key, part]) => [key, title(part, capitalize(key))]);
  return {
    ...schema,
    ...(properties && { properties: Object.fromEntries(titled) as object }),
    ...(items && { items: title(items, "Item") }),
    ...(anyOf && { anyOf: anyOf.map((part) => title(part, "Variant")) }),
  };
}

function titlePart(schema: WithParts, name: string, taken: Set<string>): SchemaObject {
  const isType = "enum" in schema || "anyOf" in schema;
  return { ...(isType && { title: takeTitle(name, taken) }), ...titleParts(schema, name, taken) };
}

/** The name, with a number if it is taken. */
function takeTitle(name: string, taken: Set<string>): string {
  let title = name;
  for (let count = 2; taken.has(title); count += 1) title = `${name}${count}`;
  taken.add(title);
  return title;
}
