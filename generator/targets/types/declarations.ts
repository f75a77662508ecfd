import { isDeepStrictEqual } from "node:util";
import type { JSONSchema } from "json-schema-to-typescript";
import { toCommentText, toStringLiteral } from "../../base/text/escape.js";
import { showInvisible } from "../../base/text/quote.js";
import { capitalize, listWords } from "../../base/text/words.js";
import { isExclusion, toReasonNote } from "../../contract/view/reasons.js";
import type {
  EnumView,
  KindView,
  NamedEnumView,
  ObjectView,
  PropertyView,
  Reason,
  TypeView,
} from "../../contract/view/view.js";
import { findTypeName } from "../../contract/view/walk.js";
import { tightenComments, toDocComment } from "../doc-comment.js";

/** Names and texts are already valid in TypeScript. */
export interface Declaration {
  readonly name: string;
  readonly schema: JSONSchema;
  readonly bases: readonly Base[];
}

/**
 * Requests are exact, because a handler relies on them. Answers are as wide as what the receiver takes: it leaves out
 * what is undefined, and it changes no list.
 */
export type Side = "request" | "answer";

/** An interface to extend, possibly without some of its properties. */
export interface Base {
  readonly name: string;
  readonly without: readonly string[];
}

/**
 * Prints types in the given order. Calls json-schema-to-typescript once per declaration, because a single call
 * orders types by first use: a new event would move others.
 */
export async function printTypes(declarations: readonly Declaration[]): Promise<string> {
  const { compile } = await import("json-schema-to-typescript");
  const options = { bannerComment: "", declareExternallyReferenced: false, format: false };
  const printed = withPartialBases(declarations).map(({ name, schema, bases }) => {
    const parents: unknown = bases.map((base) => refer(nameBase(base)));
    // `extends` is typed as strings, but the library also accepts schemas.
    const whole: JSONSchema = { ...schema, title: name, extends: parents as string[] };
    return compile({ ...whole, definitions: declareReferred(whole) }, name, options);
  });
  const code = tightenComments((await Promise.all(printed)).join("\n"));
  // The library does not escape invisible characters in literals.
  return code.split("\n").map(showInvisible).join("\n");
}

const referPrefix = "#/definitions/";
export const refer = (name: string): JSONSchema => ({ $ref: referPrefix + name });

/** Declares the types that a schema refers to. Only the names matter. */
function declareReferred(schema: JSONSchema): Record<string, JSONSchema> {
  const names: string[] = [];
  JSON.stringify(schema, (key, value: unknown) => {
    if (key === "$ref") names.push(String(value).slice(referPrefix.length));
    return value;
  });
  const own = schema.title;
  return Object.fromEntries(
    names.map((name) => [name, name === own ? { $ref: "#" } : { title: name, type: "object" }]),
  );
}

/** An interface can only extend a name, so partial bases become types of their own. */
function withPartialBases(declarations: readonly Declaration[]): readonly Declaration[] {
  const partial = new Set<string>();
  return declarations.flatMap((declaration) => {
    const fresh = declaration.bases.filter((base) => base.without.length > 0 && !partial.has(nameBase(base)));
    fresh.forEach((base) => partial.add(nameBase(base)));
    return [...fresh.map(declarePartial), declaration];
  });
}

function declarePartial(base: Base): Declaration {
  const omitted = base.without.map((property) => toStringLiteral(property)).join(" | ");
  const listed = listWords(
    base.without.map((property) => `\`${property}\``),
    "and",
  );
  return declareType(nameBase(base), `\`${base.name}\` without ${listed}.`, `Omit<${base.name}, ${omitted}>`);
}

/** `SessionWithoutSessionId`. */
const nameBase = ({ name, without }: Base): string =>
  without.length === 0 ? name : `${name}Without${without.map(capitalize).join("And")}`;

/** An object that replaces another for one event extends it. */
export function declareInner(object: ObjectView, side: Side): Declaration {
  const { base } = object;
  if (!base) return declareObject(object, side);
  // Equal properties are inherited; differing ones are omitted from the base and declared again.
  const { properties, forbidden } = withoutEqual(base, object);
  const without = [...properties, ...forbidden].map(({ name }) => name);
  return declareObject({ ...object, ...withoutEqual(object, base) }, side, [{ name: base.name, without }]);
}

/** An interface without properties would accept anything. */
export function declareAnswer(object: ObjectView): Declaration {
  if (object.base || object.open || !isEmpty(object)) return declareInner(object, "answer");
  return declareType(object.name, toDocComment(object), "Record<string, never>");
}

