import type { SchemaObject } from "../../generator/schema/dialect.js";

/** A schema, and where it stands: `Session/properties/lines/items`. */
export interface PlacedSchema {
  readonly place: string;
  readonly schema: SchemaObject;
}

/** A schema and all that are in it. */
export function listSchemas(schema: SchemaObject, place: string): readonly PlacedSchema[] {
  const inner = [
    ...Object.entries((schema["properties"] ?? {}) as Readonly<Record<string, SchemaObject>>).map(
      ([name, each]) => [`properties/${name}`, each] as const,
    ),
    ...["anyOf", "allOf"].flatMap((keyword) =>
      ((schema[keyword] ?? []) as readonly SchemaObject[]).map(
        (each, index) => [`${keyword}/${index}`, each] as const,
      ),
    ),
    ...("items" in schema ? [["items", schema["items"] as SchemaObject] as const] : []),
  ];
  return [{ place, schema }, ...inner.flatMap(([path, each]) => listSchemas(each, `${place}/${path}`))];
}
