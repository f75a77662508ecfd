import { maxUndocumented } from "../model/annotations.js";
import type { NumberLevel } from "../model/model.js";
import { unite } from "../time/spans.js";
import {
  anything,
  combineModels,
  countCharacters,
  isEmpty,
  once,
  toArrayTree,
  toNumberTree,
} from "./tree.js";
import type {
  ArrayTree,
  EnumTree,
  NumberTree,
  ObjectTree,
  PropertyTree,
  StringTree,
  TextTree,
  Tree,
} from "./tree.js";

/** One of the two bounds of trees. `b` is the later tree, and lends its prose. Undefined: no value is left. */
export interface Bound {
  /** Remembers the pairs that it has combined. */
  readonly objects: (a: ObjectTree, b: ObjectTree) => ObjectTree | undefined;
  readonly types: (a: Tree, b: Tree) => Tree;
  readonly enums: (a: EnumTree, b: EnumTree) => EnumTree | undefined;
}

export type BoundName = "join" | "meet";

/** In what the two bounds differ. */
interface Rules {
  /** Stands between the titles of two objects. */
  readonly word: "Or" | "And";
  readonly open: (a: boolean, b: boolean) => boolean;
  readonly required: (a: boolean, b: boolean) => boolean;
  readonly low: (a: number, b: number) => number;
  readonly high: (a: number, b: number) => number;
  /** Combines what both sides have, or decides about what only one of them has. */
  readonly sides: <T>(a: T | undefined, b: T | undefined, combine: Combine<T>) => T | undefined;
  /** A property that only one side describes: an open object on the other side holds it as anything. */
  readonly oneSided: (property: PropertyTree, isOtherOpen: boolean) => PropertyTree | undefined;
  /** A type on one side, and anything on the other. */
  readonly withAnything: (type: Tree) => Tree;
  readonly formats: (a: Formats, b: Formats) => Formats;
  readonly hint: (a: TextTree["hint"], b: TextTree["hint"]) => TextTree["hint"];
  /** An enum on one side, and free text on the other. */
  readonly enumWithText: (a: EnumTree, b: TextTree) => StringTree | undefined;
  /** What is left of an object once its properties are combined. */
  readonly whole: (tree: ObjectTree) => ObjectTree | undefined;
}

type Combine<T> = (a: T, b: T) => T | undefined;

/** Undefined: any text. */
type Formats = TextTree["formats"];

const rules: Readonly<Record<BoundName, Rules>> = {
  /** The least upper bound: accepts whatever either of two trees accepts. */
  join: {
    word: "Or",
    open: (a, b) => a || b,
    required: (a, b) => a && b,
    low: Math.min,
    high: Math.max,
    sides: (a, b, combine) => (a !== undefined && b !== undefined ? combine(a, b) : (a ?? b)),
    oneSided: (property, isOtherOpen) => ({
      ...property,
      required: false,
      type: isOtherOpen ? anything : property.type,
    }),
    withAnything: () => anything,
    formats: (a, b) => a && b && [...new Set([...a, ...b])].sort(),
    hint: (a, b) => (a === b ? a : undefined),
    enumWithText: (a, text) => combineTexts(textHolding(a), text, rules.join),
    whole: (tree) => tree,
  },
  /** The greatest lower bound: accepts only what both of two trees accept. */
  meet: {
    word: "And",
    open: (a, b) => a && b,
    required: (a, b) => a || b,
    low: Math.max,
    high: Math.min,
    sides: (a, b, combine) => (a !== undefined && b !== undefined ? combine(a, b) : undefined),
    oneSided: (property, isOtherOpen) => (isOtherOpen ? property : undefined),
    withAnything: (type) => type,
    formats: (a, b) => (a && b ? a.filter((format) => b.includes(format)) : (a ?? b)),
    hint: (a, b) => a ?? b,
    enumWithText: valuesWithin,
    whole: withoutEmpty,
  },
};

/** Creates the least upper bound, the join, or the greatest lower bound, the meet. */
export function createBound(name: BoundName): Bound {
  const memo = new Map<ObjectTree, Map<ObjectTree, ObjectTree | undefined>>();
  const bound: RuledBound = {
    ...rules[name],
    objects: (a, b) => {
      if (a === b) return a;
      const pairs = once(memo, a, () => new Map<ObjectTree, ObjectTree | undefined>());
      return once(pairs, b, () => combineObjects(a, b, bound));
    },
    types: (a, b) => combineTypes(a, b, bound),
    enums: (a, b) => (a === b ? a : combineEnums(a, b, bound)),
  };
  return bound;
}

interface RuledBound extends Rules, Bound {}

function combineObjects(a: ObjectTree, b: ObjectTree, bound: RuledBound): ObjectTree | undefined {
  const properties = new Map<string, PropertyTree>();
  for (const name of new Set([...b.properties.keys(), ...a.properties.keys()])) {
    const [mine, theirs] = [a.properties.get(name), b.properties.get(name)];
    const combined =
      mine && theirs
        ? combineProperties(mine, theirs, bound)
        : ((mine && bound.oneSided(mine, b.open)) ?? (theirs && bound.oneSided(theirs, a.open)));
    if (combined) properties.set(name, combined);
    else if (mine?.required === true || theirs?.required === true) return undefined;
  }
  return bound.whole({
    model: combineModels(a.model, b.model, bound.word),
    open: bound.open(a.open, b.open),
    exists: unite(a.exists, b.exists),
    properties,
  });
}