const isEmpty = ({ properties, forbidden }: ObjectView): boolean =>
  properties.length === 0 && listKnownForbidden(forbidden).length === 0;

function withoutEqual(
  { properties, forbidden }: ObjectView,
  other: ObjectView,
): Pick<ObjectView, "properties" | "forbidden"> {
  const others = [...other.properties, ...other.forbidden];
  const differs = (part: object): boolean => !others.some((each) => isDeepStrictEqual(part, each));
  return { properties: properties.filter(differs), forbidden: forbidden.filter(differs) };
}

/** Declares an interface, or a type alias if the interface would be empty. */
export function declareObject(object: ObjectView, side: Side, bases: readonly Base[] = []): Declaration {
  const { name, open, properties, forbidden } = object;
  const description = toDocComment(object);
  if (isEmpty(object) && bases.length + Number(open) < 2) {
    const [base] = bases;
    if (base) return { name, schema: { description, allOf: [refer(nameBase(base))] }, bases: [] };
    return declareType(name, description, open ? "Record<string, unknown>" : "object");
  }
  const shapes = [
    ...properties.map((each): [string, JSONSchema] => [
      each.name,
      { tsType: toPropertyText(each, side), description: toDocComment(each) },
    ]),
    ...listKnownForbidden(forbidden).map((each): [string, JSONSchema] => [
      each.name,
      // As `never`, but with exactOptionalPropertyTypes, too, undefined counts as absent.
      { tsType: "undefined", description: toCommentText(`${capitalize(toReasonNote(each.reason))}.`) },
    ]),
  ];
  const schema: JSONSchema = {
    type: "object",
    description,
    additionalProperties: open,
    properties: Object.fromEntries(shapes),
    required: properties.filter(({ required }) => required).map((property) => property.name),
  };
  return { name, schema, bases };
}

/** In draft-07, siblings of a reference are ignored. */
const describe = (schema: JSONSchema, description: string): JSONSchema =>
  schema.$ref === undefined ? { ...schema, description } : { allOf: [schema], description };

export const declareType = (name: string, description: string, tsType: string): Declaration => ({
  name,
  schema: { description, tsType },
  bases: [],
});

export const declareRecord = (
  name: string,
  description: string,
  types: readonly (readonly [name: string, type: JSONSchema, comment?: string])[],
): Declaration => ({
  name,
  schema: {
    type: "object",
    description,
    additionalProperties: false,
    properties: Object.fromEntries(types.map(([key, type, comment = ""]) => [key, describe(type, comment)])),
    required: types.map(([key]) => key),
  },
  bases: [],
});

/** Drops parts that no release has. The type does not mention them. */
export const listKnownForbidden = <T extends { readonly reason: Reason }>(
  forbidden: readonly T[],
): readonly T[] => forbidden.filter(({ reason }) => !isExclusion(reason));

export function declareEnum(view: NamedEnumView): Declaration {
  const missing = listKnownForbidden(view.forbidden).map(({ value, reason }) =>
    toCommentText(`Not ${toStringLiteral(value)} (${toReasonNote(reason)}).`),
  );
  const description = [toDocComment(view), ...missing].filter((text) => text !== "").join("\n");
  return declareType(view.name, description, toEnumText(view));
}

const toPropertyText = ({ type, required }: PropertyView, side: Side): string =>
  joinTexts([toTypeText(type, side), ...(side === "answer" && !required ? ["undefined"] : [])]);

const toTypeText = (type: TypeView, side: Side): string =>
  type === "unknown" ? type : joinTexts(type.map((kind) => toKindText(kind, side)));

/** A union, without the types that would not change it. */
function joinTexts(texts: readonly string[]): string {
  if (texts.includes("unknown")) return "unknown";
  const others = new Set(texts.filter((text) => text !== "never"));
  return [...others].join(" | ") || "never";
}

function toKindText(kind: KindView, side: Side): string {
  switch (kind.kind) {
    case "null":
    case "boolean":
    case "number":
      return kind.kind;
    case "text":
      return "string";
    case "enum":
      return findTypeName(kind) ?? toEnumText(kind.enum);
    case "array":
      return `${side === "answer" ? "readonly " : ""}(${toTypeText(kind.items, side)})[]`;
    case "object":
      return kind.object.name;
  }
}

/** For an open enum, editors suggest the known values, and the compiler accepts others. */
const toEnumText = ({ values, open }: EnumView): string =>
  joinTexts([...values.map(({ value }) => toStringLiteral(value)), ...(open ? ["(string & {})"] : [])]);
