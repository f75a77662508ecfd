import type { AlternativeModel, KindModel, TypeModel } from "../model/model.js";
import { listWords } from "../text/list.js";
import { describeSpans } from "./describe-spans.js";

/** A type in a few words: `array of FormField`, `"none", "above" or "below"`. */
export const describeType = (type: TypeModel): string =>
  listWords(
    type.map(({ kind }: AlternativeModel) => describeKind(kind)),
    "or",
  );

function describeKind(kind: KindModel): string {
  switch (kind.kind) {
    case "null":
    case "boolean":
      return kind.kind;
    case "number":
      return withBounds(kind.level === "number" ? "number" : "integer", kind.minimum, kind.maximum);
    case "string":
      return describeString(kind);
    case "array":
      return withBounds(`array of ${describeType(kind.items)}`, kind.minItems, kind.maxItems);
    case "object":
      return kind.object.title;
  }
}

function describeString({
  enum: choice,
  format,
  minLength,
  maxLength,
}: Extract<KindModel, { kind: "string" }>): string {
  if (!choice) return withBounds(format === undefined ? "text" : `text (${format})`, minLength, maxLength);
  const values = choice.values.map(({ value, exists }) => {
    const times = describeSpans(exists);
    return `${JSON.stringify(value)}${times === "" ? "" : ` (${times})`}`;
  });
  return `${choice.open ? "normally " : ""}${listWords(values, "or")}`;
}

function withBounds(text: string, least: number | undefined, most: number | undefined): string {
  if (least === undefined && most === undefined) return text;
  if (most === undefined) return `${text}, at least ${least ?? 0}`;
  return least === undefined ? `${text}, at most ${most}` : `${text}, ${least} to ${most}`;
}
