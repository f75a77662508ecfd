import { countCharacters } from "../../lattice/tree.js";
import type { EnumTree, NumberTree, StringTree, TextTree } from "../../lattice/tree.js";
import type { EnumModel, NumberLevel } from "../../model/model.js";
import { listWords } from "../../text/words.js";
import { found, type Finding } from "./comparison.js";

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

/** What changed between two kinds of text; `errorCodes` is the title of the enum of the error codes. */
export function compareStrings(
  old: StringTree,
  now: StringTree,
  errorCodes: string | undefined,
): readonly Finding[] {
  if (old.values && now.values) return compareEnums(old, now, errorCodes);
  if (old.values) return enumToText(old, now as TextTree);
  if (now.values) return textToEnum(old, now);
  return compareTexts(old, now);
}

/** An enum as a text: an open one has no limits, a closed one those of its values, and neither a format. */
const anyText = { formats: undefined, minLength: 0, maxLength: Infinity };

function enumToText({ values, open }: EnumTree, now: TextTree): Finding[] {
  if (open) return [found("open-enum-to-text"), ...compareLimits(anyText, now)];
  return [
    found("enum-to-text"),
    ...misfits(values, now).map((value) => found("enum-value-removed", value)),
    ...compareFormats(undefined, now.formats),
  ];
}

function textToEnum(old: TextTree, { values, open }: EnumTree): Finding[] {
  if (open) return [found("text-to-open-enum"), ...compareLimits(old, anyText)];
  return [
    found("text-to-enum"),
    ...misfits(values, old).map((value) => found("enum-value-added", value)),
    ...compareFormats(old.formats, undefined),
  ];
}

/** The values that are too short or too long for a text. */
const misfits = (values: EnumTree["values"], { minLength, maxLength }: TextTree): string[] =>
  [...values.keys()]
    .filter((value) => countCharacters(value) < minLength || countCharacters(value) > maxLength)
    .sort()
    .map((value) => JSON.stringify(value));

/** One value more or less in an open enum changes only its documentation: it takes unknown values anyway. */
function compareEnums(old: EnumTree, now: EnumTree, errorCodes: string | undefined): Finding[] {
  const open = errorCodes !== undefined && now.model.title === errorCodes ? "error-code" : "open-enum-value";
  const added = old.open ? open : "enum-value";
  const removed = now.open ? open : "enum-value";
  return [
    ...beyond(now.values, old.values).map((value) => found(`${added}-added`, JSON.stringify(value))),
    ...beyond(old.values, now.values).map((value) => found(`${removed}-removed`, JSON.stringify(value))),
    ...(now.open && !old.open ? [found("enum-opened")] : []),
    ...(old.open && !now.open ? [found("enum-closed")] : []),
    ...retitled(old.model, now.model),
    ...(old.model === now.model ? [] : redescribed(old, now)),
  ];
}

const beyond = (values: EnumTree["values"], others: EnumTree["values"]): string[] =>
  [...values.keys()].filter((value) => !others.has(value)).sort();

/** The title of the type changed. */
export const retitled = (old: { title?: string }, now: { title?: string }): Finding[] =>
  old.title === now.title || old.title === undefined || now.title === undefined
    ? []
    : [found("type-renamed", `${old.title} is now ${now.title}`)];

function redescribed(old: EnumTree, now: EnumTree): Finding[] {
  const meaning = ({ values }: EnumModel, value: string) => {
    const found = values.find((candidate) => candidate.value === value);
    return JSON.stringify([found?.description, found?.advice]);
  };
  return [...now.values.keys()]
    .filter((value) => old.values.has(value) && meaning(old.model, value) !== meaning(now.model, value))
    .map((value) => found("enum-value-described", JSON.stringify(value)));
}

const compareTexts = (old: TextTree, now: TextTree): Finding[] => [
  ...(old.hint === now.hint ? [] : [found("format-hint-changed", now.hint ?? "none")]),
  ...compareLimits(old, now),
];

type Limits = Omit<TextTree, "hint">;

const compareLimits = (old: Limits, now: Limits): Finding[] => [
  ...compareFormats(old.formats, now.formats),
  ...compareBound("min-length", old.minLength, now.minLength),
  ...compareBound("max-length", old.maxLength, now.maxLength),
];

function compareFormats(old: TextTree["formats"], now: TextTree["formats"]): Finding[] {
  if (old === undefined || now === undefined) {
    if (old === now) return [];
    return [
      old === undefined ? found("format-added", nameFormats(now)) : found("format-removed", nameFormats(old)),
    ];
  }
  const lost = old.filter((format) => !now.includes(format));
  const gained = now.filter((format) => !old.includes(format));
  if (lost.length === 0 && gained.length === 0) return [];
  if (lost.length === 0) return [found("format-widened", nameFormats(now))];
  return [found(gained.length === 0 ? "format-narrowed" : "format-changed", nameFormats(now))];
}

const nameFormats = (formats: TextTree["formats"] = []): string => listWords(formats, "or");
