import { toDefinitions, type Definitions } from "../schema/definitions.js";
import type { Dialect, SchemaObject } from "../schema/dialect.js";
import type { View } from "../view/view.js";

/** The schemas of a view that these roots lead to, by name, sorted: tools complain of those that nothing uses. */
export function listComponents(view: View, dialect: Dialect, roots: readonly string[]): Definitions {
  const all = toDefinitions(view, dialect);
  const names = new Map([...all.keys()].map((name) => [dialect.refer(name), name]));
  const used = new Set(roots);
  // What is added while it is walked is walked as well.
  for (const name of used)
    for (const reference of listReferences(all.get(name) ?? {})) {
      const found = names.get(reference);
      if (found !== undefined) used.add(found);
    }
  return new Map([...all].filter(([name]) => used.has(name)));
}

function listReferences(part: unknown): readonly string[] {
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part as SchemaObject).flatMap(([key, value]) =>
    key === "$ref" && typeof value === "string" ? [value] : listReferences(value),
  );
}
