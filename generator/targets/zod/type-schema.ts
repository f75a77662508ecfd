import { code, joinCode, toLiteral, type Code } from "../../text/code.js";
import type { EnumView, KindView, TypeView, TextView } from "../../view/view.js";
import { isNamed } from "../../view/walk.js";
import { use, useEnum, useObject, zod, type Side } from "./names.js";
import type { TextFormat } from "../../spec/dialect.js";

/** The schema of the values of a type. */
export function printType(type: TypeView, side: Side): Code {
  if (type === "unknown") return code`${zod}.unknown()`;
  const kinds = type.filter(({ kind }) => kind !== "null").map((kind) => printKind(kind, side));
  const isNullable = kinds.length < type.length;
  const [first, ...others] = kinds;
  if (first === undefined) return isNullable ? code`${zod}.null()` : code`${zod}.never()`;
  const whole = others.length === 0 ? first : code`${zod}.union([${joinCode(kinds, ", ")}])`;
  return isNullable ? code`${whole}.nullable()` : whole;
}

function printKind(kind: KindView, side: Side): Code {
  switch (kind.kind) {
    case "null":
      return code`${zod}.null()`;
    case "boolean":
      return code`${zod}.boolean()`;
    case "number":
      return printNumber(kind);
    case "text":
      return printText(kind, side);
    case "enum":
      return isNamed(kind.enum) ? useEnum(kind.enum) : printEnum(kind.enum);
    case "array":
      return printArray(kind, side);
    case "object":
      return useObject(kind.object, side);
  }
}

/** The schema of an enum: an open one takes any text, and the type knows the values. */
export function printEnum({ values, open }: EnumView): Code {
  const literals = values.map(({ value }) => toLiteral(value));
  if (open && literals.length === 0) return code`${zod}.string()`;
  if (open) return code`${use("openEnum")}<${joinCode(literals, " | ")}>()`;
  return literals.length === 0 ? code`${zod}.never()` : code`${zod}.enum([${joinCode(literals, ", ")}])`;
}

function printArray({ items, minItems, maxItems }: Extract<KindView, { kind: "array" }>, side: Side): Code {
  const list = code`${zod}.array(${printType(items, side)})`;
  const atLeast = minItems === undefined ? list : code`${list}.min(${minItems})`;
  return maxItems === undefined ? atLeast : code`${atLeast}.max(${maxItems})`;
}

type NumberKind = Extract<KindView, { kind: "number" }>;

/** The schema of a number, or of a 64-bit integer that is held as a bigint. */
function printNumber(kind: NumberKind): Code {
  if (kind.held === "bigint") return printBigInt(toExactLimits(kind));
  const { level, minimum, maximum } = kind;
  // `int` refuses what JSON.parse has rounded.
  const number = level === "number" ? code`${zod}.number()` : code`${zod}.int()`;
  const atLeast = minimum === undefined ? number : code`${number}.min(${minimum})`;
  return maximum === undefined ? atLeast : code`${atLeast}.max(${maximum})`;
}

/** The bounds of an integer that is not held as a number, in integers. */
interface ExactLimits {
  readonly least?: number;
  readonly most?: number;
}

/** What is a 64-bit integer now may have been a plain one in some releases, where a number must hold it. */
function toExactLimits({ level, minimum, maximum }: NumberKind): ExactLimits {
  const limit = level === "int64" ? Infinity : Number.MAX_SAFE_INTEGER;
  const least = Math.max(Math.ceil(minimum ?? -Infinity), -limit);
  const most = Math.min(Math.floor(maximum ?? Infinity), limit);
  return { ...(least > -Infinity && { least }), ...(most < Infinity && { most }) };
}

function printBigInt({ least, most }: ExactLimits): Code {
  const integer = code`${zod}.int64()`;
  const atLeast = least === undefined ? integer : code`${integer}.min(BigInt(${least}))`;
  return most === undefined ? atLeast : code`${atLeast}.max(BigInt(${most}))`;
}

/** The schema of a text. Formats are checked in answers only: whatever a shop sends as a date is accepted. */
function printText({ formats, minLength, maxLength }: TextView, side: Side): Code {
  const texts = (side === "response" ? formats : []).map(printFormat);
  const [only = code`${zod}.string()`] = texts;
  const text = texts.length > 1 ? code`${zod}.union([${joinCode(texts, ", ")}])` : only;
  // Zod counts code units; JSON Schema, and so the contract, counts code points.
  const length = code`${use("checks", "lengthOf")}(text)`;
  const atLeast = minLength === undefined ? text : code`${text}.refine((text) => ${length} >= ${minLength})`;
  return maxLength === undefined ? atLeast : code`${atLeast}.refine((text) => ${length} <= ${maxLength})`;
}

/** The functions that check formats are those of the validators: zod's own take other dates and addresses. */
const checks: Readonly<Record<TextFormat, string>> = {
  date: "isDate",
  "date-time": "isDateTime",
  uri: "isUri",
  uuid: "isUuid",
};

const printFormat = (format: TextFormat): Code =>
  code`${zod}.stringFormat(${toLiteral(format)}, ${use("checks", checks[format])})`;
