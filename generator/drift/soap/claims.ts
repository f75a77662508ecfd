import { quote } from "../../text/quote.js";
import { toArray, type Claim, type Sentence, type Statement, type Subject } from "../claim.js";
import type { Part } from "./bodies.js";
import { findBuiltinType } from "./builtin-types.js";
import type { EnumValues, FieldType } from "./field-types.js";

/** Makes a sentence of what stands in a line of a type. */
export type Quote = (section: string, line: number, text: string) => Sentence;

/** The claims that a part of a body makes. */
export function makeClaims(part: Part, quoted: Quote): readonly Claim[] {
  if (part.kind === "enum") return claimEnum(part, quoted);
  if (part.kind !== "field") return [];
  const { subject, field, type } = part;
  const sentence = quoted(field.owner, field.line, describeField(part));
  const claim = (says: Statement): Claim => ({ subject, says, sentence });
  return [
    claim({ about: "existence" }),
    ...listTypes(part).map(claim),
    ...listOptional(part).map(claim),
    ...(type.values ? claimValues(subject, type, type.values, quoted) : []),
  ];
}

type FieldPart = Extract<Part, { kind: "field" }>;

/** A field in words that stay the same whatever its prefixes, comments and explanations. */
export function describeField({ field, type }: FieldPart): string {
  const { owner, name, required, many, declaration } = field;
  const times = `${required ? 1 : 0}..${many ? "*" : 1}`;
  return `${owner}.${name}: ${describeType(type)} ${times}${isNillable(declaration) ? " nillable" : ""}`;
}

/** A type of the schema's own is named with what it is: that may change behind its name. */
const describeType = ({ name, type }: FieldType): string =>
  type === undefined || findBuiltinType(name) !== undefined ? name : `${name} (${type})`;

const isNillable = ({ attributes }: FieldPart["field"]["declaration"]): boolean =>
  ["true", "1"].includes(attributes.get("nillable") ?? "");

function listTypes({ field: { many, declaration }, type: { type } }: FieldPart): readonly Statement[] {
  const known = many ? toArray(type) : type;
  return [
    ...(known === undefined ? [] : [{ about: "type" as const, type: known }]),
    ...(isNillable(declaration) ? [{ about: "type" as const, type: "null" as const }] : []),
  ];
}

/**
 * That an element may be missing says nothing in two places: directly in a body, whose one type serves all events, and of a list,
 * which XML leaves out where it is empty. Everywhere else it is claimed either way, but of what is in another object in JSON.
 */
function listOptional({ field: { required, many }, isTop, isMoved }: FieldPart): readonly Statement[] {
  if (isMoved) return [];
  if (required) return [{ about: "optional", optional: false }];
  return isTop || many ? [] : [{ about: "optional", optional: true }];
}

function claimEnum({ root, type }: Extract<Part, { kind: "enum" }>, quoted: Quote): readonly Claim[] {
  const { values } = type;
  if (!values) return [];
  const { side, path } = root;
  if (side !== "event") return claimValues({ side, path }, type, values, quoted);
  return values.values.map(({ value, line }) => ({
    subject: { side, path: value },
    says: { about: "existence" },
    sentence: quoted(type.name, line, `${type.name}: ${value}`),
  }));
}

function claimValues(subject: Subject, { name }: FieldType, found: EnumValues, quoted: Quote): Claim[] {
  const { all, line } = found;
  const values = found.values.map(({ value }) => value);
  const sentence = quoted(name, line, `${name}: ${[...values].sort().map(quote).join(", ")}`);
  return [{ subject, says: { about: "values", values, all }, sentence }];
}
