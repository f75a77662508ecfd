import { dialects, type SchemaObject, type Strictness } from "../../generator/contract/schema/dialects.js";
import { toRefereeDefinitions } from "../../generator/contract/schema/schemas.js";
import type { ObjectView, PropertyView, TypeView } from "../../generator/contract/view/view.js";
import {
  collectReferenced,
  findInlined,
  listPropertyNames,
  type InlinedProperty,
} from "../../generator/contract/view/walk.js";

/** The rules of schemas, or those of our validators for a `request`. */
export type Reading = Strictness | "request";

const { refer, onlyNull } = dialects.referee;

/** A standard draft-07 schema of an object and everything in it. */
export const toJsonSchema = (root: ObjectView, reading: Reading): SchemaObject => ({
  ...refer(root.name),
  definitions: reading === "request" ? defineRequest(root) : toRefereeDefinitions([root], reading),
});

/** Our validators accept undocumented content in a request. */
function defineRequest(root: ObjectView): SchemaObject {
  const lenient = collectReferenced([root]).objects.map(
    (object) => [object.name, toLenientSchema(object)] as const,
  );
  return { ...toRefereeDefinitions([root], "asked"), ...Object.fromEntries(lenient) };
}

function toLenientSchema(object: ObjectView): SchemaObject {
  const inlined = findInlined(object);
  const properties = object.properties.map((property) => {
    const { type, ...rest } = loosen(
      property === inlined?.property ? { ...property, required: false } : property,
    );
    return { ...rest, type: shorten(type) };
  });
  const definitions = toRefereeDefinitions([{ ...object, properties }], "asked");
  const schema = definitions[object.name] as SchemaObject & { readonly allOf?: readonly SchemaObject[] };
  return inlined ? { ...schema, allOf: [...(schema.allOf ?? []), toInlinedSchema(inlined)] } : schema;
}

/** An optional property may be null, and an undocumented one may contain anything. */
function loosen(property: PropertyView): PropertyView {
  const { type, lenient, required } = property;
  if (lenient) return { ...property, type: "unknown" };
  if (type === "unknown" || required) return property;
  return { ...property, type: [...type.filter(({ kind }) => kind !== "null"), { kind: "null" }] };
}

/** Refers to other objects by name, because their properties are not needed. */
const shorten = (type: TypeView): TypeView =>
  type === "unknown"
    ? type
    : type.map((kind) => {
        if (kind.kind === "array") return { ...kind, items: shorten(kind.items) };
        return kind.kind === "object" ? { ...kind, object: { ...kind.object, properties: [] } } : kind;
      });

/**
 * Either the property exists, or its object's properties exist in its place, or neither. Any of them may be null
 * only if the property is nullable.
 */
function toInlinedSchema({ property, inner, names, nullable }: InlinedProperty): SchemaObject {
  const isThere = anyOfNames(listPropertyNames(property), nullable ? {} : { not: onlyNull });
  const isInPlace = anyOfNames(names);
  const isNull = { properties: Object.fromEntries(names.map((name) => [name, onlyNull])) };
  const fits = refer(inner.name);
  const shape = nullable ? { anyOf: [isNull, fits] } : fits;
  const inPlace = property.lenient ? isInPlace : { allOf: [isInPlace, shape] };
  return { anyOf: [isThere, inPlace, ...(property.required ? [] : [{ not: isInPlace }])] };
}

const anyOfNames = (names: readonly string[], value: SchemaObject = {}): SchemaObject => ({
  anyOf: names.map((name) => ({ properties: { [name]: value }, required: [name] })),
});
