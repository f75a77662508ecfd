import { toDefinitions, type Definitions } from "../../schema/definitions.js";
import { dialects, type SchemaObject } from "../../schema/dialect.js";
import type { View } from "../../view/view.js";
import { toAnyComment } from "./comments.js";

/** What the models are made of. */
export interface Contract {
  readonly view: View;
  readonly schemas: Definitions;
}

/** Where definitions are referred to. */
export const referTo = dialects.models.refer;

/** What is referred to, with its name, by the reference. */
export type References = ReadonlyMap<unknown, readonly [name: string, schema: SchemaObject]>;

/** The definitions by what refers to them. */
export const indexReferences = (definitions: Definitions): References =>
  new Map([...definitions].map((entry) => [referTo(entry[0]), entry]));

/**
 * The contract as schemas that types are made of. What a property takes is said by its type alone: a format would turn a
 * text into a date, which goes back as another text. What is required comes first, so that the rest can be left out where a
 * value is made; else the order is the spec's. Null is said where it is asked for. What is optional is left out instead,
 * since most languages have one null for both.
 */
export function toModelSchemas(view: View): Definitions {
  const definitions = toDefinitions(view, dialects.models);
  const nullable = new Set(
    [...definitions].flatMap(([name, each]) => (takesNull(each) ? [referTo(name)] : [])),
  );
  return new Map([...definitions].map(([name, each]) => [name, toType(withoutNull(each), nullable)]));
}

/** A schema without all that types do not say. The references in the set take null. */
function toType(schema: SchemaObject, nullable: ReadonlySet<unknown>): SchemaObject {
  const { description, $ref, type, properties, required, items, anyOf, additionalProperties } = schema;
  return {
    ...($ref !== undefined && { $ref }),
    ...(typeof description === "string" && { description: toAnyComment(description) }),
    ...(schema["deprecated"] === true && { deprecated: true }),
    ...(type !== undefined && { type }),
    ...(schema["enum"] !== undefined && { enum: schema["enum"] }),
    ...(properties !== undefined && {
      properties: toProperties(properties as Properties, required, nullable),
    }),
    ...(required !== undefined && { required }),
    ...(items !== undefined && { items: toType(items as SchemaObject, nullable) }),
    ...(anyOf !== undefined && toAlternatives(anyOf as readonly SchemaObject[], nullable)),
    ...(additionalProperties !== undefined && { additionalProperties }),
  };
}

type Properties = Readonly<Record<string, SchemaObject>>;

function toProperties(properties: Properties, required: unknown, nullable: ReadonlySet<unknown>): Properties {
  const isRequired = (name: string): boolean => Array.isArray(required) && required.includes(name);
  const names = Object.keys(properties);
  const order = [...names.filter(isRequired), ...names.filter((name) => !isRequired(name))];
  return Object.fromEntries(
    order.map((name) => {
      const schema = properties[name] ?? {};
      const type = toType(isRequired(name) ? schema : withoutNull(schema), nullable);
      return [name, isRequired(name) && nullable.has(type["$ref"]) ? orNull(type) : type];
    }),
  );
}

const orNull = ({ $ref, ...notes }: SchemaObject): SchemaObject => ({
  ...notes,
  anyOf: [{ $ref }, { type: "null" }],
});

const takesNull = ({ type }: SchemaObject): boolean => Array.isArray(type) && type.includes("null");

function withoutNull(schema: SchemaObject): SchemaObject {
  const {
    type,
    enum: values,
    anyOf,
  } = schema as Readonly<Partial<Record<"type" | "enum" | "anyOf", unknown>>>;
  return {
    ...schema,
    ...(Array.isArray(type) && { type: type.find((each) => each !== "null") as unknown }),
    ...(Array.isArray(values) && { enum: values.filter((each) => each !== null) as unknown }),
    ...(Array.isArray(anyOf) && { anyOf: (anyOf as SchemaObject[]).map(withoutNull) }),
  };
}

/** Alternatives that differ in nothing that a type says, such as two formats, are none. */
function toAlternatives(schemas: readonly SchemaObject[], nullable: ReadonlySet<unknown>): SchemaObject {
  const different = schemas
    .map((each) => toType(each, nullable))
    .filter((each) => Object.keys(each).length > 0);
  return different.length > 0 ? { anyOf: different } : {};
}
