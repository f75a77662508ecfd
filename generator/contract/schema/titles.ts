import { capitalize } from "../../base/text/words.js";
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
  const { properties = {}, items, anyOf } = schema;
  const title = (part: WithParts, suffix: string): SchemaObject => ({
    ...(("enum" in part || "anyOf" in part) && { title: takeTitle(name + suffix, taken) }),
    ...titleParts(part, name + suffix, taken),
  });
  const titled = Object.entries(properties).map(([key, part]) => [key, title(part, capitalize(key))]);
  return {
    ...schema,
    ...("properties" in schema && { properties: Object.fromEntries(titled) as object }),
    ...(items && { items: title(items, "Item") }),
    ...(anyOf && { anyOf: anyOf.map((part) => title(part, "Variant")) }),
  };
}

/** The name, with a number if it is taken. */
function takeTitle(name: string, taken: Set<string>, count = 1): string {
  const title = count === 1 ? name : `${name}${count}`;
  if (taken.has(title)) return takeTitle(name, taken, count + 1);
  taken.add(title);
  return title;
}
