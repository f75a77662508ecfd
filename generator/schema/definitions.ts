import { isDeepStrictEqual } from "node:util";
import type { KindView, NamedEnumView, ObjectView, PropertyView, TypeView, View } from "../view/view.js";
import { collectReferred, listBodies } from "../view/walk.js";
import { annotate } from "./annotations.js";
import type { Dialect, SchemaObject, Writing } from "./dialect.js";
import { toEnumSchema, toTypeSchema } from "./type-schema.js";

/** The schemas of a contract, by name, sorted: each object and each named enum, once. */
export type Definitions = ReadonlyMap<string, SchemaObject>;

/**
 * The contract as a fleet sees it, as schemas of what is documented, for those who do not write TypeScript. Requests have
 * their required properties and are open; answers are closed. What our own validators put up with besides, and leave out of what a handler sees, is
 * not in here: nulls in the place of absent properties, values that do not fit where nothing is documented, and
 * properties of an object that stand in its holder.
 * @throws Error if a request and an answer hold different things of one name, which no checked spec has.
 */
export function toDefinitions(view: View, dialect: Dialect): Definitions {
  const { requests, responses } = listBodies(view);
  const sides = [
    { roots: requests, closed: false },
    { roots: responses, closed: true },
  ].map(({ roots, closed }) => ({ ...collectReferred(roots), closed }));
  const nullable = listNullable(sides.flatMap(({ objects }) => objects));
  const entries = sides.flatMap(({ objects, enums, closed }) => {
    const writing: Writing = { dialect, nullable, closed, fleet: view.fleet };
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

/** The definition of an object. */
function toObjectSchema(object: ObjectView, writing: Writing): SchemaObject {
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
function toNamedEnumSchema(named: NamedEnumView, writing: Writing): SchemaObject {
  const schema = {
    ...toEnumSchema(named, writing),
    ...annotate({ prose: named.prose, values: named }, writing),
  };
  return writing.nullable.has(named.name) ? writing.dialect.withNull(schema) : schema;
}

/**
 * The names of the definitions in whose place a null is documented somewhere. Such a definition takes null itself: a union of a
 * reference and null is what generators for other languages break on.
 */
export const listNullable = (objects: readonly ObjectView[]): ReadonlySet<string> =>
  new Set(objects.flatMap(({ properties }) => properties.flatMap(({ type }) => listBesideNull(type))));

function listBesideNull(type: TypeView): readonly string[] {
  if (type === "unknown") return [];
  const own = type.some(({ kind }) => kind === "null") ? type.flatMap(listNames) : [];
  const items = type.flatMap((kind) => (kind.kind === "array" ? listBesideNull(kind.items) : []));
  return [...own, ...items];
}

function listNames(kind: KindView): readonly string[] {
  if (kind.kind === "object") return [kind.object.name];
  return kind.kind === "enum" && kind.enum.name !== undefined ? [kind.enum.name] : [];
}
