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

/** The schemas of all objects and named enums, sorted by name. */
export type Definitions = ReadonlyMap<string, SchemaObject>;

/**
 * The documented contract of a fleet as schemas, for users of other languages. Requests have their required
 * properties and are open; answers are closed. The schemas do not cover what our own validators tolerate and hide
 * from handlers: null for an absent property, invalid values where nothing is documented, and properties of an object
 * placed directly in its parent.
 * @throws Error if a request and an answer have different types of one name, which no checked spec has
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

/** Includes everything that the objects contain, as the `definitions` of a draft-07 schema for ajv. */
export const toRefereeDefinitions = (roots: readonly ObjectView[], strictness: Strictness): SchemaObject =>
  Object.fromEntries(
    defineAll(roots, { dialect: dialects.referee, strictness, fleet: undefined, nullable: undefined }),
  );

type NamedSchema = readonly [name: string, schema: SchemaObject];

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

/** Requests and answers may share an open enum. */
function collectOnce(entries: readonly NamedSchema[]): Definitions {
  const definitions = new Map<string, SchemaObject>();
  for (const [name, schema] of entries) {
    if (!isDeepStrictEqual(definitions.get(name) ?? schema, schema))
      throw new Error(`a request and an answer have different types called ${name}`);
    definitions.set(name, schema);
  }
  return definitions;
}

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
    // Some type generators treat an object with no known property as an empty object.
    ...(open && properties.length === 0 && { additionalProperties: true }),
  };
}

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

/** A body may use any name of the property, in both directions. */
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
  // Generators that name a schema by its title would otherwise create an unnamed copy of the definition.
  return { title: kinds.map(findTypeName).find((name) => name !== undefined), ...notes, allOf: [type] };
}

/** Includes null if the dialect allows it. */
function typeIn({ type, required }: PropertyView, { dialect }: SchemaContext): TypeView {
  if (type === "unknown") return type;
  const others = type.filter(({ kind }) => kind !== "null");
  if (dialect.nullsIn === "all places") return [...others, { kind: "null" }];
  return dialect.nullsIn === "required places" && !required ? others : type;
}

/** Requires one of the names of a property that has older spellings. */
function toRequired(required: readonly PropertyView[], { isExact }: SchemaDialect): SchemaObject {
  const plain = required.filter((each) => !hasSpellings(each));
  const several = required.filter(hasSpellings).map((property) => anyOfNames(listPropertyNames(property)));
  return {
    ...(plain.length > 0 && { required: plain.map(({ name }) => name) }),
    ...(isExact && several.length > 0 && { allOf: several }),
  };
}

/** Lists the names twice, for checkers that need to see each property. */
const anyOfNames = (names: readonly string[]): SchemaObject => ({
  anyOf: names.map((name) => ({ properties: { [name]: {} }, required: [name] })),
});

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

/** Adds null to an alternative with a `type` if there is one. */
function addNull(
  schemas: readonly SchemaObject[],
  { withNull, onlyNull }: SchemaDialect,
): readonly SchemaObject[] {
  const at = schemas.findIndex((schema) => "type" in schema);
  return at < 0
    ? [...schemas, onlyNull]
    : schemas.map((each, index) => (index === at ? withNull(each) : each));
}

/** A named enum is not included, because its own definition rejects every value. */
const isNever = (kind: KindView, context: SchemaContext): boolean =>
  kind.kind === "enum" && kind.enum.name === undefined && hasNoValue(kind.enum, context);

/** True for a closed enum with no value that every shop knows. */
const hasNoValue = ({ open, values }: EnumView, { strictness }: Pick<SchemaContext, "strictness">): boolean =>
  (!open || strictnesses[strictness].knowsAll) && values.length === 0;

/** One schema, or an alternative per format: some generators reject a `type` beside alternatives. */
function toKindSchemas(kind: KindView, context: SchemaContext): readonly SchemaObject[] {
  const { dialect, strictness } = context;
  const name = findTypeName(kind);
  if (name !== undefined) return [dialect.refer(name)];
  const plain = toPlainSchema(kind, context);
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

export const listLimits = (
  kind: KindLimits & Pick<KindView, "kind">,
): readonly (readonly [string, number])[] =>
  limitKeywords.flatMap((keyword) => {
    const limit = kind[keyword];
    return limit === undefined ? [] : [[keyword, limit] as const];
  });

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

/** An open enum lists its known values without requiring them, because others may follow. */
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

interface WithParts extends SchemaObject {
  readonly properties?: Readonly<Record<string, WithParts>>;
  readonly items?: WithParts;
  readonly anyOf?: readonly WithParts[];
}

/**
 * Adds the titles that code generators name types by: the name of each definition, and the path of each enum and list
 * of alternatives inside, such as `PongKind` for `kind` of `Pong`. Titles are unique.
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

function takeTitle(name: string, taken: Set<string>, count = 1): string {
  const title = count === 1 ? name : `${name}${count}`;
  if (taken.has(title)) return takeTitle(name, taken, count + 1);
  taken.add(title);
  return title;
}
