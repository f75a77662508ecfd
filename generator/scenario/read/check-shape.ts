import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import type { ErrorObject, ValidateFunction } from "../../spec/ajv.js";
import { joinPointer } from "../../spec/pointer.js";
import { suggest } from "../../text/words.js";
import type { Json } from "../../json.js";
import { describeSchema, type Schema } from "./describe-schema.js";

/** Holds a scenario against the schema; each problem is at the innermost part that is wrong. */
export function checkShape(value: Json, file: string, validate: ValidateFunction): readonly Problem[] {
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  return errors.filter((error) => isInnermost(error, errors)).map((error) => toProblem(error, file));
}

/**
 * Where several kinds of values may stand, each kind says why the value is not of it: only that none fits is worth reading,
 * or what is wrong inside the one that fits best.
 */
function isInnermost(error: ErrorObject, errors: readonly ErrorObject[]): boolean {
  if (error.keyword === "propertyNames") return false;
  const rivals = errors.filter((other) => other !== error);
  if (error.keyword === "anyOf") return !rivals.some((other) => isInside(other, error));
  return isDeep(error) || !rivals.some((other) => other.keyword === "anyOf" && isBranch(error, other));
}

/** Whether an error is about a part of the value, or a key that the value should not have, rather than about its kind. */
const isInside = (other: ErrorObject, { instancePath }: ErrorObject): boolean =>
  other.instancePath.startsWith(`${instancePath}/`) || (other.instancePath === instancePath && isDeep(other));

const isDeep = ({ keyword }: ErrorObject): boolean => ["additionalProperties", "required"].includes(keyword);

const isBranch = (error: ErrorObject, { instancePath }: ErrorObject): boolean =>
  error.instancePath === instancePath;

function toProblem(error: ErrorObject, file: string): Problem {
  const { instancePath: pointer, parentSchema, propertyName } = error;
  const params = error.params as { readonly additionalProperty?: string; readonly missingProperty?: string };
  if (params.additionalProperty !== undefined) {
    const known = Object.keys((parentSchema?.["properties"] as object | undefined) ?? {});
    const key = params.additionalProperty;
    return report(
      "scenario-key",
      { key, suggestion: suggestKey(key, known), known },
      { file, pointer: joinPointer(pointer, key) },
    );
  }
  if (params.missingProperty !== undefined)
    return report("scenario-lacks", { key: params.missingProperty }, { file, pointer });
  const place = { file, pointer: propertyName === undefined ? pointer : joinPointer(pointer, propertyName) };
  const expected = describeSchema((parentSchema ?? {}) as Schema);
  const isUnquoted = typeof error.data === "number" && expected.startsWith("a text");
  return report("scenario-value", { expected, isUnquoted }, place);
}

/** A name that is near, or that begins so: `priceIncl` for `price`. */
const suggestKey = (key: string, known: readonly string[]): string | undefined =>
  suggest(key, known) ??
  (key.length < 3 ? undefined : known.find((name) => name.toLowerCase().startsWith(key.toLowerCase())));
