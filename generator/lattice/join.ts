import type { NumberLevel } from "../model/model.js";
import { mostUndocumented } from "../model/annotations.js";
import { unite } from "../time/spans.js";
import { combineModels, anything, countCharacters, toTree } from "./tree.js";
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

/** Combines two trees of one object; `b` is the later one, and lends its prose. */
export type Join = (a: ObjectTree, b: ObjectTree) => ObjectTree;

/** The least upper bound: accepts whatever either of two trees accepts. Remembers pairs it has joined. */
export function createJoin(): Join {
  const memo = new WeakMap<ObjectTree, WeakMap<ObjectTree, ObjectTree>>();
  const join: Join = (a, b) => {
    if (a === b) return a;
    const pairs = memo.get(a) ?? new WeakMap<ObjectTree, ObjectTree>();
    memo.set(a, pairs);
    const joined = pairs.get(b) ?? joinObjects(a, b, join);
    pairs.set(b, joined);
    return joined;
  };
  return join;
}

function joinObjects(a: ObjectTree, b: ObjectTree, join: Join): ObjectTree {
  const names = new Set([...b.properties.keys(), ...a.properties.keys()]);
  const properties = [...names].map((name) => {
    const [mine, theirs] = [a.properties.get(name), b.properties.get(name)];
    return [
      name,
      mine && theirs ? joinProperties(mine, theirs, join) : oneSided(mine, theirs, a, b),
    ] as const;
  });
  return {
    model: combineModels(a.model, b.model, "Or"),
    open: a.open || b.open,
    exists: unite(a.exists, b.exists),
    properties: new Map(
      properties.filter((entry): entry is [string, PropertyTree] => entry[1] !== undefined),
    ),
  };
}

const joinProperties = (a: PropertyTree, b: PropertyTree, join: Join): PropertyTree => ({
  model: b.model,
  required: a.required && b.required,
  type: joinTypes(a.type, b.type, join),
  exists: unite(a.exists, b.exists),
  undocumented: mostUndocumented(a.undocumented, b.undocumented),
  inlined: a.inlined || b.inlined,
  parts: [...a.parts, ...b.parts],
});

/** A property that only one side describes; in an open object the other side holds it too, as anything. */
function oneSided(
  mine: PropertyTree | undefined,
  theirs: PropertyTree | undefined,
  a: ObjectTree,
  b: ObjectTree,
): PropertyTree | undefined {
  const [property, other] = mine ? [mine, b] : [theirs, a];
  return property && { ...property, required: false, type: other.open ? anything : property.type };
}

/** The least type that holds both. */
export function joinTypes(a: Tree, b: Tree, join: Join): Tree {
  if (a.any ?? b.any) return anything;
  return toTree({
    any: undefined,
    null: a.null ?? b.null,
    boolean: a.boolean ?? b.boolean,
    number: both(a.number, b.number, joinNumbers),
    string: both(a.string, b.string, joinStrings),
    array: both(a.array, b.array, (mine, theirs) => joinArrays(mine, theirs, join)),
    object: both(a.object, b.object, join),
  });
}

const both = <T>(a: T | undefined, b: T | undefined, join: (a: T, b: T) => T): T | undefined =>
  a !== undefined && b !== undefined ? join(a, b) : (a ?? b);

const levels: readonly NumberLevel[] = ["integer", "int64", "number"];

/** Whether a level holds all numbers of another. */
export const holdsLevel = (a: NumberLevel, b: NumberLevel): boolean => levels.indexOf(a) >= levels.indexOf(b);

const joinNumbers = (a: NumberTree, b: NumberTree): NumberTree => ({
  level: holdsLevel(a.level, b.level) ? a.level : b.level,
  minimum: Math.min(a.minimum, b.minimum),
  maximum: Math.max(a.maximum, b.maximum),
});

function joinStrings(a: StringTree, b: StringTree): StringTree {
  if (a.values && b.values) return joinEnums(a, b);
  if (!a.values && !b.values) return joinTexts(a, b);
  return a.values ? joinTexts(textHolding(a), b as TextTree) : joinTexts(a, textHolding(b as EnumTree));
}

export const joinEnums = (a: EnumTree, b: EnumTree): EnumTree =>
  a === b ? a : { values: uniteValues(a.values, b.values), open: a.open || b.open, model: b.model };

const joinTexts = (a: TextTree, b: TextTree): TextTree => ({
  formats: a.formats && b.formats && [...new Set([...a.formats, ...b.formats])].sort(),
  hint: a.hint === b.hint ? a.hint : undefined,
  minLength: Math.min(a.minLength, b.minLength),
  maxLength: Math.max(a.maxLength, b.maxLength),
});

/** The narrowest free text that holds every value of an enum. */
function textHolding({ values, open }: EnumTree): TextTree {
  const lengths = open ? [0, Infinity] : [...values.keys()].map(countCharacters);
  return {
    formats: undefined,
    hint: undefined,
    minLength: Math.min(...lengths),
    maxLength: Math.max(...lengths),
  };
}

const joinArrays = (a: ArrayTree, b: ArrayTree, join: Join): ArrayTree => ({
  items: both(a.items, b.items, (mine, theirs) => joinTypes(mine, theirs, join)),
  minItems: Math.min(a.minItems, b.minItems),
  maxItems: Math.max(a.maxItems, b.maxItems),
});

const uniteValues = (a: EnumTree["values"], b: EnumTree["values"]): EnumTree["values"] =>
  new Map(
    [...new Set([...b.keys(), ...a.keys()])].map((value) => [
      value,
      unite(a.get(value) ?? [], b.get(value) ?? []),
    ]),
  );
