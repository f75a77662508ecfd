import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import { joinPointer } from "../../spec/pointer.js";
import { suggest } from "../../text/suggest.js";
import type { Json } from "../../json.js";
import { describeSchema } from "./describe-schema.js";
import { listMisfits, type Misfit, type Schema } from "./misfits.js";

/** Holds a scenario against the schema; each problem is at the innermost part that is wrong. */
export function checkShape(value: Json, file: string, schema: Schema): readonly Problem[] {
  const misfits = listMisfits(value, schema);
  return misfits.filter((misfit) => isInnermost(misfit, misfits)).map((misfit) => toProblem(misfit, file));
}

/**
 * Where several kinds of values may stand, each kind says why the value is not of it: only that none fits is worth reading,
 * or what is wrong inside the one that fits best.
 */
function isInnermost(misfit: Misfit, misfits: readonly Misfit[]): boolean {
  const rivals = misfits.filter((other) => other !== misfit);
  if (misfit.keyword === "anyOf") return !rivals.some((other) => isInside(other, misfit));
  return (
    misfit.key !== undefined ||
    !rivals.some((other) => other.keyword === "anyOf" && other.pointer === misfit.pointer)
  );
}

/** Whether a misfit is in a part of the value, or a key that the value should not have, rather than its kind. */
const isInside = (other: Misfit, { pointer }: Misfit): boolean =>
  other.pointer.startsWith(`${pointer}/`) || (other.pointer === pointer && other.key !== undefined);

function toProblem({ keyword, pointer, schema, value, key }: Misfit, file: string): Problem {
  if (key !== undefined && keyword === "required")
    return report("scenario-lacks", { key }, { file, pointer });
  if (key !== undefined) {
    const known = Object.keys(schema.properties ?? {});
    const place = { file, pointer: joinPointer(pointer, key) };
    return report("scenario-key", { key, suggestion: suggestKey(key, known), known }, place);
  }
  const expected = describeSchema(schema);
  const isUnquoted = typeof value === "number" && expected.startsWith("a text");
  return report("scenario-value", { expected, isUnquoted }, { file, pointer });
}

/** A name that is near, or that begins so: `priceIncl` for `price`. */
const suggestKey = (key: string, known: readonly string[]): string | undefined =>
  suggest(key, known) ??
  (key.length < 3 ? undefined : known.find((name) => name.toLowerCase().startsWith(key.toLowerCase())));
