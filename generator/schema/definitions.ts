import { collectTypes } from "../view/walk.js";
import type { NamedEnumView, ObjectView, PropertyView, View } from "../view/view.js";
import { annotate } from "./annotations.js";
import type { Dialect, SchemaObject } from "./dialect.js";
import { listNullable } from "./nullable.js";
import { toEnumSchema, toTypeSchema } from "./type-schema.js";
import type { Writing } from "./writing.js";

/** The schemas of a contract, by name, sorted: each object and each named enum, once. */
export type Definitions = ReadonlyMap<string, SchemaObject>;

/**
 * The contract as a fleet sees it, as schemas of what is documented, for those who do not write TypeScript. Requests have
 * their required properties and are open; answers are closed. What our own validators put up with besides, and leave out of what a handler sees, is
 * not in here: nulls in the place of absent properties, values that do not fit where nothing is documented, and
 * properties of an object that stand in its holder.
 */
export function toDefinitions(view: View, dialect: Dialect): Definitions {
  const requests = [...view.events.map(({ request }) => request), view.errorRequest];
  const responses = view.events.map(({ response }) => response);
  const sides = [
    { types: collectTypes(requests), closed: false },
    { types: collectTypes(responses), closed: true },
  ];
  const nullable = listNullable(sides.flatMap(({ types }) => types.objects));
  const entries = sides.flatMap(({ types, closed }) => {
    const writing: Writing = { dialect, nullable, closed, fleet: view.fleet };
    return [
      ...types.objects.map((object) => [object.name, toObjectSchema(object, writing)] as const),
      ...types.enums.map((named) => [named.name, toNamedEnumSchema(named, writing)] as const),
    ];
  });
  return new Map(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function toObjectSchema(object: ObjectView, writing: Writing): SchemaObject {
  const { open, properties } = object;
  // Where a property may come under an older spelling, no single name is required.
  const required = properties.filter((property) => property.required && property.legacyNames.length === 0);
  const schema = {
    type: "object",
    ...annotate(object, writing),
    properties: Object.fromEntries(properties.flatMap((property) => listSpellings(property, writing))),
    ...(required.length > 0 && { required: required.map(({ name }) => name) }),
    ...(writing.closed && !open && { additionalProperties: false }),
  };
  return writing.nullable.has(object.name) ? writing.dialect.withNull(schema) : schema;
}

function listSpellings(property: PropertyView, writing: Writing): (readonly [string, SchemaObject])[] {
  const schema = toPropertySchema(property, writing);
  return [property.name, ...property.legacyNames].map((name) => [name, schema] as const);
}

function toPropertySchema(property: PropertyView, writing: Writing): SchemaObject {
  const type = toTypeSchema(property.type, writing);
  const notes = annotate(property, writing);
  const isReference = "$ref" in type;
  if (isReference && !writing.dialect.allowsBesideReference && Object.keys(notes).length > 0)
    return { ...notes, allOf: [type] };
  return { ...notes, ...type };
}

function toNamedEnumSchema(named: NamedEnumView, writing: Writing): SchemaObject {
  const schema = { ...toEnumSchema(named, writing), ...annotate({ prose: named.prose }, writing) };
  return writing.nullable.has(named.name) ? writing.dialect.withNull(schema) : schema;
}
