import { kindWords, nameKind, type KindName } from "../contract/describe.js";
import { hasFittingLength } from "../contract/lattice/tree.js";
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
import { toFinding, toFindings, compareFlags, nestFindings, listMissing, type Findings } from "./change.js";
import type { ChangeCode } from "./kinds.js";

export interface Comparer {
  readonly direction: Direction;
  /** Both sides' fleets: a note or a deprecation may begin at a release. */
  readonly fleets: readonly [old: Fleet, now: Fleet];
  readonly errorCodes: string | undefined;
  /** The kind of change if only one side has a property. */
  readonly toCode: (change: "added" | "removed", name: string, isRequired: boolean) => ChangeCode;
  readonly objects: (old: ObjectTree, now: ObjectTree) => Findings;
}

export function compareTypes(old: Tree, now: Tree, comparer: Comparer): Findings {
  if (old === now) return [];
  if (old.any ?? now.any) return compareFlags(old.any, now.any, ["type-unknown", "type-known"]);
  return [
    ...compareFlags(old.null, now.null, ["null-allowed", "null-refused"]),
    ...compareKinds(old, now),
    ...(old.number && now.number ? compareNumbers(old.number, now.number) : []),
    ...(old.string && now.string ? compareStrings(old.string, now.string, comparer) : []),
    ...(old.array && now.array ? compareArrays(old.array, now.array, comparer) : []),
    ...(old.object && now.object ? comparer.objects(old.object, now.object) : []),
  ];
}

const listTypeKinds = (tree: Tree): readonly KindName[] =>
  (Object.keys(kindWords) as KindName[]).filter((kind) => tree[kind] !== undefined);

function compareKinds(old: Tree, now: Tree): Findings {
  const [before, after] = [listTypeKinds(old), listTypeKinds(now)];
  const [gained, lost] = [listMissing(after, before), listMissing(before, after)];
  if (before.length > 0 && lost.length === before.length && gained.length > 0) {
    const names = (kinds: readonly KindName[]) => listWords(kinds.map(nameKind), "or");
    return [toFinding("type-changed", `${names(after)}, was ${names(before)}`)];
  }
  return [
    ...toFindings("alternative-added", gained.map(nameKind)),
    ...toFindings("alternative-removed", lost.map(nameKind)),
  ];
}

type LimitName = "minimum" | "maximum" | "min-length" | "max-length" | "min-items" | "max-items";

function compareLimit(limit: LimitName, old: number, now: number): Findings {
  const name = (value: number) => (Number.isFinite(value) ? String(value) : "unlimited");
  const detail = `${name(now)}, was ${name(old)}`;
  return old === now ? [] : [toFinding(`${limit}-${now > old ? "raised" : "lowered"}`, detail)];
}

function compareNumbers(old: NumberTree, now: NumberTree): Findings {
  // If decimals were allowed or forbidden, a limit that only moved to the next whole number is not reported.
  const [up, down] = old.level === now.level ? [Number, Number] : [Math.ceil, Math.floor];
  return [
    ...compareLevels(old.level, now.level),
    ...(up(old.minimum) === up(now.minimum) ? [] : compareLimit("minimum", old.minimum, now.minimum)),
    ...(down(old.maximum) === down(now.maximum) ? [] : compareLimit("maximum", old.maximum, now.maximum)),
  ];
}

/** Each level includes the one before it: integer, int64, number. */
function compareLevels(old: NumberLevel, now: NumberLevel): Findings {
  if (old === now) return [];
  if (now === "number") return [toFinding("integer-to-number")];
  if (old === "number") return [toFinding("number-to-integer")];
  return [toFinding(now === "int64" ? "integer-to-64-bit" : "integer-from-64-bit")];
}

function compareArrays(old: ArrayTree, now: ArrayTree, comparer: Comparer): Findings {
  const least = compareLimit("min-items", old.minItems, now.minItems);
  if (old.items && now.items) {
    const most = compareLimit("max-items", old.maxItems, now.maxItems);
    return [...least, ...most, ...nestFindings("*", compareTypes(old.items, now.items, comparer))];
  }
  if (now.items) return [toFinding("array-filled"), ...least];
  return old.items ? [toFinding("array-emptied")] : [];
}

