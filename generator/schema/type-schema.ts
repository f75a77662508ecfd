import type { EnumView, KindView, TextView, TypeView } from "../view/view.js";
import type { SchemaObject, Writing } from "./dialect.js";
import { listExamples } from "./annotations.js";

/** What a value may be. Several kinds are alternatives; null is said by the type. */
export function toTypeSchema(type: TypeView, writing: Writing): SchemaObject {
  if (type === "unknown") return {};
  const kinds = type.filter((kind) => kind.kind !== "null" && !isNever(kind));
  const hasNull = type.some(({ kind }) => kind === "null");
  const schemas = kinds.map((kind) => toKindSchema(kind, writing));
  const [only] = schemas;
  if (only === undefined) return hasNull ? writing.dialect.onlyNull : { not: {} };
  if (schemas.length === 1) return hasNull && !("$ref" in only) ? writing.dialect.withNull(only) : only;
  return { anyOf: hasNull ? withNullOnce(schemas, writing) : schemas };
}

/** One that has a name says so itself. */
const isNever = (kind: KindView): boolean =>
  kind.kind === "enum" && kind.enum.name === undefined && hasNoValue(kind.enum);

/** Whether an enum takes nothing: it is closed, and no value of it is known to every shop. */
const hasNoValue = ({ open, values }: EnumView): boolean => !open && values.length === 0;

/** A definition takes null itself: one of the alternatives is enough. */
function withNullOnce(schemas: readonly SchemaObject[], { dialect }: Writing): readonly SchemaObject[] {
  if (schemas.some((schema) => "$ref" in schema)) return schemas;
  const [first, ...others] = schemas;
  return first ? [dialect.withNull(first), ...others] : [];
}

function toKindSchema(kind: KindView, writing: Writing): SchemaObject {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return { type: kind.kind };
    case "number":
      return toNumberSchema(kind);
    case "text":
      return toTextSchema(kind, writing);
    case "enum":
      return kind.enum.name === undefined
        ? toEnumSchema(kind.enum, writing)
        : { $ref: writing.dialect.refer(kind.enum.name) };
    case "array":
      return toArraySchema(kind, writing);
    case "object":
      return { $ref: writing.dialect.refer(kind.object.name) };
  }
}

/** On the wire a 64-bit integer is a number, however our own code would hold it. */
const toNumberSchema = ({
  level,
  minimum,
  maximum,
}: Extract<KindView, { kind: "number" }>): SchemaObject => ({
  type: level === "number" ? "number" : "integer",
  ...(level === "int64" && { format: "int64" }),
  ...(minimum !== undefined && { minimum }),
  ...(maximum !== undefined && { maximum }),
});

function toTextSchema({ formats, minLength, maxLength }: TextView, { closed }: Writing): SchemaObject {
  return {
    type: "string",
    ...(closed && formats.length > 0 && toFormats(formats)),
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
}

/** Each alternative says that it is a text: generators of types look at nothing else where there are any. */
const toFormats = (formats: TextView["formats"]): SchemaObject =>
  formats.length === 1
    ? { format: formats[0] }
    : { anyOf: formats.map((format) => ({ type: "string", format })) };

/** Of an open enum, which may get values that nobody described, the known ones are said and not asked for. */
export function toEnumSchema(view: EnumView, writing: Writing): SchemaObject {
  const values = view.values.map(({ value }) => value);
  if (hasNoValue(view)) return { not: {} };
  return { type: "string", ...(!view.open && { enum: values }), ...listExamples(view, writing) };
}

function toArraySchema(
  { items, minItems, maxItems }: Extract<KindView, { kind: "array" }>,
  writing: Writing,
): SchemaObject {
  const isEmpty = items !== "unknown" && items.length === 0;
  const most = isEmpty ? 0 : maxItems;
  return {
    type: "array",
    items: isEmpty ? {} : toTypeSchema(items, writing),
    ...(minItems !== undefined && { minItems }),
    ...(most !== undefined && { maxItems: most }),
  };
}
