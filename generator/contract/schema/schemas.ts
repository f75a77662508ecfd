import { isDeepStrictEqual } from "node:util";
import { capitalize } from "../../base/text/words.js";
import { describeEnum, describeObject, describeProperty, type DescribeOptions } from "../view/reasons.js";
import {
  collectReferenced,
  findTypeName,
  listBesideNull,
  listBodies,
  listPropertyNames,
} from "../view/walk.js";
import type { EnumView, KindView, ObjectView, PropertyView, TypeView, View } from "../view/view.js";
import { dialects, strictnesses } from "./dialects.js";
import type { SchemaDialect, SchemaObject, Strictness, SchemaContext } from "./dialects.js";

/** The schemas of a contract, by name, sorted: each object and each named enum, once. */
export type Definitions = ReadonlyMap<string, SchemaObject>;

/**
 * The contract as a fleet sees it, as schemas of what is documented, for those who do not write TypeScript. Requests have
 * their required properties and are open; answers are closed. What our own validators put up with besides, and leave out of
 * what a handler sees, is not in here: nulls in the place of absent properties, values that do not fit where nothing is
 * documented, and properties of an object that stand in its holder.
 * @throws Error if a request and an answer hold different things of one name, which no checked spec has.
 */
export function toDefinitions(view: View, dialect: SchemaDialect): Definitions {
  const { requests, responses, all } = listBodies(view);
  const nullable =
    dialect.nullsIn === "definitions" ? listBesideNull(collectReferenced(all).objects) : undefined;
  const context = { dialect, fleet: view.fleet, nullable };
  const definitions = collectOnce([
    ...defineAll(requests, { ...context, strictness: "asked" }),
    ...defineAll(responses, { ...context, strictness: "response" }),
  ]);
  return addTitles(new Map([...definitions].sort(([a], [b]) => (a < b ? -1 : 1))));
}

/** Objects and everything they hold, as ajv holds documents against them: the `definitions` of a draft-07 schema. */
export const toRefereeDefinitions = (roots: readonly ObjectView[], strictness: Strictness): SchemaObject =>
  Object.fromEntries(
    defineAll(roots, { dialect: dialects.referee, strictness, fleet: undefined, nullable: undefined }),
  );

type NamedSchema = readonly [name: string, schema: SchemaObject];

/** Objects and everything they hold, each with its name. */
export function defineAll(roots: readonly ObjectView[], context: SchemaContext): readonly NamedSchema[] {
  const { objects, enums } = collectReferenced(roots);
  const { dialect, nullable } = context;
  return [
    ...objects.map((each) => [each.name, toObjectSchema(each, context)] as const),
    ...enums.map((each) => {
      const schema = { ...toEnumSchema(each, context), ...annotate(each, describeEnum, context) };
      return [each.name, schema] as const;
    }),
  ].map(([name, schema]) => [name, nullable?.has(name) === true ? dialect.withNull(schema) : schema]);
}

/** Both sides may use one open enum. */
function collectOnce(entries: readonly NamedSchema[]): Definitions {
  const definitions = new Map<string, SchemaObject>();
  for (const [name, schema] of entries) {
    if (!isDeepStrictEqual(definitions.get(name) ?? schema, schema))
      throw new Error(`a request and an answer hold different things that are called ${name}`);
    definitions.set(name, schema);
  }
  return definitions;
}

/** The schema of an object. */
export function toObjectSchema(object: ObjectView, context: SchemaContext): SchemaObject {
  const { open, properties } = object;
  const { isClosed, isWhole } = strictnesses[context.strictness];
  const required = properties.filter((property) => isWhole && property.required);
  const first = context.dialect.requiredFirst === true ? required.filter((each) => !hasSpellings(each)) : [];
  const ordered = [...first, ...properties.filter((property) => !first.includes(property))];
  return {
    type: "object",
    ...annotate(object, describeObject, context),
    properties: Object.fromEntries(ordered.flatMap((property) => toPropertySchemas(property, context))),
    ...toRequired(required, context.dialect),
    ...(isClosed && !open && { additionalProperties: false }),
    // Generators of types take an object of which nothing is known for one that holds nothing.
    ...(open && properties.length === 0 && { additionalProperties: true }),
  };
}