function compareStrings(old: TextTree | EnumTree, now: TextTree | EnumTree, comparer: Comparer): Findings {
  if (old.values) return now.values ? compareEnums(old, now, comparer) : compareWithText(old, now, "to-text");
  if (now.values) return compareWithText(now, old, "from-text");
  const hint = old.hint === now.hint ? [] : [toFinding("format-hint-changed", now.hint ?? "none")];
  return [...hint, ...compareTextLimits(old, now)];
}

/** An open enum accepts unknown values anyway, so adding or removing a value changes only its documentation. */
function compareEnums(old: EnumTree, now: EnumTree, { errorCodes }: Comparer): Findings {
  const isErrorCode = errorCodes !== undefined && now.model.title === errorCodes;
  const openValue = isErrorCode ? "error-code" : "open-enum-value";
  const [before, after] = [[...old.values.keys()], [...now.values.keys()]];
  return [
    ...listMissing(after, before).map((added) => ({
      ...toFinding(`${old.open ? openValue : "enum-value"}-added`, JSON.stringify(added)),
      isAddition: now.model.values.find(({ value }) => value === added)?.isAddition,
    })),
    ...toFindings(`${now.open ? openValue : "enum-value"}-removed`, quoteAll(listMissing(before, after))),
    ...compareFlags(old.open, now.open, ["enum-opened", "enum-closed"]),
    ...compareTitles(old.model, now.model),
    ...(old.model === now.model ? [] : compareValueProse(old, now)),
  ];
}

const quoteAll = (values: readonly string[]): readonly string[] =>
  values.map((value) => JSON.stringify(value));

type HasTitle = Pick<EnumModel, "title">;

export const compareTitles = (old: HasTitle, now: HasTitle): Findings =>
  old.title === now.title || old.title === undefined || now.title === undefined
    ? []
    : [toFinding("type-renamed", `${old.title} is now ${now.title}`)];

function compareValueProse(old: EnumTree, now: EnumTree): Findings {
  const getValueProse = ({ model }: EnumTree, value: string) => {
    const known = model.values.find((candidate) => candidate.value === value);
    return JSON.stringify([known?.description, known?.advice]);
  };
  const shared = [...now.values.keys()].filter((value) => old.values.has(value));
  const changed = shared.filter((value) => getValueProse(old, value) !== getValueProse(now, value));
  return toFindings("enum-value-described", quoteAll(changed));
}

/** An open enum has no limits; a closed enum has those of its values. */
function compareWithText(choice: EnumTree, text: TextTree, way: "to-text" | "from-text"): Findings {
  const name = choice.open ? "open-enum" : "enum";
  const asText = { ...(choice.open ? { minLength: 0, maxLength: Infinity } : text), formats: undefined };
  const misfits = choice.open
    ? []
    : quoteAll([...choice.values.keys()].filter((value) => !hasFittingLength(value, text)));
  const [code, value, limits] =
    way === "to-text"
      ? ([`${name}-to-text`, "enum-value-removed", compareTextLimits(asText, text)] as const)
      : ([`text-to-${name}`, "enum-value-added", compareTextLimits(text, asText)] as const);
  return [toFinding(code), ...toFindings(value, misfits), ...limits];
}

type TextLimits = Pick<TextTree, "formats" | "minLength" | "maxLength">;

const compareTextLimits = (old: TextLimits, now: TextLimits): Findings => [
  ...compareFormats(old.formats, now.formats),
  ...compareLimit("min-length", old.minLength, now.minLength),
  ...compareLimit("max-length", old.maxLength, now.maxLength),
];

function compareFormats(old: TextTree["formats"], now: TextTree["formats"]): Findings {
  const name = (formats: readonly string[]) => listWords(formats, "or");
  if (!old) return now ? [toFinding("format-added", name(now))] : [];
  if (!now) return [toFinding("format-removed", name(old))];
  const [gained, lost] = [listMissing(now, old), listMissing(old, now)];
  if (lost.length > 0)
    return [toFinding(gained.length > 0 ? "format-changed" : "format-narrowed", name(now))];
  return gained.length > 0 ? [toFinding("format-widened", name(now))] : [];
}
