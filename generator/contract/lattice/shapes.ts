import type { Direction, EnumModel, EventModel, NumberLevel, ObjectModel } from "../model/model.js";
import { listPropertyChanges } from "../model/paths.js";
import type { Release } from "../../base/time/release.js";
import { existsAt, unite, uniteAll } from "../../base/time/spans.js";
import { largerGap } from "../model/build-type.js";
import { getOrCreate } from "../../base/once.js";
import { groupBy } from "../read/values.js";
import { enumAt, type NamedModel, outline, type PartTrees, type Period, type Snapshots } from "./snapshot.js";
import {
  anything,
  type ArrayTree,
  combineModels,
  countCharacters,
  type EnumTree,
  hasFittingLength,
  isEmptyTree,
  type NumberTree,
  type ObjectTree,
  type PropertyTree,
  type StringTree,
  type TextTree,
  toArrayTree,
  toNumberTree,
  type Tree,
} from "./tree.js";

interface ShapesOptions {
  readonly snapshots: Snapshots;
  readonly releases: readonly Release[];
  readonly direction: Direction;
  readonly bound: BoundName;
}

/**
 * One direction of the contract as a fleet sees it. Each object and titled enum has one shape, which combines all
 * releases of the fleet in which an event or the envelope uses the object or enum. Undefined if no value is valid.
 */
export function createShapes({ snapshots, releases, direction, bound: name }: ShapesOptions) {
  const bound = createBound(name);
  const objects = new Map<ObjectModel, ObjectTree | undefined>();
  const enums = new Map<EnumModel, EnumTree | undefined>();
  const releasesWith = (part: NamedModel) => releases.filter((release) => snapshots.holds(part, release));
  const judge = (object: ObjectModel, over: readonly Release[]): ObjectTree | undefined => {
    const whole = combineAll(
      listPeriods(object, over, snapshots).map((period) => outline(object, period, parts)),
      bound.objects,
    );
    return whole && withoutEmpty(whole);
  };
  const judgeEnum = (model: EnumModel): EnumTree | undefined => {
    const enums = releasesWith(model).flatMap((release) => enumAt(model, snapshots.at(release)) ?? []);
    // Open enums are joined in both directions, so that requests and answers share one type.
    const whole = combineAll(enums, model.open ? createBound("join").enums : bound.enums);
    return whole && { ...whole, isWhole: true };
  };
  const parts: PartTrees = {
    object: (object) => getOrCreate(objects, object, () => judge(object, releasesWith(object))),
    enum: (model, moment) =>
      model.title === undefined ? enumAt(model, moment) : getOrCreate(enums, model, () => judgeEnum(model)),
  };
  const envelopeModel = snapshots.model.envelope[direction];
  const envelope = () => getOrCreate(objects, envelopeModel, () => judge(envelopeModel, releases));
  const own = (event: EventModel) =>
    judge(
      withoutEnvelope(event[direction], envelopeModel),
      releases.filter((release) => existsAt(event.exists, release)),
    );
  return {
    object: parts.object,
    envelope,
    /** Only at the releases that have the event. */
    own,
    body: (event: EventModel) => joinBody(event[direction], own(event), envelope()),
  };
}

/** Releases between which the object did not change count as one. */
function listPeriods(
  { properties }: ObjectModel,
  releases: readonly Release[],
  snapshots: Snapshots,
): readonly Period[] {
  const changes = listPropertyChanges(properties);
  const runs = groupBy(releases, (release) => `${changes.filter((change) => change <= release).length}`);
  return [...runs.values()].map((run) => ({
    release: run[0],
    exists: uniteAll(run.map((release) => snapshots.at(release).exists)),
  }));
}

const withoutEnvelope = (object: ObjectModel, shared: ObjectModel): ObjectModel => ({
  ...object,
  properties: object.properties.filter((property) => !shared.properties.includes(property)),
});

function joinBody(
  model: ObjectModel,
  own: ObjectTree | undefined,
  envelope: ObjectTree | undefined,
): ObjectTree | undefined {
  if (!own || !envelope) return undefined;
  const properties = model.properties.flatMap(({ name }) => {
    const property = own.properties.get(name) ?? envelope.properties.get(name);
    return property ? [[name, property] as const] : [];
  });
  return { ...own, model, properties: new Map(properties) };
}

function combineAll<T>(
  [first, ...rest]: readonly T[],
  combine: (a: T, b: T) => T | undefined,
): T | undefined {
  return rest.reduce<T | undefined>((whole, next) => whole && combine(whole, next), first);
}

/** The join or the meet of trees. `b` is the later tree and provides the prose. Undefined if no value is left. */
export interface Bound {
  /** Caches the pairs that it has combined. */
  readonly objects: (a: ObjectTree, b: ObjectTree) => ObjectTree | undefined;
  readonly types: (a: Tree, b: Tree) => Tree;
  readonly enums: (a: EnumTree, b: EnumTree) => EnumTree | undefined;
}

