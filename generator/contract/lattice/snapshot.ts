import type {
  KindModel,
  EnumModel,
  ObjectModel,
  PropertyModel,
  StringModel,
  TypeModel,
  Model,
} from "../model/model.js";
import { defined } from "../read/values.js";
import { type Release, baseline } from "../../base/time/release.js";
import { untilChange } from "../../base/time/fleet.js";
import { always, existsAt, type Spans, uniteAll } from "../../base/time/spans.js";
import { getOrCreate } from "../../base/once.js";
import {
  type EnumTree,
  isEmptyTree,
  type Kinds,
  type ObjectTree,
  type PropertyTree,
  type StringTree,
  type TextTree,
  toArrayTree,
  toNumberTree,
  type Tree,
} from "./tree.js";

/** Finds the trees of the objects and enums in a type; undefined: nothing fits. */
export interface PartTrees {
  readonly object: (model: ObjectModel) => ObjectTree | undefined;
  readonly enum: (model: EnumModel, moment: Period) => EnumTree | undefined;
}

/** A release, and the spans in which the contract stays as it is at that release. */
interface Period {
  readonly release: Release;
  readonly exists: Spans;
}

/** The contract at exactly one release. */
export type Snapshot = Readonly<ReturnType<typeof takeSnapshot>>;

/** Takes the snapshot of one release. An object that several others share becomes one tree. */
export function takeSnapshot(moment: Period) {
  const { release, exists } = moment;
  const objects = new Map<ObjectModel, ObjectTree>();
  const outline = (model: ObjectModel, parts: PartTrees): ObjectTree => ({
    model,
    open: model.open,
    exists,
    properties: new Map(
      model.properties
        .filter((property) => isKnown(property, release))
        .map((property) => [property.name, propertyTree(property, moment, parts)]),
    ),
  });
  const plain = {
    object: (model: ObjectModel): ObjectTree => getOrCreate(objects, model, () => outline(model, plain)),
    enum: enumAt,
  };
  return {
    ...moment,
    object: plain.object,
    /** The same properties, but with objects and enums as `parts` gives them. */
    outline,
  };
}

function propertyTree(property: PropertyModel, moment: Period, parts: PartTrees): PropertyTree {
  const { undocumented, inlined } = property;
  const { exists, release } = moment;
  const type = typeTree(typeAt(property, release), moment, parts);
  const required = existsAt(property.required, release);
  return {
    model: property,
    type,
    required,
    exists,
    undocumented,
    inlined,
    parts: [{ exists, required, type }],
  };
}

/** Whether a property exists at a release and some value fits it. */
const isKnown = (property: PropertyModel, release: Release): boolean =>
  !property.exclusion && existsAt(property.exists, release) && !isEmptyTree(shallowTree(property, release));

/** The objects and enums that values of a property have at a release, alone or in arrays. */
const listNamedParts = (property: PropertyModel, release: Release): readonly NamedModel[] =>
  namedPartsIn(shallowTree(property, release));

const namedPartsIn = ({ object, string, array }: Tree): readonly NamedModel[] => [
  ...(object ? [object.model] : []),
  ...(string?.values ? [string.model] : []),
  ...(array?.items ? namedPartsIn(array.items) : []),
];

/** The type of a property at a release, with objects that have no properties: no tree is made for them. */
const shallowTree = (property: PropertyModel, release: Release): Tree =>
  typeTree(typeAt(property, release), { release, exists: always }, shallow);

const shallow: PartTrees = {
  object: (model) => ({ model, open: model.open, exists: always, properties: new Map() }),
  enum: enumAt,
};

/** The type that a property has at a release. */
export function typeAt(property: PropertyModel, release: Release): TypeModel {
  const era = property.eras.find((each) => existsAt(each.exists, release));
  return defined(era, "the eras of a property cover all releases").type;
}

function typeTree(type: TypeModel, moment: Period, parts: PartTrees): Tree {
  const kinds: Kinds = {};
  for (const { exists, kind } of type)
    if (existsAt(exists, moment.release)) addKind(kind, kinds, moment, parts);
  return kinds;
}

function addKind(kind: KindModel, kinds: Kinds, moment: Period, parts: PartTrees): void {
  switch (kind.kind) {
    case "null":
    case "boolean":
      kinds[kind.kind] = true;
      return;
    case "number":
      kinds.number = toNumberTree(kind.level, kind.minimum ?? -Infinity, kind.maximum ?? Infinity);
      return;
    case "string":
      kinds.string = mergeFormats(kinds.string, kind.enum ? parts.enum(kind.enum, moment) : textTree(kind));
      return;
    case "array": {
      const { items, minItems = 0, maxItems = Infinity } = kind;
      kinds.array = toArrayTree(typeTree(items, moment, parts), minItems, maxItems);
      return;
    }
    case "object":
      kinds.object = parts.object(kind.object);
  }
}

const textTree = ({ format, formatHint, minLength = 0, maxLength = Infinity }: StringModel): TextTree => ({
  formats: format && [format],
  hint: formatHint,
  minLength,
  maxLength,
});

/** The values that an enum has at a release; undefined where there are none. */
export function enumAt(model: EnumModel, { release, exists }: Period): EnumTree | undefined {
  const known = model.values.filter((value) => existsAt(value.exists, release));
  const values = new Map(known.map(({ value }) => [value, exists]));
  return values.size === 0 && !model.open ? undefined : { values, open: model.open, model };
}

/** A text with one format or the other: two alternatives of kind string differ only in their formats. */
function mergeFormats(a: StringTree | undefined, b: StringTree | undefined): StringTree | undefined {
  if (!a || !b || a.values || b.values) return b ?? a;
  const formats = a.formats && b.formats ? [...new Set([...a.formats, ...b.formats])].sort() : undefined;
  return { ...a, formats };
}

/** An object or an enum of the contract. */
export type NamedModel = ObjectModel | EnumModel;

/** The snapshots of one contract, each taken once. */
export type Snapshots = Readonly<ReturnType<typeof createSnapshots>>;

export function createSnapshots(model: Model) {
  const taken = new Map<Release, Snapshot>();
  const parts = new Map<Release, ReadonlySet<NamedModel>>();
  const releases = [baseline, ...model.changes];
  const at = (release: Release) =>
    getOrCreate(taken, release, () => takeSnapshot({ release, exists: untilChange(release, model) }));
  return {
    model,
    at,
    /** One snapshot for the first release and for each later one that changed something: together they cover all releases. */
    all: () => releases.map(at),
    /** Whether an event that exists at this release, or the envelope, leads to the part. */
    holds: (part: NamedModel, release: Release): boolean =>
      getOrCreate(parts, release, () => findReachableParts(model, release)).has(part),
    /** When a property exists and some value fits it. */
    existence: (property: PropertyModel): Spans =>
      uniteAll(releases.flatMap((each) => (isKnown(property, each) ? [untilChange(each, model)] : []))),
  };
}

/** The parts that events of a release and the envelope lead to. They are found in the model: no tree is made for them. */
function findReachableParts(
  { events, envelope, errorRequest }: Model,
  release: Release,
): ReadonlySet<NamedModel> {
  const parts = new Set<NamedModel>();
  const visit = (part: NamedModel): void => {
    if (parts.has(part)) return;
    parts.add(part);
    if ("values" in part) return;
    if (part.base) visit(part.base);
    for (const property of part.properties)
      if (isKnown(property, release)) listNamedParts(property, release).forEach(visit);
  };
  visit(errorRequest);
  for (const { request, response } of [envelope, ...events.filter(({ exists }) => existsAt(exists, release))])
    [request, response].forEach(visit);
  return parts;
}
