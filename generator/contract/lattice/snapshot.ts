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

/** Finds the trees of objects and enums in a type; undefined if no value is valid. */
export interface PartTrees {
  readonly object: (model: ObjectModel) => ObjectTree | undefined;
  readonly enum: (model: EnumModel, moment: Period) => EnumTree | undefined;
}

/** A release, and the spans in which the contract is the same. */
export interface Period {
  readonly release: Release;
  readonly exists: Spans;
}

export type Snapshot = Readonly<ReturnType<typeof takeSnapshot>>;

/** A shared object becomes one tree. */
export function takeSnapshot(moment: Period) {
  const objects = new Map<ObjectModel, ObjectTree>();
  const plain = {
    object: (model: ObjectModel): ObjectTree =>
      getOrCreate(objects, model, () => outline(model, moment, plain)),
    enum: enumAt,
  };
  return { ...moment, object: plain.object };
}

export const outline = (model: ObjectModel, moment: Period, parts: PartTrees): ObjectTree => ({
  model,
  open: model.open,
  exists: moment.exists,
  properties: new Map(
    model.properties
      .filter((property) => isKnown(property, moment.release))
      .map((property) => [property.name, propertyTree(property, moment, parts)]),
  ),
});

function propertyTree(property: PropertyModel, moment: Period, parts: PartTrees): PropertyTree {
  const { undocumented, inlined } = property;
  const { exists, release } = moment;
  const type = typeTree(typeAt(property, release), moment, parts);
  const part = { exists, required: existsAt(property.required, release), type };
  return { ...part, model: property, undocumented, inlined, parts: [part] };
}

const isKnown = (property: PropertyModel, release: Release): boolean =>
  !property.exclusion && existsAt(property.exists, release) && !isEmptyTree(shallowTree(property, release));

const listNamedParts = (property: PropertyModel, release: Release): readonly NamedModel[] =>
  namedPartsIn(shallowTree(property, release));

const namedPartsIn = ({ object, string, array }: Tree): readonly NamedModel[] => [
  ...(object ? [object.model] : []),
  ...(string?.values ? [string.model] : []),
  ...(array?.items ? namedPartsIn(array.items) : []),
];

/** Objects are empty, so that no tree is built for them. */
const shallowTree = (property: PropertyModel, release: Release): Tree =>
  typeTree(typeAt(property, release), { release, exists: always }, shallow);

const shallow: PartTrees = {
  object: (model) => ({ model, open: model.open, exists: always, properties: new Map() }),
  enum: enumAt,
};

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

/** Undefined if the enum has no values at the release. */
export function enumAt(model: EnumModel, { release, exists }: Period): EnumTree | undefined {
  const known = model.values.filter((value) => existsAt(value.exists, release));
  const values = new Map(known.map(({ value }) => [value, exists]));
  return values.size === 0 && !model.open ? undefined : { values, open: model.open, model };
}

/** Accepts either format, because two string alternatives differ only in their formats. */
function mergeFormats(a: StringTree | undefined, b: StringTree | undefined): StringTree | undefined {
  if (!a || !b || a.values || b.values) return b ?? a;
  const formats = a.formats && b.formats ? [...new Set([...a.formats, ...b.formats])].sort() : undefined;
  return { ...a, formats };
}

export type NamedModel = ObjectModel | EnumModel;

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
    /**
     * Snapshots of the first release and of each later one that changed something. Together they cover all
     * releases.
     */
    all: () => releases.map(at),
    holds: (part: NamedModel, release: Release): boolean =>
      getOrCreate(parts, release, () => findReachableParts(model, release)).has(part),
    /** The releases in which a property exists and has a valid value. */
    existence: (property: PropertyModel): Spans =>
      uniteAll(releases.flatMap((each) => (isKnown(property, each) ? [untilChange(each, model)] : []))),
  };
}

/** Searches the model, so that no tree is built for the parts. */
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