type BoundName = "join" | "meet";

type Combine<T> = (a: T, b: T) => T | undefined;

/** Undefined: any text. */
type Formats = TextTree["formats"];
type Hint = TextTree["hint"];

/** The least upper bound: accepts what either tree accepts. */
const joinRules = {
  word: "Or" as "Or" | "And",
  open: (a: boolean, b: boolean) => a || b,
  required: (a: boolean, b: boolean) => a && b,
  low: Math.min,
  high: Math.max,
  /** Combines a part that both sides have, or decides about a part that only one side has. */
  sides: <T>(a: T | undefined, b: T | undefined, combine: Combine<T>): T | undefined =>
    a !== undefined && b !== undefined ? combine(a, b) : (a ?? b),
  /**
   * A property that only one side describes. If the other side is an open object, it allows any value for this
   * property.
   */
  oneSided: (property: PropertyTree, isOtherOpen: boolean): PropertyTree | undefined => ({
    ...property,
    required: false,
    type: isOtherOpen ? anything : property.type,
  }),
  withAnything: (() => anything) as (type: Tree) => Tree,
  formats: (a: Formats, b: Formats): Formats => a && b && [...new Set([...a, ...b])].sort(),
  hint: (a: Hint, b: Hint): Hint => (a === b ? a : undefined),
  enumWithText: (a: EnumTree, text: TextTree): StringTree | undefined =>
    combineTexts(textHolding(a), text, joinRules),
  whole: (tree: ObjectTree): ObjectTree | undefined => tree,
};

type BoundRules = typeof joinRules;

/** The greatest lower bound: accepts only what both trees accept. */
const meetRules: BoundRules = {
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
};

export function createBound(name: BoundName): Bound {
  const memo = new Map<ObjectTree, Map<ObjectTree, ObjectTree | undefined>>();
  const bound: RuledBound = {
    ...{ join: joinRules, meet: meetRules }[name],
    objects: (a, b) => {
      if (a === b) return a;
      const pairs = getOrCreate(memo, a, () => new Map<ObjectTree, ObjectTree | undefined>());
      return getOrCreate(pairs, b, () => combineObjects(a, b, bound));
    },
    types: (a, b) => combineTypes(a, b, bound),
    enums: (a, b) => (a === b ? a : combineEnums(a, b, bound)),
  };
  return bound;
}

interface RuledBound extends BoundRules, Bound {}

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
  undocumented: largerGap(a.undocumented, b.undocumented),
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

/** Removes the properties that have no valid value; undefined if the object requires one of them. */
function withoutEmpty(tree: ObjectTree): ObjectTree | undefined {
  const empty = [...tree.properties].filter(([, { type }]) => isEmptyTree(type));
  if (empty.some(([, { required }]) => required)) return undefined;
  // In an open object, an undescribed property may have any value, so a property without valid values must stay.
  if (empty.length === 0 || tree.open) return tree;
  return { ...tree, properties: new Map([...tree.properties].filter(([, { type }]) => !isEmptyTree(type))) };
}

/** From narrow to wide: each level includes the previous one. */
const levels: readonly NumberLevel[] = ["integer", "int64", "number"];

const combineNumbers = (a: NumberTree, b: NumberTree, { low, high }: BoundRules): NumberTree | undefined =>
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

function combineEnums(a: EnumTree, b: EnumTree, { sides, open }: BoundRules): EnumTree | undefined {
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

function combineTexts(a: TextTree, b: TextTree, { low, high, ...rules }: BoundRules): TextTree | undefined {
  const formats = rules.formats(a.formats, b.formats);
  const [minLength, maxLength] = [low(a.minLength, b.minLength), high(a.maxLength, b.maxLength)];
  if (formats?.length === 0 || minLength > maxLength) return undefined;
  return { formats, hint: rules.hint(a.hint, b.hint), minLength, maxLength };
}

/** The narrowest free text that includes every value of an enum. */
function textHolding({ values, open }: EnumTree): TextTree {
  const lengths = open ? [0, Infinity] : [...values.keys()].map(countCharacters);
  const [minLength, maxLength] = [Math.min(...lengths), Math.max(...lengths)];
  return { formats: undefined, hint: undefined, minLength, maxLength };
}

/** The enum values with a valid length. No value is assumed to have a format. */
function valuesWithin(a: EnumTree, text: TextTree): EnumTree | undefined {
  const free = text.formats === undefined && text.minLength === 0 && text.maxLength === Infinity;
  if (free) return a;
  if (text.formats !== undefined) return undefined;
  const values = [...a.values].filter(([value]) => hasFittingLength(value, text));
  if (values.length === a.values.size && !a.open) return a;
  return nonEmptyEnum({ values: new Map(values), open: false, model: a.model });
}
