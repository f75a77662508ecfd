import type { NamedEnumView, ObjectView, PropertyView } from "../view/view.js";
import { annotate } from "./annotations.js";
import type { SchemaObject } from "./dialect.js";
import { toEnumSchema, toTypeSchema } from "./type-schema.js";
import type { Writing } from "./writing.js";

/** The definition of an object. */
export function toObjectSchema(object: ObjectView, writing: Writing): SchemaObject {
  const { open, properties } = object;
  const schema = {
    type: "object",
    ...annotate(object, writing),
    properties: Object.fromEntries(properties.flatMap((property) => listSpellings(property, writing))),
    ...toRequired(properties.filter(({ required }) => required)),
    ...(writing.closed && !open && { additionalProperties: false }),
    // Generators of types take an object of which nothing is known for one that holds nothing.
    ...(open && properties.length === 0 && { additionalProperties: true }),
  };
  return writing.nullable.has(object.name) ? writing.dialect.withNull(schema) : schema;
}

/** What goes over the wire is under any of its names, as it was written, in either direction. */
function listSpellings(property: PropertyView, writing: Writing): (readonly [string, SchemaObject])[] {
  const { name, legacyNames, prose } = property;
  const older = { ...property, prose: { ...prose, description: `Another spelling of \`${name}\`.` } };
  return [
    [name, toPropertySchema(property, writing)],
    ...legacyNames.map((other) => [other, toPropertySchema(older, writing)] as const),
  ];
}

function toPropertySchema(property: PropertyView, writing: Writing): SchemaObject {
  const type = toTypeSchema(property.type, writing);
  const notes = annotate(property, writing);
  const isReference = "$ref" in type;
  if (isReference && !writing.dialect.allowsBesideReference && Object.keys(notes).length > 0)
    return { ...notes, allOf: [type] };
  return { ...notes, ...type };
}

/** Where a property may come under an older spelling, one of its names is there. */
function toRequired(required: readonly PropertyView[]): SchemaObject {
  const plain = required.filter(({ legacyNames }) => legacyNames.length === 0);
  const several = required.filter(({ legacyNames }) => legacyNames.length > 0);
  return {
    ...(plain.length > 0 && { required: plain.map(({ name }) => name) }),
    ...(several.length > 0 && {
      allOf: several.map(({ name, legacyNames }) => ({
        anyOf: [name, ...legacyNames].map((spelling) => ({
          // Said again, for checkers that want to know what a required property is.
          properties: { [spelling]: {} },
          required: [spelling],
        })),
      })),
    }),
  };
}

/** The definition of an enum with a name. */
export function toNamedEnumSchema(named: NamedEnumView, writing: Writing): SchemaObject {
  const schema = { ...toEnumSchema(named, writing), ...annotate({ prose: named.prose }, writing) };
  return writing.nullable.has(named.name) ? writing.dialect.withNull(schema) : schema;
}
