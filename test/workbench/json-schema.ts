import { dialects, type SchemaObject, type Strictness } from "../../generator/contract/schema/dialects.js";
import { toRefereeDefinitions } from "../../generator/contract/schema/schemas.js";
import type { ObjectView, PropertyView, TypeView } from "../../generator/contract/view/view.js";
import {
  collectReferenced,
  findInlined,
  listPropertyNames,
  type InlinedProperty,
} from "../../generator/contract/view/walk.js";

/** How tests hold a document against an object: as schemas do, or as our validators read a `request`. */
export type Reading = Strictness | "request";

const { refer, onlyNull } = dialects.referee;

/** A standard draft-07 schema of one object and everything it holds. */
export const toJsonSchema = (root: ObjectView, reading: Reading): SchemaObject => ({
  ...refer(root.name),
  definitions: reading === "request" ? defineRequest(root) : toRefereeDefinitions([root], reading),
});

/** Our validators refuse nothing in a request for what is not documented. */
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

/** A property that may be absent may be null, and one that is not documented may hold anything. */
function loosen(property: PropertyView): PropertyView {
  const { type, lenient, required } = property;
  if (lenient) return { ...property, type: "unknown" };
  if (type === "unknown" || required) return property;
  return { ...property, type: [...type.filter(({ kind }) => kind !== "null"), { kind: "null" }] };
}

/** Other objects are referred to by their names: their properties are not needed. */
const shorten = (type: TypeView): TypeView =>
  type === "unknown"
    ? type
    : type.map((kind) => {
        if (kind.kind === "array") return { ...kind, items: shorten(kind.items) };
        return kind.kind === "object" ? { ...kind, object: { ...kind.object, properties: [] } } : kind;
      });

/**
 * The property is there, or those of its object are there in its place, or neither is. Where the property has no null, a
 * null is not there; where it has one, so have those in its place.
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