const combineProperties = (a: PropertyTree, b: PropertyTree, bound: RuledBound): PropertyTree => ({
  model: b.model,
  required: bound.required(a.required, b.required),
  type: bound.types(a.type, b.type),
  exists: unite(a.exists, b.exists),
  undocumented: maxUndocumented(a.undocumented, b.undocumented),
  inlined: a.inlined || b.inlined,
  parts: [...a.parts, ...b.parts],
});

function combineTypes(a: Tree, b: Tree, bound: RuledBound): Tree {
  const { sides } = bound;
  if (a.any) return bound.withAnything(b);
  if (b.any) return bound.withAnything(a);
  return {
    null: sides(a.null, b.null, () => true),
    boolean: sides(a.boolean, b.boolean, () => true),
    number: sides(a.number, b.number, (mine, theirs) => combineNumbers(mine, theirs, bound)),
    string: sides(a.string, b.string, (mine, theirs) => combineStrings(mine, theirs, bound)),
    array: sides(a.array, b.array, (mine, theirs) => combineArrays(mine, theirs, bound)),
    object: sides(a.object, b.object, bound.objects),
  };
}

/** An object without the properties for which there is no value; undefined where it needs one of them. */
export function withoutEmpty(tree: ObjectTree): ObjectTree | undefined {
  const empty = [...tree.properties].filter(([, { type }]) => isEmpty(type));
  if (empty.some(([, { required }]) => required)) return undefined;
  // In an open object an absent property may hold anything, so one that can hold nothing has to stay.
  if (empty.length === 0 || tree.open) return tree;
  return { ...tree, properties: new Map([...tree.properties].filter(([, { type }]) => !isEmpty(type))) };
}

/** From narrow to wide: every number of a level belongs to the next one too. */
const levels: readonly NumberLevel[] = ["integer", "int64", "number"];

const combineNumbers = (a: NumberTree, b: NumberTree, { low, high }: Rules): NumberTree | undefined =>
  toNumberTree(
    levels[high(levels.indexOf(a.level), levels.indexOf(b.level))] ?? b.level,
    low(a.minimum, b.minimum),
    high(a.maximum, b.maximum),
  );

const combineArrays = (a: ArrayTree, b: ArrayTree, { sides, types, low, high }: RuledBound) =>
  toArrayTree(sides(a.items, b.items, types), low(a.minItems, b.minItems), high(a.maxItems, b.maxItems));

function combineStrings(a: StringTree, b: StringTree, bound: RuledBound): StringTree | undefined {
  if (!a.values) return b.values ? bound.enumWithText(b, a) : combineTexts(a, b, bound);
  return b.values ? bound.enums(a, b) : bound.enumWithText(a, b);
}

function combineEnums(a: EnumTree, b: EnumTree, { sides, open }: Rules): EnumTree | undefined {
  const values = new Map(
    [...new Set([...b.values.keys(), ...a.values.keys()])].flatMap((value) => {
      const exists = sides(a.values.get(value), b.values.get(value), unite);
      return exists ? [[value, exists] as const] : [];
    }),
  );
  return nonEmptyEnum({ values, open: open(a.open, b.open), model: b.model });
}

const nonEmptyEnum = (tree: EnumTree): EnumTree | undefined =>
  tree.values.size > 0 || tree.open ? tree : undefined;

function combineTexts(a: TextTree, b: TextTree, { low, high, ...rules }: Rules): TextTree | undefined {
  const formats = rules.formats(a.formats, b.formats);
  const [minLength, maxLength] = [low(a.minLength, b.minLength), high(a.maxLength, b.maxLength)];
  if (formats?.length === 0 || minLength > maxLength) return undefined;
  return { formats, hint: rules.hint(a.hint, b.hint), minLength, maxLength };
}

/** The narrowest free text that holds every value of an enum. */
function textHolding({ values, open }: EnumTree): TextTree {
  const lengths = open ? [0, Infinity] : [...values.keys()].map(countCharacters);
  const [minLength, maxLength] = [Math.min(...lengths), Math.max(...lengths)];
  return { formats: undefined, hint: undefined, minLength, maxLength };
}

/** The values of an enum that fit the length of a text. No value counts as having a format. */
function valuesWithin(a: EnumTree, text: TextTree): EnumTree | undefined {
  const free = text.formats === undefined && text.minLength === 0 && text.maxLength === Infinity;
  if (free) return a;
  if (text.formats !== undefined) return undefined;
  const values = [...a.values].filter(([value]) => {
    const length = countCharacters(value);
    return text.minLength <= length && length <= text.maxLength;
  });
  if (values.length === a.values.size && !a.open) return a;
  return nonEmptyEnum({ values: new Map(values), open: false, model: a.model });
}
