import type { Held, KindView } from "../../view/view.js";
import { checkBounds } from "./bounds-check.js";
import type { Place } from "./place.js";
import type { Reporting } from "./reporting.js";
import { branches, literal, type Code, type Lines } from "./statements.js";

type NumberKind = Extract<KindView, { kind: "number" }>;

/** How a 64-bit integer is held that is no number, and its value to compare with numbers, which JavaScript does exactly. */
const holders: Readonly<
  Record<
    Held,
    { readonly fails: (value: Code) => Code; readonly exact: (value: Code) => Code; readonly form: string }
  >
> = {
  bigint: {
    fails: (value) => `typeof ${value} !== "bigint" || BigInt.asIntN(64, ${value}) !== ${value}`,
    exact: (value) => value,
    form: "a bigint",
  },
  string: {
    fails: (value) => `!isInt64Text(${value})`,
    exact: (value) => `BigInt(${value})`,
    form: "a string of its digits",
  },
};

/** Statements that check a 64-bit integer (`--int64`): whether it is one, and within bounds. */
export function checkInt64(kind: NumberKind, held: Held, place: Place, report: Reporting): Lines {
  const { fails, exact, form } = holders[held];
  return branches([
    { test: fails(place.value), lines: report.fault(place, "int64", `expected: ${literal(form)}`) },
    { lines: checkBounds(limitsOf(kind), exact(place.value), place, report) },
  ]);
}

/** In one era of a 64-bit integer it may have been an integer that a number holds. */
function limitsOf({ level, minimum, maximum }: NumberKind): {
  minimum?: number | undefined;
  maximum?: number | undefined;
} {
  if (level === "int64") return { minimum, maximum };
  const limit = Number.MAX_SAFE_INTEGER;
  return { minimum: Math.max(minimum ?? -limit, -limit), maximum: Math.min(maximum ?? limit, limit) };
}
