import type { JsonSchema } from "../../schema/ajv.js";
import { formatRelease } from "../../schema/release.js";
import type { Fleet } from "../../version/fleet.js";
import { formatReason } from "../../version/reasons.js";
import type {
  EnumView,
  Held,
  KindView,
  ObjectView,
  PropertyView,
  Reason,
  TypeView,
} from "../../version/view.js";
import type { Int64Schema } from "./int64-vocabulary.js";
import type { ClosedSchema } from "./vocabulary.js";

/** How the schemas of one side are made. */
export interface SchemaOptions {
  readonly side: "request" | "response";
  readonly fleet: Fleet;
}

/** What is to be compiled into one function: an object, and the object that it extends. */
export interface Compilable {
  readonly object: ObjectView;
  readonly base?: ObjectView;
  /** Whether this is only what others extend: it cannot know all their properties. */
  readonly partial?: boolean;
}

/** An object as a schema in our own vocabulary; other objects are referred to by name. */
export function toCompilerSchema({ object, base, partial }: Compilable, options: SchemaOptions): JsonSchema {
  const { properties, open, forbidden } = object;
  const closed = options.side === "response" && !open && partial !== true;
  return {
    ...(partial !== true && { type: "object" }),
    ...requiredSchema(properties),
    ...gatesSchema(properties),
    properties: Object.fromEntries(
      properties.flatMap((property) =>
        spellingsOf(property).map((spelling) => [spelling, propertySchema(property, options)]),
      ),
    ),
    ...(closed && {
      closed: closedSchema(
        [...(base?.properties ?? []), ...properties],
        [...(base?.forbidden ?? []), ...forbidden],
        options,
      ),
    }),
    ...(base && { allOf: [{ $ref: base.name }] }),
  };
}

const spellingsOf = ({ name, legacyNames }: PropertyView): readonly string[] => [name, ...legacyNames];

function requiredSchema(properties: readonly PropertyView[]): Record<string, unknown> {
  const required = properties.filter((property) => property.required);
  const aliased = required.filter(({ legacyNames }) => legacyNames.length > 0).map(spellingsOf);
  return {
    required: required.filter(({ legacyNames }) => legacyNames.length === 0).map(({ name }) => name),
    ...(aliased.length > 0 && { requiredSpelling: aliased }),
  };
}

function gatesSchema(properties: readonly PropertyView[]): Record<string, unknown> {
  const exists = properties.flatMap((property) =>
    property.gate?.exists
      ? spellingsOf(property).map((name) => ({ name, spans: property.gate?.exists }))
      : [],
  );
  const required = properties.flatMap((property) =>
    property.gate?.required
      ? [{ name: property.name, names: spellingsOf(property), spans: property.gate.required }]
      : [],
  );
  return {
    ...(exists.length > 0 && { existsWhen: exists }),
    ...(required.length > 0 && { requiredWhen: required }),
  };
}

function propertySchema({ type, gate }: PropertyView, options: SchemaOptions): JsonSchema {
  if (!gate?.eras) return typeSchema(type, options);
  return {
    eras: [...gate.eras.map((era) => typeSchema(era.type, options)), typeSchema(type, options)],
    eraSpans: gate.eras.map(({ spans }) => spans),
  };
}

const closedSchema = (
  properties: readonly PropertyView[],
  forbidden: ObjectView["forbidden"],
  { fleet }: SchemaOptions,
): ClosedSchema => ({
  known: properties.flatMap(({ name, legacyNames }) => [name, ...legacyNames]),
  forbidden: forbidden.map(({ name, reason }) => ({
    name,
    reason: formatReason(reason, fleet),
    ...addedIn(reason),
  })),
});

const addedIn = (reason: Reason): { addedIn?: string } =>
  reason.kind === "added" ? { addedIn: formatRelease(reason.release) } : {};

/** Each kind has keywords of its own; several kinds are told apart one after the other. */
function typeSchema(type: TypeView, options: SchemaOptions): JsonSchema {
  if (type === "unknown") return true;
  const [first, ...others] = type;
  if (!first) return false;
  const schema = kindSchema(first, options);
  return others.length === 0 ? schema : unionSchema(type, options);
}

/** One `if` a kind; where none holds, the error names them all. */
const unionSchema = (type: readonly KindView[], options: SchemaOptions): JsonSchema =>
  type.reduceRight<JsonSchema>(
    (otherwise, kind) => ({ if: kindTest(kind), then: kindSchema(kind, options), else: otherwise }),
    { kinds: type.map(typeName) },
  );

function kindSchema(kind: KindView, options: SchemaOptions): JsonSchema {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return { type: kind.kind };
    case "number":
      if (kind.held !== undefined) return { int64: int64Schema(kind, kind.held) };
      return {
        type: typeName(kind),
        ...(kind.level !== "number" && { safeInteger: true }),
        ...pick(kind, ["minimum", "maximum"]),
      };
    case "text": {
      const formats = options.side === "response" && kind.formats.length > 0 ? { formats: kind.formats } : {};
      return { type: "string", ...pick(kind, ["minLength", "maxLength"]), ...formats };
    }
    case "enum":
      return enumSchema(kind.enum, options);
    case "array": {
      // Where nothing fits, each element is a fault of its own, so that each can be left out and reported.
      if (!kind.items) return { type: "array", items: false };
      return {
        type: "array",
        ...pick(kind, ["minItems", "maxItems"]),
        items: typeSchema(kind.items, options),
      };
    }
    case "object":
      return { $ref: kind.object.name };
  }
}

function enumSchema({ open, values, forbidden }: EnumView, { fleet }: SchemaOptions): JsonSchema {
  if (open) return { type: "string" };
  const unwanted = forbidden.map(({ value, reason }) => ({
    name: value,
    reason: formatReason(reason, fleet),
    ...addedIn(reason),
  }));
  const timed = values.flatMap(({ value, exists }) => (exists ? [{ name: value, spans: exists }] : []));
  return {
    type: "string",
    values: { allowed: values.map(({ value }) => value), forbidden: unwanted },
    ...(timed.length > 0 && { valueExistsWhen: timed }),
  };
}

/** In one era of a 64-bit integer it may have been an integer that a number holds. */
function int64Schema({ level, minimum, maximum }: NumberKind, held: Held): Int64Schema {
  if (level === "int64") return { held, minimum, maximum };
  const limit = Number.MAX_SAFE_INTEGER;
  return { held, minimum: Math.max(minimum ?? -limit, -limit), maximum: Math.min(maximum ?? limit, limit) };
}

/** What tells a kind from the others of a union. */
function kindTest(kind: KindView): JsonSchema {
  if (kind.kind !== "number" || kind.held === undefined) return { type: typeName(kind) };
  return kind.held === "bigint" ? { isBigint: true } : { type: "string" };
}

/** What a kind is called where none of a union was found. */
function typeName(kind: KindView): string {
  if (kind.kind === "text" || kind.kind === "enum") return "string";
  if (kind.kind === "number" && kind.held !== undefined)
    return kind.held === "bigint" ? "bigint" : "string of digits";
  return kind.kind === "number" && kind.level !== "number" ? "integer" : kind.kind;
}

type NumberKind = Extract<KindView, { kind: "number" }>;

const pick = <T extends object, K extends keyof T>(value: T, keys: readonly K[]): Partial<Pick<T, K>> =>
  Object.fromEntries(
    keys.filter((key) => value[key] !== undefined).map((key) => [key, value[key]]),
  ) as Partial<Pick<T, K>>;