/** The parts of a schema that describe and do not constrain. */
function annotate<T extends Pick<ObjectView, "prose">>(
  part: T,
  describe: (part: T, describing: DescribeOptions) => string,
  { dialect, strictness, fleet }: SchemaContext,
): SchemaObject {
  if (fleet === undefined) return {};
  const asksFormats = strictnesses[strictness].isClosed;
  const description = describe(part, { fleet, asksFormats });
  return {
    ...(description !== "" && { description: dialect.describe(description) }),
    ...(part.prose.deprecated && { deprecated: true }),
  };
}

const hasSpellings = ({ legacyNames }: PropertyView): boolean => legacyNames.length > 0;

/** The schema of a property under each of its names: a body may use any of them, in either direction. */
function toPropertySchemas(property: PropertyView, context: SchemaContext): readonly NamedSchema[] {
  const { name, prose } = property;
  const legacyNames = strictnesses[context.strictness].isWhole ? property.legacyNames : [];
  const older = { ...property, prose: { ...prose, description: `Another spelling of \`${name}\`.` } };
  return [
    [name, toPropertySchema(property, context)],
    ...legacyNames.map((other) => [other, toPropertySchema(older, context)] as const),
  ];
}

function toPropertySchema(property: PropertyView, context: SchemaContext): SchemaObject {
  const { dialect } = context;
  const type = toTypeSchema(typeIn(property, context), context);
  const notes = annotate(property, describeProperty, context);
  if (!("$ref" in type) || dialect.allowsBesideReference || Object.keys(notes).length === 0)
    return { ...notes, ...type };
  const kinds = property.type === "unknown" ? [] : property.type;
  // Generators that name a schema by its title would otherwise make a nameless copy of the definition.
  return { title: kinds.map(findTypeName).find((name) => name !== undefined), ...notes, allOf: [type] };
}

/** The type of a property, as far as the dialect says its null. */
function typeIn({ type, required }: PropertyView, { dialect }: SchemaContext): TypeView {
  if (type === "unknown") return type;
  const others = type.filter(({ kind }) => kind !== "null");
  if (dialect.nullsIn === "all places") return [...others, { kind: "null" }];
  return dialect.nullsIn === "required places" && !required ? others : type;
}

/** Where a property may come under an older spelling, one of its names is there. */
function toRequired(required: readonly PropertyView[], { isExact }: SchemaDialect): SchemaObject {
  const plain = required.filter((each) => !hasSpellings(each));
  const several = required.filter(hasSpellings).map((property) => anyOfNames(listPropertyNames(property)));
  return {
    ...(plain.length > 0 && { required: plain.map(({ name }) => name) }),
    ...(isExact && several.length > 0 && { allOf: several }),
  };
}

/** A required property may come under one of its names. It is said again, for checkers that want to know what it is. */
const anyOfNames = (names: readonly string[]): SchemaObject => ({
  anyOf: names.map((name) => ({ properties: { [name]: {} }, required: [name] })),
});

/** The schema of a type. Several kinds are alternatives. */
export function toTypeSchema(type: TypeView, context: SchemaContext): SchemaObject {
  const { dialect } = context;
  if (type === "unknown") return dialect.anything;
  const kinds = type.filter((kind) => kind.kind !== "null" && !isNever(kind, context));
  const hasNull = type.some(({ kind }) => kind === "null");
  if (kinds.length === 0) return hasNull ? dialect.onlyNull : dialect.nothing;
  const schemas = kinds.flatMap((kind) => toKindSchemas(kind, context));
  const isSaid = dialect.nullsIn === "definitions" && kinds.some((kind) => findTypeName(kind) !== undefined);
  const [only, ...others] = [
    ...(hasNull && !isSaid ? addNull(schemas, dialect) : schemas),
    ...(dialect.substitutes?.(kinds) ?? []),
  ];
  return only && others.length === 0 ? only : { anyOf: [only, ...others] };
}

