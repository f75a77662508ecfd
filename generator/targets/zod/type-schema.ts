import { code, joinCode, toLiteral, type Code } from "../../text/code.js";
import type { EnumView, KindView, TypeView } from "../../view/view.js";
import { isNamed } from "../../view/walk.js";
import { use, useEnum, useObject, zod, type Side } from "./names.js";
import { printNumber } from "./number-schema.js";
import { printText } from "./text-schema.js";

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
