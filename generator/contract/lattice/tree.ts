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
 * A set of JSON values by kind; a missing kind has no values. Snapshots consist of trees, and join and meet combine
 * them. `any` contains every value, for properties that an open object does not describe.
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

export type StringTree = TextTree | EnumTree;

export interface TextTree {
  readonly values?: undefined;
  /** Undefined for any text. */
  readonly formats: readonly TextFormat[] | undefined;
  readonly hint: TextFormat | undefined;
  readonly minLength: number;
  readonly maxLength: number;
}

export interface EnumTree {
  readonly values: ReadonlyMap<string, Spans>;
  /** True if undescribed values are possible. */
  readonly open: boolean;
  readonly model: EnumModel;
  /** Set if these are all of the enum's values in the fleet, so that its title can stand for them. */
  readonly isWhole?: true;
}

export interface ArrayTree {
  /** Undefined if no item is valid, so that the array must be empty. */
  readonly items: Tree | undefined;
  readonly minItems: number;
  readonly maxItems: number;
}

export interface ObjectTree {
  /** A `CombinedModel` if a property had different objects over time. */
  readonly model: ObjectModel;
  readonly open: boolean;
  readonly exists: Spans;
  readonly properties: ReadonlyMap<string, PropertyTree>;
}

export interface PropertyTree {
  readonly model: PropertyModel;
  readonly required: boolean;
  readonly type: Tree;
  readonly exists: Spans;
  readonly undocumented: DocumentationGap;
  readonly inlined: boolean;
  /** The property at each release of the fleet, for gates. */
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

export type Kinds = { -readonly [Kind in keyof Tree]: Tree[Kind] };

/** Rounded for integers; undefined if no number is within the bounds. */
export function toNumberTree(level: NumberLevel, low: number, high: number): NumberTree | undefined {
  const [minimum, maximum] = level === "number" ? [low, high] : [Math.ceil(low), Math.floor(high)];
  return minimum <= maximum ? { level, minimum, maximum } : undefined;
}

/** Undefined if no array is valid; allows only the empty array if no item is valid. */
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

export const objectTreesIn = ({ object, array }: Tree): readonly ObjectTree[] => [
  ...(object ? [object] : []),
  ...(array?.items ? objectTreesIn(array.items) : []),
];

export const enumTreesIn = ({ string, array }: Tree): readonly EnumTree[] => [
  ...(string?.values ? [string] : []),
  ...(array?.items ? enumTreesIn(array.items) : []),
];

/** True if a body must have the property. In requests, undocumented properties are never required. */
export const isRequired = ({ required, undocumented }: PropertyTree, direction: Direction): boolean =>
  required && (direction === "response" || undocumented === "nothing");

/** JSON Schema counts code points. */
export const countCharacters = (text: string): number => Array.from(text).length;

export function hasFittingLength(text: string, { minLength, maxLength }: TextTree): boolean {
  const length = countCharacters(text);
  return minLength <= length && length <= maxLength;
}

/** Stands for the different objects that a property has in different releases. */
export interface CombinedModel extends ObjectModel {
  readonly parts: readonly ObjectModel[];
}

type Conjunction = "Or" | "And";

/**
 * Combines two objects that one property has in different releases. The title, such as `LineOrOldLine`, does not
 * depend on their order; lint keeps it free.
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
    prose: { description: describeCombined(titles, word), notes: [], errata: [], questions: [] },
    open: parts.some(({ open }) => open),
    properties: [...properties.values()],
    parts,
  };
}

export const isCombined = (model: ObjectModel): model is CombinedModel => "parts" in model;

const listCombinedParts = (model: ObjectModel): readonly ObjectModel[] =>
  isCombined(model) ? model.parts : [model];

const byTitle = (a: ObjectModel, b: ObjectModel): number => (a.title < b.title ? -1 : 1);

const describeCombined = (titles: readonly string[], word: Conjunction): string => {
  const names = titles.map((title) => `\`${title}\``);
  return word === "Or"
    ? `${names.join(" or ")}, depending on the shop's release.`
    : `Valid as ${names.join(" and as ")}; the shop's release decides which of them it accepts.`;
};
