import { isDeepStrictEqual } from "node:util";
import type { JSONSchema } from "json-schema-to-typescript";
import { layOutCode } from "../layout/code.js";
import { dialects, type SchemaDialect, type SchemaContext } from "../../contract/schema/dialects.js";
import { toTypeSchema } from "../../contract/schema/schemas.js";
import { toCommentText, toStringLiteral } from "../../base/text/escape.js";
import { capitalize } from "../../base/text/words.js";
import { isExclusion, toReasonNote } from "../../contract/view/reasons.js";
import type { EnumView, NamedEnumView, ObjectView, Reason } from "../../contract/view/view.js";
import { printComment, tightenComments, toDocComment } from "../doc-comment.js";

/** A named type to declare. All names and all text in it are already fit for TypeScript. */
export interface Declaration {
  readonly name: string;
  /** The text of its doc comment; empty for none. */
  readonly comment: string;
  readonly schema: JSONSchema;
  /** The interfaces that it extends. */
  readonly bases: readonly Base[];
}

/** An interface that another extends, maybe without some of its properties. */
export interface Base {
  readonly name: string;
  readonly without?: readonly string[];
}

/**
 * Prints types, by name. The only caller of json-schema-to-typescript, which loads when it is first needed; it gets names of
 * ours and escaped comments, never the spec. Its interfaces cannot extend a part of another, so that is added here.
 */
export async function declareTypes(
  declarations: readonly Declaration[],
): Promise<ReadonlyMap<string, string>> {
  const { compile } = await import("json-schema-to-typescript");
  const properties = declarations.map(
    ({ name, schema }) => [`is${name}`, { title: name, ...schema }] as const,
  );
  const whole: JSONSchema = { type: "object", properties: Object.fromEntries(properties) };
  const code = await compile(whole, "All of them", { bannerComment: "", format: false });
  const found = new Map(
    code.split(/^(?=export )/m).map((text) => [/^export \w+ (\w+)/.exec(text)?.[1], text]),
  );
  const printed = declarations.map(({ name, comment, bases }) => {
    const text = found.get(name);
    if (text === undefined) throw new Error(`json-schema-to-typescript did not declare ${name}`);
    const parents = bases.length === 0 ? "" : `extends ${bases.map(toBaseText).join(", ")} `;
    const extended = text.replace(/^export interface \w+ /, (head) => head + parents);
    return [name, layOutCode(printComment(comment) + tightenComments(extended))] as const;
  });
  return new Map(printed);
}

const toBaseText = ({ name, without = [] }: Base): string =>
  without.length === 0
    ? name
    : `Omit<${name}, ${without.map((property) => toStringLiteral(property)).join(" | ")}>`;

/** Declares an object inside a body. One that an event has instead of another extends that. */
export function declareInner(object: ObjectView): Declaration {
  const { base } = object;
  if (!base) return declareObject(object);
  // Equal properties are inherited; the others are left out of the base and declared anew.
  const { properties, forbidden } = withoutEqual(base, object);
  const without = [...properties, ...forbidden].map(({ name }) => name);
  return declareObject({ ...object, ...withoutEqual(object, base) }, [{ name: base.name, without }]);
}

/** Declares an object inside an answer. TypeScript would accept anything for an interface without properties. */
export function declareAnswer(object: ObjectView): Declaration {
  if (object.base || object.open || !isEmpty(object)) return declareInner(object);
  return declareType(object.name, toDocComment(object), "Record<string, never>");
}

const isEmpty = ({ properties, forbidden }: ObjectView): boolean =>
  properties.length === 0 && listKnownForbidden(forbidden).length === 0;

/** The parts of an object of which another does not say the same. */
function withoutEqual(
  { properties, forbidden }: ObjectView,
  other: ObjectView,
): Pick<ObjectView, "properties" | "forbidden"> {
  const others = [...other.properties, ...other.forbidden];
  const differs = (part: object): boolean => !others.some((each) => isDeepStrictEqual(part, each));
  return { properties: properties.filter(differs), forbidden: forbidden.filter(differs) };
}

/** Declares an object as an interface, which extends these; as a type if an interface would have nothing of its own. */
export function declareObject(object: ObjectView, bases: readonly Base[] = []): Declaration {
  const { name, open, properties, forbidden } = object;
  const comment = toDocComment(object);
  if (isEmpty(object) && bases.length + Number(open) < 2) {
    const [tsType = open ? "Record<string, unknown>" : "object"] = bases.map(toBaseText);
    return declareType(name, comment, tsType);
  }
  const shapes = [
    ...properties.map((each): [string, JSONSchema] => [
      each.name,
      { ...toTypeSchema(each.type, typeWriting), description: toDocComment(each) },
    ]),
    ...listKnownForbidden(forbidden).map((each): [string, JSONSchema] => [
      each.name,
      { ...never, description: toCommentText(`${capitalize(toReasonNote(each.reason))}.`) },
    ]),
  ];
  const schema: JSONSchema = {
    type: "object",
    additionalProperties: open,
    properties: Object.fromEntries(shapes),
    required: properties.filter(({ required }) => required).map((property) => property.name),
  };
  return { name, comment, schema, bases };
}

export const declareType = (name: string, comment: string, tsType: string): Declaration => ({
  name,
  comment,
  schema: { tsType },
  bases: [],
});

/** Declares an interface with exactly these types by name, each maybe with the text of a doc comment. */
export const declareRecord = (
  name: string,
  comment: string,
  types: readonly (readonly [name: string, type: string, comment?: string])[],
): Declaration => ({
  name,
  comment,
  schema: {
    type: "object",
    additionalProperties: false,
    properties: Object.fromEntries(types.map(([key, tsType, description]) => [key, { tsType, description }])),
    required: types.map(([key]) => key),
  },
  bases: [],
});

/** Leaves out what no release is known to have: the type just lacks it. */
export const listKnownForbidden = <T extends { readonly reason: Reason }>(
  forbidden: readonly T[],
): readonly T[] => forbidden.filter(({ reason }) => !isExclusion(reason));

/** Declares a named enum as a type of its own. */
export function declareEnum(view: NamedEnumView): Declaration {
  const missing = listKnownForbidden(view.forbidden).map(({ value, reason }) =>
    toCommentText(`Not ${toStringLiteral(value)} (${toReasonNote(reason)}).`),
  );
  const comment = [toDocComment(view), ...missing].filter((text) => text !== "").join("\n");
  return declareType(view.name, comment, toUnion(view));
}

const never = { tsType: "never" };

/** How json-schema-to-typescript is told of a type: what it has no schema for is written by us. */
const typeDialect: SchemaDialect = {
  ...dialects["draft-07"],
  refer: (name) => ({ tsType: name }),
  isExact: false,
  hasExamples: false,
  nullsIn: "places",
  anything: { tsType: "unknown" },
  nothing: never,
  leaf: (kind) => {
    // In parentheses, since the library writes `[]` behind the items of a list. The layout removes needless ones.
    if (kind.kind === "enum") return { tsType: `(${toUnion(kind.enum)})` };
    if (kind.kind === "array" && kind.items.length === 0) return { type: "array", items: never };
    return undefined;
  },
};

const typeWriting: SchemaContext = {
  dialect: typeDialect,
  strictness: "asked",
  fleet: undefined,
  nullable: undefined,
};

/** Literals are written by us: json-schema-to-typescript leaves line separators in them as they are. */
const toUnion = ({ values, open }: EnumView): string =>
  [...values.map(({ value }): string => toStringLiteral(value)), ...(open ? ["(string & {})"] : [])].join(
    " | ",
  );
