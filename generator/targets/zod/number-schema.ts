import { code, type Code } from "../../text/code.js";
import type { KindView } from "../../view/view.js";
import { zod } from "./names.js";

type NumberKind = Extract<KindView, { kind: "number" }>;

/** The schema of a number, or of a 64-bit integer that is held as a bigint. */
export function printNumber(kind: NumberKind): Code {
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
