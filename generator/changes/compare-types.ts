import { kindWords, nameKind, type KindName } from "../contract/describe.js";
import { countCharacters } from "../contract/lattice/tree.js";
import type {
  ArrayTree,
  EnumTree,
  NumberTree,
  ObjectTree,
  TextTree,
  Tree,
} from "../contract/lattice/tree.js";
import type { Direction, EnumModel, NumberLevel } from "../contract/model/model.js";
import { listWords } from "../base/text/words.js";
import type { Fleet } from "../base/time/fleet.js";
import { found, foundEach, switched, under, without, type Found } from "./change.js";
import type { ChangeCode } from "./kinds.js";

/** What a comparison has to know besides the two trees. */
export interface Comparer {
  readonly direction: Direction;
  /** The fleets of both sides: a note or a deprecation may hold from one release on. */
  readonly fleets: readonly [old: Fleet, now: Fleet];
  /** The title of the enum of the error codes. */
  readonly errorCodes: string | undefined;
  /** The kind of change where only one side has a property. */
  readonly toCode: (change: "added" | "removed", name: string, isRequired: boolean) => ChangeCode;
  /** Compares two objects, and remembers the pair. */
  readonly objects: (old: ObjectTree, now: ObjectTree) => readonly Found[];
}

/** What changed between two types. */
export function compareTypes(old: Tree, now: Tree, comparer: Comparer): readonly Found[] {
  if (old === now) return [];
  if (old.any ?? now.any) return switched(old.any, now.any, ["type-unknown", "type-known"]);
  return [
    ...switched(old.null, now.null, ["null-allowed", "null-refused"]),
    ...compareKinds(old, now),
    ...(old.number && now.number ? compareNumbers(old.number, now.number) : []),
    ...(old.string && now.string ? compareStrings(old.string, now.string, comparer) : []),
    ...(old.array && now.array ? compareArrays(old.array, now.array, comparer) : []),
    ...(old.object && now.object ? comparer.objects(old.object, now.object) : []),
  ];
}

/** The kinds that a type has, null apart. */
const listKinds = (tree: Tree): readonly KindName[] =>
  (Object.keys(kindWords) as KindName[]).filter((kind) => tree[kind] !== undefined);

function compareKinds(old: Tree, now: Tree): readonly Found[] {
  const [before, after] = [listKinds(old), listKinds(now)];
  const [gained, lost] = [without(after, before), without(before, after)];
  if (before.length > 0 && lost.length === before.length && gained.length > 0) {
    const names = (kinds: readonly KindName[]) => listWords(kinds.map(nameKind), "or");
    return [found("type-changed", `${names(after)}, was ${names(before)}`)];
  }
  return [
    ...foundEach("alternative-added", gained.map(nameKind)),
    ...foundEach("alternative-removed", lost.map(nameKind)),
  ];
}

type Limit = "minimum" | "maximum" | "min-length" | "max-length" | "min-items" | "max-items";

/** Whether a limit went up or down; the detail is `3, was 1`. */
function compareLimit(limit: Limit, old: number, now: number): readonly Found[] {
  const name = (value: number) => (Number.isFinite(value) ? String(value) : "unlimited");
  const detail = `${name(now)}, was ${name(old)}`;
  return old === now ? [] : [found(`${limit}-${now > old ? "raised" : "lowered"}`, detail)];
}

function compareNumbers(old: NumberTree, now: NumberTree): readonly Found[] {
  // If decimals came or went, a limit that only moved to the next whole number is not reported.
  const [up, down] = old.level === now.level ? [Number, Number] : [Math.ceil, Math.floor];
  return [
    ...compareLevels(old.level, now.level),
    ...(up(old.minimum) === up(now.minimum) ? [] : compareLimit("minimum", old.minimum, now.minimum)),
    ...(down(old.maximum) === down(now.maximum) ? [] : compareLimit("maximum", old.maximum, now.maximum)),
  ];
}

/** Each level holds the one before it: integer, int64, number. */
function compareLevels(old: NumberLevel, now: NumberLevel): readonly Found[] {
  if (old === now) return [];
  if (now === "number") return [found("integer-to-number")];
  if (old === "number") return [found("number-to-integer")];
  return [found(now === "int64" ? "integer-to-64-bit" : "integer-from-64-bit")];
}