/** One of the alternatives takes null: one with a `type`, if there is any. */
function addNull(
  schemas: readonly SchemaObject[],
  { withNull, onlyNull }: SchemaDialect,
): readonly SchemaObject[] {
  const at = schemas.findIndex((schema) => "type" in schema);
  return at < 0
    ? [...schemas, onlyNull]
    : schemas.map((each, index) => (index === at ? withNull(each) : each));
}

/** An enum that takes nothing. One that has a name says so itself. */
const isNever = (kind: KindView, context: SchemaContext): boolean =>
  kind.kind === "enum" && kind.enum.name === undefined && hasNoValue(kind.enum, context);

/** Whether an enum is closed, and no value of it is known to every shop. */
const hasNoValue = ({ open, values }: EnumView, { strictness }: Pick<SchemaContext, "strictness">): boolean =>
  (!open || strictnesses[strictness].knowsAll) && values.length === 0;

/** One schema, or an alternative for each format: a `type` beside alternatives is a contradiction to some generators. */
function toKindSchemas(kind: KindView, context: SchemaContext): readonly SchemaObject[] {
  const { dialect, strictness } = context;
  const name = findTypeName(kind);
  if (name !== undefined) return [dialect.refer(name)];
  const plain = dialect.leaf?.(kind) ?? toPlainSchema(kind, context);
  if (!dialect.isExact) return [plain];
  const schema = { ...plain, ...toConstraints(kind, context) };
  const isFormatted = kind.kind === "text" && kind.formats.length > 0 && strictnesses[strictness].isClosed;
  return isFormatted ? kind.formats.map((format) => ({ ...schema, format })) : [schema];
}

function toPlainSchema(kind: KindView, context: SchemaContext): SchemaObject {
  switch (kind.kind) {
    case "null":
    case "boolean":
    case "object":
      return { type: kind.kind };
    case "number":
      return { type: kind.level === "number" ? "number" : "integer" };
    case "text":
      return { type: "string" };
    case "enum":
      return toEnumSchema(kind.enum, context);
    case "array": {
      const isEmpty = kind.items.length === 0;
      return { type: "array", items: isEmpty ? context.dialect.anything : toTypeSchema(kind.items, context) };
    }
  }
}

const limitKeywords = ["minimum", "maximum", "minLength", "maxLength", "minItems", "maxItems"] as const;
type KindLimits = Partial<Record<(typeof limitKeywords)[number], number | undefined>>;

/** The limits of a kind, by the keyword of JSON Schema. */
export const listLimits = (
  kind: KindLimits & Pick<KindView, "kind">,
): readonly (readonly [string, number])[] =>
  limitKeywords.flatMap((keyword) => {
    const limit = kind[keyword];
    return limit === undefined ? [] : [[keyword, limit] as const];
  });

/** The constraints of a schema besides its type. */
function toConstraints(kind: KindView, { dialect }: SchemaContext): SchemaObject {
  const own = Object.fromEntries(listLimits(kind));
  if (kind.kind === "array" && kind.items.length === 0) return { ...own, maxItems: 0 };
  if (kind.kind !== "number" || kind.level === "number") return own;
  const { minimum = -Infinity, maximum = Infinity } = kind;
  const limit = Number.MAX_SAFE_INTEGER;
  return {
    ...(kind.level === "int64" && { format: "int64" }),
    ...(dialect.isParsed === true
      ? { minimum: Math.max(minimum, -limit), maximum: Math.min(maximum, limit) }
      : own),
  };
}

/** Of an open enum, which may get values that nobody described, the known ones are said and not asked for. */
function toEnumSchema(view: EnumView, { dialect, strictness }: SchemaContext): SchemaObject {
  if (hasNoValue(view, { strictness })) return dialect.nothing;
  const values = view.values.map(({ value }) => value);
  const isClosed = !view.open || strictnesses[strictness].knowsAll;
  return {
    type: "string",
    ...(isClosed && { enum: values }),
    ...(!isClosed && dialect.hasExamples && values.length > 0 && { examples: values }),
  };
}

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
function addTitles(definitions: ReadonlyMap<string, SchemaObject>): ReadonlyMap<string, SchemaObject> {
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
