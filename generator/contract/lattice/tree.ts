import type { TextFormat } from "../read/dialect.js";
import type {
  Direction,
  EnumModel,
  NumberLevel,
  ObjectModel,
  PropertyModel,
  DocumentationGap,
} from "../model/model.js";
import type { Spans } from "../../base/time/spans.js";

/**
 * A set of JSON values, kind by kind; a kind that is absent holds nothing. Trees are what snapshots are made
 * of, and what join and meet combine. `any` holds every value (a property that an open object does not
 * describe).
 */
export interface Tree {
  readonly any?: true;
  readonly null?: true | undefined;
  readonly boolean?: true | undefined;
  readonly number?: NumberTree | undefined;
  readonly string?: StringTree | undefined;
  readonly array?: ArrayTree | undefined;
  readonly object?: ObjectTree | undefined;
}

export interface NumberTree {
  readonly level: NumberLevel;
  readonly minimum: number;
  readonly maximum: number;
}

/** Free text within bounds, or the values of an enum. */
export type StringTree = TextTree | EnumTree;

export interface TextTree {
  readonly values?: undefined;
  /** The formats of which the text has one; undefined: any text. */
  readonly formats: readonly TextFormat[] | undefined;
  readonly hint: TextFormat | undefined;
  readonly minLength: number;
  readonly maxLength: number;
}

export interface EnumTree {
  /** Each value, and when it exists. */
  readonly values: ReadonlyMap<string, Spans>;
  /** Whether values that nobody described may come too. */
  readonly open: boolean;
  readonly model: EnumModel;
  /** Set if these are all values that the fleet sees of the enum, so that its title may name them. */
  readonly isWhole?: true;
}

export interface ArrayTree {
  /** Undefined: nothing fits as an item, so the array is empty. */
  readonly items: Tree | undefined;
  readonly minItems: number;
  readonly maxItems: number;
}

export interface ObjectTree {
  /** A `CombinedModel` if a property held one object first and another later. */
  readonly model: ObjectModel;
  readonly open: boolean;
  /** When the fleet has the object. */
  readonly exists: Spans;
  readonly properties: ReadonlyMap<string, PropertyTree>;
}

export interface PropertyTree {
  readonly model: PropertyModel;
  readonly required: boolean;
  readonly type: Tree;
  /** When the fleet has the property. */
  readonly exists: Spans;
  readonly undocumented: DocumentationGap;
  readonly inlined: boolean;
  /** What the property was at each release of the fleet; gates are made of this. */
  readonly parts: readonly PropertyPart[];
}

/** A property between two changes of the contract. */
interface PropertyPart {
  readonly exists: Spans;
  readonly required: boolean;
  readonly type: Tree;
}

export const anything: Tree = { any: true };

export const isEmptyTree = (tree: Tree): boolean => Object.values(tree).every((kind) => kind === undefined);

/** A tree in the making. */
export type Kinds = { -readonly [Kind in keyof Tree]: Tree[Kind] };

/** The numbers within bounds; whole numbers lie within whole bounds. Undefined where there are none. */
export function toNumberTree(level: NumberLevel, low: number, high: number): NumberTree | undefined {
  const [minimum, maximum] = level === "number" ? [low, high] : [Math.ceil(low), Math.floor(high)];
  return minimum <= maximum ? { level, minimum, maximum } : undefined;
}

/** Arrays of these items; only the empty array if nothing fits as an item; undefined if not even that is allowed. */
export function toArrayTree(
  items: Tree | undefined,
  minItems: number,
  maxItems: number,
): ArrayTree | undefined {
  if (items === undefined || isEmptyTree(items) || maxItems === 0) {
    return minItems === 0 ? { items: undefined, minItems: 0, maxItems: 0 } : undefined;
  }
  return minItems <= maxItems ? { items, minItems, maxItems } : undefined;
}

/** The objects that may stand there, alone or in arrays. */
export const objectTreesIn = ({ object, array }: Tree): readonly ObjectTree[] => [
  ...(object ? [object] : []),
  ...(array?.items ? objectTreesIn(array.items) : []),
];

/** The enums that may stand there, alone or in arrays. */
export const enumTreesIn = ({ string, array }: Tree): readonly EnumTree[] => [
  ...(string?.values ? [string] : []),
  ...(array?.items ? enumTreesIn(array.items) : []),
];

/** Whether a body must have it; in a request nothing is required that no page documents. */
export const isRequired = ({ required, undocumented }: PropertyTree, direction: Direction): boolean =>
  required && (direction === "response" || undocumented === "nothing");

/** The length of a text, in the characters that JSON Schema counts: code points. */
export const countCharacters = (text: string): number => Array.from(text).length;

/** The model of a property's object that is one object at some releases and another at others. */
export interface CombinedModel extends ObjectModel {
  readonly parts: readonly ObjectModel[];
}

type Conjunction = "Or" | "And";

/**
 * Combines two objects that one property holds at different releases. The title, `LineOrOldLine`, is the same whatever
 * order they came in; lint keeps it free.
 */
export function combineModels(
  a: ObjectModel,
  b: ObjectModel,
  word: Conjunction,
): ObjectModel | CombinedModel {
  if (a === b) return b;
  const parts = [...new Set([...listCombinedParts(a), ...listCombinedParts(b)])].sort(byTitle);
  const titles = parts.map(({ title }) => title);
  const properties = new Map(parts.flatMap(({ properties }) => properties).map((each) => [each.name, each]));
  return {
    title: titles.join(word),
    place: (parts[0] ?? b).place,
    prose: { description: describeCombined(titles, word), notes: [], errata: [] },
    open: parts.some(({ open }) => open),
    properties: [...properties.values()],
    parts,
  };
}

/** Whether this is the model of several objects. */
export const isCombined = (model: ObjectModel): model is CombinedModel => "parts" in model;

const listCombinedParts = (model: ObjectModel): readonly ObjectModel[] =>
  isCombined(model) ? model.parts : [model];

const byTitle = (a: ObjectModel, b: ObjectModel): number => (a.title < b.title ? -1 : 1);

const describeCombined = (titles: readonly string[], word: Conjunction): string => {
  const names = titles.map((title) => `\`${title}\``);
  return word === "Or"
    ? `${names.join(" or ")}: which of them depends on the release of the shop.`
    : `What fits ${names.join(" as well as ")}: which of them a shop takes depends on its release.`;
};
