import { isDeepStrictEqual } from "node:util";
import { dialects, type Dialect, type Writing } from "../../schema/dialects.js";
import { toTypeSchema } from "../../schema/schemas.js";
import { toCommentText, toStringLiteral } from "../../text/escape.js";
import type { Fleet } from "../../time/fleet.js";
import { formatReason, isAside } from "../../view/reasons.js";
import type { EnumView, NamedEnumView, ObjectView, PropertyView, Reason } from "../../view/view.js";
import { toReference, toVerbatim, type Base, type Declaration, type JSONSchema } from "./declarations.js";
import { toDocComment } from "../doc-comment.js";

/** Declares an object that bodies hold. One that an event has instead of another extends that. */
export const declareInner = (object: ObjectView, fleet: Fleet): Declaration =>
  object.base ? declareHeir(object, object.base, fleet) : declareObject(object, fleet);

/**
 * Declares an object that answers hold. One that may hold nothing says so: TypeScript would let anything be an
 * interface without properties.
 */
export function declareAnswer(object: ObjectView, fleet: Fleet): Declaration {
  const declaration = declareInner(object, fleet);
  const isEmpty = !object.open && object.properties.length === 0 && listForbidden(object).length === 0;
  if (!isEmpty || object.base) return declaration;
  return { ...declaration, schema: { ...declaration.schema, additionalProperties: toVerbatim("never") } };
}

/** What the base says of a property in the same words is inherited; the rest is left out of it, and said anew. */
function declareHeir(object: ObjectView, base: ObjectView, fleet: Fleet): Declaration {
  const inherited = new Set(
    [...object.properties, ...object.forbidden]
      .filter((part) =>
        [...base.properties, ...base.forbidden].some((other) => isDeepStrictEqual(part, other)),
      )
      .map(({ name }) => name),
  );
  const isOwn = ({ name }: { readonly name: string }): boolean => !inherited.has(name);
  const own = {
    ...object,
    properties: object.properties.filter(isOwn),
    forbidden: object.forbidden.filter(isOwn),
  };
  const without = [...base.properties, ...base.forbidden].filter(isOwn).map(({ name }) => name);
  return declareObject(own, fleet, [{ name: base.name, without }]);
}

/** Declares an object as an interface, which extends these. */
export function declareObject(object: ObjectView, fleet: Fleet, bases: readonly Base[] = []): Declaration {
  const { name, open, properties } = object;
  const shapes = [
    ...properties.map((property) => [property.name, toPropertySchema(property)] as const),
    ...listForbidden(object).map(
      (entry) =>
        [
          entry.name,
          { ...toVerbatim("never"), description: toCommentText(formatReason(entry.reason, fleet)) },
        ] as const,
    ),
  ];
  const schema: JSONSchema = {
    type: "object",
    additionalProperties: open,
    properties: Object.fromEntries(shapes),
    required: properties.filter(({ required }) => required).map((property) => property.name),
  };
  return { name, comment: toDocComment(object), schema, bases };
}

/** What no release is known to have is a name like any other that the type lacks; validators say more of it. */
const listForbidden = <T extends { readonly reason: Reason }>({
  forbidden,
}: {
  readonly forbidden: readonly T[];
}): readonly T[] => forbidden.filter(({ reason }) => !isAside(reason));

/** Declares a named enum as a type of its own. */
export const declareEnum = (view: NamedEnumView, fleet: Fleet): Declaration => ({
  name: view.name,
  comment: toEnumComment(view, fleet),
  schema: toEnumSchema(view),
});

function toEnumComment(view: EnumView, fleet: Fleet): string {
  const missing = listForbidden(view).map(({ value, reason }) =>
    toCommentText(`Not ${toStringLiteral(value)} (${formatReason(reason, fleet)}).`),
  );
  return [toDocComment(view), ...missing].filter((text) => text !== "").join("\n");
}

const toPropertySchema = (property: PropertyView): JSONSchema => ({
  ...toTypeSchema(property.type, writing),
  description: toDocComment(property),
});

/** How json-schema-to-typescript is told of a type: what it has no schema for is written by us. */
const dialect: Dialect = {
  ...dialects["draft-07"],
  refer: toReference,
  isExact: false,
  hasExamples: false,
  nullsIn: "places",
  anything: toVerbatim("unknown"),
  nothing: toVerbatim("never"),
  leaf: (kind) => {
    if (kind.kind === "enum") return toEnumSchema(kind.enum);
    if (kind.kind === "array" && kind.items.length === 0)
      return { type: "array", items: toVerbatim("never") };
    if (kind.kind !== "number") return undefined;
    return kind.held === "bigint" ? toVerbatim("bigint") : { type: "number" };
  },
};

const writing: Writing = { dialect, strictness: "asked", fleet: undefined, nullable: undefined };

/** Literals are written by us: json-schema-to-typescript leaves line separators in them as they are. */
function toEnumSchema({ values, open }: EnumView): JSONSchema {
  const literals = values.map(({ value }) => toStringLiteral(value));
  const type = [...literals, ...(open ? ["(string & {})"] : [])].join(" | ");
  return toVerbatim(type as ReturnType<typeof toStringLiteral>);
}
