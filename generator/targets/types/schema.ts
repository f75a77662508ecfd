import { toCommentText } from "../../text/comment.js";
import { toStringLiteral } from "../../text/literal.js";
import type { Fleet } from "../../time/fleet.js";
import { formatReason } from "../../view/reasons.js";
import type { EnumView, KindView, ObjectView, PropertyView, TypeView } from "../../view/view.js";
import { toReference, toVerbatim, type Base, type Declaration, type JSONSchema } from "./declarations.js";
import { toDocComment } from "./doc-comment.js";

/** An answer's object that may hold nothing: TypeScript would let anything be an interface without properties. */
export function declareAnswer(object: ObjectView, fleet: Fleet): Declaration {
  const { name, schema } = declareObject(object, fleet);
  const isEmpty = !object.open && Object.keys(schema.properties ?? {}).length === 0;
  return { name, schema: isEmpty ? { ...schema, additionalProperties: toVerbatim("never") } : schema };
}

/** An object as an interface, which extends these. */
export function declareObject(object: ObjectView, fleet: Fleet, bases: readonly Base[] = []): Declaration {
  const { name, open, properties, forbidden } = object;
  const shapes = [
    ...properties.map((property) => [property.name, propertySchema(property)] as const),
    ...forbidden.map(
      (entry) =>
        [entry.name, { ...toVerbatim("never"), description: formatReason(entry.reason, fleet) }] as const,
    ),
  ];
  const schema: JSONSchema = {
    type: "object",
    description: toDocComment(object),
    additionalProperties: open,
    properties: Object.fromEntries(shapes),
    required: properties.filter(({ required }) => required).map((property) => property.name),
  };
  return { name, schema, bases };
}

/** A named enum as a type of its own. */
export const declareEnum = (view: EnumView, fleet: Fleet): Declaration => ({
  name: view.name ?? "",
  schema: { ...enumSchema(view), description: enumComment(view, fleet) },
});

function enumComment(view: EnumView, fleet: Fleet): string {
  const missing = view.forbidden.map(({ value, reason }) =>
    toCommentText(`Not ${toStringLiteral(value)} (${formatReason(reason, fleet)}).`),
  );
  return [toDocComment(view), ...missing].filter((text) => text !== "").join("\n");
}

/** A description beside a reference would make json-schema-to-typescript declare the type again: wrap it. */
function propertySchema(property: PropertyView): JSONSchema {
  const schema = typeSchema(property.type);
  const description = toDocComment(property);
  return schema.$ref === undefined ? { ...schema, description } : { allOf: [schema], description };
}

function typeSchema(type: TypeView): JSONSchema {
  if (type === "unknown") return toVerbatim("unknown");
  const [only, ...others] = type.map(kindSchema);
  if (only === undefined) return toVerbatim("never");
  return others.length === 0 ? only : { anyOf: [only, ...others] };
}

function kindSchema(kind: KindView): JSONSchema {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return { type: kind.kind };
    case "number":
      return kind.held === "bigint" ? toVerbatim("bigint") : { type: kind.held ?? "number" };
    case "text":
      return { type: "string" };
    case "enum":
      return kind.enum.name === undefined ? enumSchema(kind.enum) : toReference(kind.enum.name);
    case "array":
      return { type: "array", items: kind.items ? typeSchema(kind.items) : toVerbatim("never") };
    case "object":
      return toReference(kind.object.name);
  }
}

/** Literals are written by us: json-schema-to-typescript leaves line separators in them as they are. */
function enumSchema({ values, open }: EnumView): JSONSchema {
  const literals = values.map(({ value }) => toStringLiteral(value));
  const type = [...literals, ...(open ? ["(string & {})"] : [])].join(" | ");
  return toVerbatim(type as ReturnType<typeof toStringLiteral>);
}
