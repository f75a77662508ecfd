import type { JsonSchema } from "../spec/ajv.js";
import { collectTypes } from "./walk.js";
import { findInlined, type InlinedProperty } from "./inlined.js";
import type { KindView, ObjectView, PropertyView, TypeView } from "./view.js";

/**
 * How a document is held against a view: a `request` is read leniently (unknown properties and values of open
 * enums pass, formats are annotations, and nothing is refused for what is not documented), a `response` is closed and its formats are checked. `closed` is
 * lenient in nothing: it accepts only what one release knows.
 */
export type Strictness = "request" | "response" | "closed";

/** A standard draft-07 schema of one object and everything it holds. */
export const toJsonSchema = (
  root: ObjectView,
  strictness: Strictness,
): Readonly<Record<string, unknown>> => ({
  $ref: definitionPointer(root),
  definitions: toDefinitions([root], strictness),
});

/** Objects of one view and everything they hold, each by its name: the `definitions` of a draft-07 schema. */
export const toDefinitions = (
  roots: readonly ObjectView[],
  strictness: Strictness,
): Readonly<Record<string, JsonSchema>> =>
  Object.fromEntries(
    collectTypes(roots).objects.map((object) => [object.name, objectSchema(object, strictness)]),
  );

/** Where an object stands in a schema with such definitions, as a URI fragment. */
export const definitionPointer = ({ name }: ObjectView): string => `#/definitions/${name}`;

function objectSchema(object: ObjectView, strictness: Strictness): JsonSchema {
  const { open, properties } = object;
  const inlined = strictness === "request" ? findInlined(object) : undefined;
  const shapes = properties.flatMap((property) =>
    listSpellings(property).map(
      (name) => [name, propertySchema(property, strictness, property !== inlined?.property)] as const,
    ),
  );
  const required = properties
    .filter((property) => property.required && property !== inlined?.property)
    .map(listSpellings);
  const several = [
    ...required.filter((names) => names.length > 1).map((names) => anyOfNames(names)),
    ...(inlined ? [inlinedSchema(inlined)] : []),
  ];
  return {
    type: "object",
    properties: Object.fromEntries(shapes),
    required: required.filter((names) => names.length === 1).flat(),
    ...(several.length > 0 && { allOf: several }),
    ...(!open && strictness !== "request" && { additionalProperties: false }),
  };
}

const listSpellings = ({ name, legacyNames }: PropertyView): readonly string[] => [name, ...legacyNames];

/** Of a request, a property that may be absent may be null, and one that is not documented may hold anything. */
function propertySchema(
  { type, required, lenient }: PropertyView,
  strictness: Strictness,
  isAlone: boolean,
): JsonSchema {
  if (strictness !== "request") return typeSchema(type, strictness);
  if (lenient) return true;
  const schema = typeSchema(type, strictness);
  return (required && isAlone) || schema === true ? schema : { anyOf: [schema, { type: "null" }] };
}

/**
 * The property is there, or those of its object are there in its place, or neither is. Where the property has no null, a
 * null is not there; where it has one, so have those in its place.
 */
function inlinedSchema({ property, inner, names, nullable }: InlinedProperty): JsonSchema {
  const spellings = listSpellings(property);
  const isThere = nullable ? anyOfNames(spellings) : anyOfNames(spellings, { not: { type: "null" } });
  const isInPlace = anyOfNames(names);
  const fits = { $ref: definitionPointer(inner) };
  const isNull = { properties: Object.fromEntries(names.map((name) => [name, { type: "null" }])) };
  const shape = nullable ? { anyOf: [isNull, fits] } : fits;
  const inPlace = property.lenient ? isInPlace : { allOf: [isInPlace, shape] };
  return { anyOf: [isThere, inPlace, ...(property.required ? [] : [{ not: isInPlace }])] };
}

/** A required property may come under one of its legacy names. */
const anyOfNames = (names: readonly string[], value: JsonSchema = true): JsonSchema => ({
  anyOf: names.map((name) => ({
    required: [name],
    ...(value !== true && { properties: { [name]: value } }),
  })),
});

function typeSchema(type: TypeView, strictness: Strictness): JsonSchema {
  if (type === "unknown") return true;
  const schemas = type.map((kind) => kindSchema(kind, strictness));
  const [first] = schemas;
  // No value fits: an open object keeps such a property in order to refuse it.
  if (first === undefined) return false;
  return schemas.length === 1 ? first : { anyOf: schemas };
}

function kindSchema(kind: KindView, strictness: Strictness): JsonSchema {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return { type: kind.kind };
    case "number":
      return numberSchema(kind);
    case "text":
      return textSchema(kind, strictness);
    case "enum": {
      const { open, values } = kind.enum;
      const loose = open && strictness !== "closed";
      // An open enum may have had no known value yet, and JSON Schema wants an enum to have one.
      if (!loose && values.length === 0) return false;
      return loose ? { type: "string" } : { type: "string", enum: values.map(({ value }) => value) };
    }
    case "array": {
      const { items, minItems, maxItems } = kind;
      return {
        type: "array",
        items: typeSchema(items, strictness),
        ...(minItems !== undefined && { minItems }),
        ...(maxItems !== undefined && { maxItems }),
      };
    }
    case "object":
      return { $ref: definitionPointer(kind.object) };
  }
}

/** Refuses integers beyond 2^53 - 1: JSON.parse has already rounded them. */
function numberSchema({ level, minimum, maximum }: Extract<KindView, { kind: "number" }>): JsonSchema {
  const limit = Number.MAX_SAFE_INTEGER;
  if (level !== "number") {
    return {
      type: "integer",
      minimum: Math.max(minimum ?? -limit, -limit),
      maximum: Math.min(maximum ?? limit, limit),
    };
  }
  return {
    type: "number",
    ...(minimum !== undefined && { minimum }),
    ...(maximum !== undefined && { maximum }),
  };
}

function textSchema(kind: Extract<KindView, { kind: "text" }>, strictness: Strictness): JsonSchema {
  const { formats, minLength, maxLength } = kind;
  const bounded = {
    type: "string",
    ...(minLength !== undefined && { minLength }),
    ...(maxLength !== undefined && { maxLength }),
  };
  if (strictness === "request" || formats.length === 0) return bounded;
  const [only] = formats;
  return formats.length === 1
    ? { ...bounded, format: only }
    : { ...bounded, anyOf: formats.map((format) => ({ format })) };
}
