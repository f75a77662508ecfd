import type { NumberLevel } from "../../model/model.js";
import type { NumberTree } from "../../lattice/tree.js";
import { found, type Finding } from "../change.js";

type Bound = "minimum" | "maximum" | "min-length" | "max-length" | "min-items" | "max-items";

/** Whether a limit went up or down; the detail is `3, was 1`. */
export function compareBound(bound: Bound, old: number, now: number): readonly Finding[] {
  if (old === now) return [];
  return [found(`${bound}-${now > old ? "raised" : "lowered"}`, `${limit(now)}, was ${limit(old)}`)];
}

const limit = (value: number): string => (Number.isFinite(value) ? String(value) : "unlimited");

/** What changed between two kinds of number. */
export function compareNumbers(old: NumberTree, now: NumberTree): readonly Finding[] {
  // If decimals came or went, a bound that only moved to the next whole number is not reported.
  const isWhole = old.level !== "number" || now.level !== "number";
  const [up, down] = isWhole ? [Math.ceil, Math.floor] : [Number, Number];
  return [
    ...compareLevels(old.level, now.level),
    ...(up(old.minimum) === up(now.minimum) ? [] : compareBound("minimum", old.minimum, now.minimum)),
    ...(down(old.maximum) === down(now.maximum) ? [] : compareBound("maximum", old.maximum, now.maximum)),
  ];
}

/** Each level holds the one before it: integer, int64, number. */
function compareLevels(old: NumberLevel, now: NumberLevel): Finding[] {
  if (old === now) return [];
  if (now === "number") return [found("integer-to-number")];
  if (old === "number") return [found("number-to-integer")];
  return [found(now === "int64" ? "integer-to-64-bit" : "integer-from-64-bit")];
}
