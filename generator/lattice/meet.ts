import { mostUndocumented } from "../model/annotations.js";
import { unite } from "../time/spans.js";
import { holdsLevel } from "./join.js";
import { combineModels, isEmpty, countCharacters, toArrayTree, toNumberTree, toTree } from "./tree.js";
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

/** Combines two trees of one object; undefined where nothing satisfies both. `b` lends its prose. */
export type Meet = (a: ObjectTree, b: ObjectTree) => ObjectTree | undefined;

/** The greatest lower bound: accepts only what both of two trees accept. Remembers pairs it has met. */
export function createMeet(): Meet {
  const memo = new WeakMap<ObjectTree, WeakMap<ObjectTree, { met: ObjectTree | undefined }>>();
  const meet: Meet = (a, b) => {
    if (a === b) return a;
    const pairs = memo.get(a) ?? new WeakMap<ObjectTree, { met: ObjectTree | undefined }>();
    memo.set(a, pairs);
    const known = pairs.get(b) ?? { met: meetObjects(a, b, meet) };
    pairs.set(b, known);
    return known.met;
  };
  return meet;
}

function meetObjects(a: ObjectTree, b: ObjectTree, meet: Meet): ObjectTree | undefined {
  const properties = new Map<string, PropertyTree>();
  for (const name of new Set([...b.properties.keys(), ...a.properties.keys()])) {
    const [mine, theirs] = [a.properties.get(name), b.properties.get(name)];
    const met = mine && theirs ? meetProperties(mine, theirs, meet) : oneSided(mine, theirs, a, b);
    if (met) properties.set(name, met);
    else if (mine?.required === true || theirs?.required === true) return undefined;
  }
  const model = combineModels(a.model, b.model, "And");
  return withoutEmpty({ model, open: a.open && b.open, exists: unite(a.exists, b.exists), properties });
}

/** An object without the properties for which there is no value; undefined where it needs one of them. */
export function withoutEmpty(tree: ObjectTree): ObjectTree | undefined {
  const empty = [...tree.properties].filter(([, { type }]) => isEmpty(type));
  if (empty.some(([, { required }]) => required)) return undefined;
  // In an open object an absent property may hold anything, so one that can hold nothing has to stay.
  if (empty.length === 0 || tree.open) return tree;
  return { ...tree, properties: new Map([...tree.properties].filter(([, { type }]) => !isEmpty(type))) };
}

const meetProperties = (a: PropertyTree, b: PropertyTree, meet: Meet): PropertyTree => ({
  model: b.model,
  required: a.required || b.required,
  type: meetTypes(a.type, b.type, meet),
  exists: unite(a.exists, b.exists),
  undocumented: mostUndocumented(a.undocumented, b.undocumented),
  inlined: a.inlined || b.inlined,
  parts: [...a.parts, ...b.parts],
});

/** A property that only one side describes: an open object takes it, a closed one does not. */
function oneSided(
  mine: PropertyTree | undefined,
  theirs: PropertyTree | undefined,
  a: ObjectTree,
  b: ObjectTree,
): PropertyTree | undefined {
  const [property, other] = mine ? [mine, b] : [theirs, a];
  return other.open ? property : undefined;
}

function meetTypes(a: Tree, b: Tree, meet: Meet): Tree {
  if (a.any) return b;
  if (b.any) return a;
  return toTree({
    any: undefined,
    null: a.null && b.null,
    boolean: a.boolean && b.boolean,
    number: a.number && b.number && meetNumbers(a.number, b.number),
    string: a.string && b.string && meetStrings(a.string, b.string),
    array: a.array && b.array && meetArrays(a.array, b.array, meet),
    object: a.object && b.object && meet(a.object, b.object),
  });
}

function meetNumbers(a: NumberTree, b: NumberTree): NumberTree | undefined {
  const level = holdsLevel(a.level, b.level) ? b.level : a.level;
  return toNumberTree(level, Math.max(a.minimum, b.minimum), Math.min(a.maximum, b.maximum));
}

function meetStrings(a: StringTree, b: StringTree): StringTree | undefined {
  if (!a.values && !b.values) return meetTexts(a, b);
  if (!a.values) return meetEnumWithText(b as EnumTree, a);
  return b.values ? meetEnums(a, b) : meetEnumWithText(a, b);
}

export function meetEnums(a: EnumTree, b: EnumTree): EnumTree | undefined {
  if (a === b) return a;
  const shared = [...a.values].flatMap(([value, exists]) => {
    const other = b.values.get(value);
    return other ? [[value, unite(exists, other)] as const] : [];
  });
  return nonEmptyEnum({ values: new Map(shared), open: a.open && b.open, model: b.model });
}

function meetTexts(a: TextTree, b: TextTree): TextTree | undefined {
  const theirs = b.formats;
  const formats =
    a.formats && theirs ? a.formats.filter((format) => theirs.includes(format)) : (a.formats ?? theirs);
  const [minLength, maxLength] = [Math.max(a.minLength, b.minLength), Math.min(a.maxLength, b.maxLength)];
  if (formats?.length === 0 || minLength > maxLength) return undefined;
  return { formats, hint: a.hint ?? b.hint, minLength, maxLength };
}

/** The values of an enum that fit the length of a text. No value counts as having a format. */
function meetEnumWithText(a: EnumTree, text: TextTree): EnumTree | undefined {
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

const nonEmptyEnum = (tree: EnumTree): EnumTree | undefined =>
  tree.values.size > 0 || tree.open ? tree : undefined;

function meetArrays(a: ArrayTree, b: ArrayTree, meet: Meet): ArrayTree | undefined {
  const items = a.items && b.items && meetTypes(a.items, b.items, meet);
  return toArrayTree(items, Math.max(a.minItems, b.minItems), Math.min(a.maxItems, b.maxItems));
}