function compareArrays(old: ArrayTree, now: ArrayTree, comparer: Comparer): readonly Found[] {
  const least = compareLimit("min-items", old.minItems, now.minItems);
  if (old.items && now.items) {
    const most = compareLimit("max-items", old.maxItems, now.maxItems);
    return [...least, ...most, ...under("*", compareTypes(old.items, now.items, comparer))];
  }
  if (now.items) return [found("array-filled"), ...least];
  return old.items ? [found("array-emptied")] : [];
}

function compareStrings(
  old: TextTree | EnumTree,
  now: TextTree | EnumTree,
  comparer: Comparer,
): readonly Found[] {
  if (old.values) return now.values ? compareEnums(old, now, comparer) : compareWithText(old, now, "to-text");
  if (now.values) return compareWithText(now, old, "from-text");
  const hint = old.hint === now.hint ? [] : [found("format-hint-changed", now.hint ?? "none")];
  return [...hint, ...compareTexts(old, now)];
}

/** One value more or less in an open enum changes only its documentation: it takes unknown values anyway. */
function compareEnums(old: EnumTree, now: EnumTree, { errorCodes }: Comparer): readonly Found[] {
  const isErrorCode = errorCodes !== undefined && now.model.title === errorCodes;
  const openValue = isErrorCode ? "error-code" : "open-enum-value";
  const [before, after] = [[...old.values.keys()], [...now.values.keys()]];
  return [
    ...foundEach(`${old.open ? openValue : "enum-value"}-added`, quote(without(after, before))),
    ...foundEach(`${now.open ? openValue : "enum-value"}-removed`, quote(without(before, after))),
    ...switched(old.open, now.open, ["enum-opened", "enum-closed"]),
    ...retitled(old.model, now.model),
    ...(old.model === now.model ? [] : redescribed(old, now)),
  ];
}

const quote = (values: readonly string[]): readonly string[] => values.map((value) => JSON.stringify(value));

type Titled = Pick<EnumModel, "title">;

/** The title of the type changed. */
export const retitled = (old: Titled, now: Titled): readonly Found[] =>
  old.title === now.title || old.title === undefined || now.title === undefined
    ? []
    : [found("type-renamed", `${old.title} is now ${now.title}`)];

function redescribed(old: EnumTree, now: EnumTree): readonly Found[] {
  const getMeaning = ({ model }: EnumTree, value: string) => {
    const known = model.values.find((candidate) => candidate.value === value);
    return JSON.stringify([known?.description, known?.advice]);
  };
  const shared = [...now.values.keys()].filter((value) => old.values.has(value));
  const changed = shared.filter((value) => getMeaning(old, value) !== getMeaning(now, value));
  return foundEach("enum-value-described", quote(changed));
}

/** Compares an enum with the text that it becomes, or was: an open one has no limits, a closed one those of its values. */
function compareWithText(choice: EnumTree, text: TextTree, way: "to-text" | "from-text"): readonly Found[] {
  const name = choice.open ? "open-enum" : "enum";
  const asText = { ...(choice.open ? { minLength: 0, maxLength: Infinity } : text), formats: undefined };
  const misfits = choice.open ? [] : quote([...choice.values.keys()].filter((value) => !fits(value, text)));
  return way === "to-text"
    ? [found(`${name}-to-text`), ...foundEach("enum-value-removed", misfits), ...compareTexts(asText, text)]
    : [found(`text-to-${name}`), ...foundEach("enum-value-added", misfits), ...compareTexts(text, asText)];
}

/** Whether a value is neither too short nor too long for a text. */
function fits(value: string, { minLength, maxLength }: TextTree): boolean {
  const length = countCharacters(value);
  return minLength <= length && length <= maxLength;
}

type Limits = Pick<TextTree, "formats" | "minLength" | "maxLength">;

const compareTexts = (old: Limits, now: Limits): readonly Found[] => [
  ...compareFormats(old.formats, now.formats),
  ...compareLimit("min-length", old.minLength, now.minLength),
  ...compareLimit("max-length", old.maxLength, now.maxLength),
];

function compareFormats(old: TextTree["formats"], now: TextTree["formats"]): readonly Found[] {
  const name = (formats: readonly string[]) => listWords(formats, "or");
  if (!old) return now ? [found("format-added", name(now))] : [];
  if (!now) return [found("format-removed", name(old))];
  const [gained, lost] = [without(now, old), without(old, now)];
  if (lost.length > 0) return [found(gained.length > 0 ? "format-changed" : "format-narrowed", name(now))];
  return gained.length > 0 ? [found("format-widened", name(now))] : [];
}
