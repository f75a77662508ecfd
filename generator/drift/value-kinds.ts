import { isArray, type Json } from "../base/json.js";
import type { EnumModel, KindModel, StringModel, TypeModel } from "../contract/model/model.js";
import { findTextForm, textForms, type TextForm } from "../contract/traffic/text-forms.js";
import { isNameOfSource } from "./contract.js";
import type { ValueKind } from "./seen-shape.js";

export function findValueKind(value: Json): ValueKind {
  if (value === null) return "null";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  if (typeof value === "boolean") return "boolean";
  if (typeof value !== "string") return isArray(value) ? "array" : "object";
  if (value === "") return "empty";
  return findTextForm(value) ?? "string";
}

/** Reviews and `x-enum-seen` call recordings this. */
export const recordingTitle = "recorded traffic";

export const unlisted = "has values that the spec does not list";

/**
 * Says, without the value, why no release of the contract has such a value. Redacted values fit no list and no limit.
 */
export function findFault(value: Json, types: TypeModel, isRedacted: boolean): string | undefined {
  const alternatives = types.filter(({ kind }) => isOfKind(value, kind));
  if (alternatives.length === 0) return `is ${toTypeName(findValueKind(value))}`;
  const faults = alternatives.map(({ kind }) => findKindFault(value, kind, isRedacted));
  return faults.includes(undefined) ? undefined : faults[0];
}

export const toTypeName = (kind: ValueKind): string =>
  kind === "empty" || kind in textForms ? "string" : kind;

function isOfKind(value: Json, kind: KindModel): boolean {
  if (kind.kind === "number")
    return typeof value === "number" && (kind.level === "number" || Number.isInteger(value));
  return kind.kind === toTypeName(findValueKind(value));
}

function findKindFault(value: Json, kind: KindModel, isRedacted: boolean): string | undefined {
  if (kind.kind === "string") return findTextFault(value as string, kind, isRedacted);
  if (isRedacted) return undefined;
  if (kind.kind === "number") {
    // JSON.parse rounds 64-bit integers, so their limits mean nothing.
    const { minimum, maximum = kind.level === "integer" ? Number.MAX_SAFE_INTEGER : undefined } = kind;
    return kind.level === "int64" ? undefined : findLimit(value as number, minimum, maximum, "");
  }
  return kind.kind === "array"
    ? findLimit((value as readonly Json[]).length, kind.minItems, kind.maxItems, " items")
    : undefined;
}

function findTextFault(value: string, kind: StringModel, isRedacted: boolean): string | undefined {
  const { format, minLength, maxLength } = kind;
  // A redacted URL has no host.
  const form = format === "uri" ? undefined : format;
  if (form !== undefined && form in textForms && !textForms[form as TextForm].test(value))
    return `is not always a ${form}`;
  if (isRedacted) return undefined;
  if (kind.enum) return listsValue(kind.enum, value) ? undefined : unlisted;
  return findLimit(Array.from(value).length, minLength, maxLength, " characters");
}

const listsValue = ({ values, seen = [] }: EnumModel, value: string): boolean =>
  values.some((each) => each.value === value) ||
  seen.some((each) => each.value === value && isNameOfSource(each.where, recordingTitle));

function findLimit(size: number, least: number | undefined, most: number | undefined, unit: string) {
  if (least !== undefined && size < least) return `is below ${least}${unit}`;
  return most !== undefined && size > most ? `is above ${most}${unit}` : undefined;
}
