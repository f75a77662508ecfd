import type {
  KindModel,
  EnumModel,
  ObjectModel,
  PropertyModel,
  StringModel,
  TypeModel,
  Model,
} from "../model/model.js";
import { promised } from "../spec/values.js";
import { type Release, baseline } from "../time/release.js";
import { existsAt, type Spans, uniteAll } from "../time/spans.js";
import { nothing, once, toArrayTree, toNumberTree, toTree } from "./tree.js";
import type { EnumTree, ObjectTree, StringTree, Tree } from "./tree.js";
import { untilChange } from "../time/history.js";

/** Finds the trees of the objects and enums in a type; undefined: nothing fits. */
export interface Parts {
  readonly object: (model: ObjectModel) => ObjectTree | undefined;
  readonly enum: (model: EnumModel, moment: Moment) => EnumTree | undefined;
}

/** A release, and the spans in which the contract stays as it is at that release. */
export interface Moment {
  readonly release: Release;
  readonly exists: Spans;
}

/** The contract at exactly one release: what it knows of an object, and whether it knows a property. */
export interface Snapshot extends Moment {
  readonly object: (model: ObjectModel) => ObjectTree;
  /** The same properties, but with objects and enums as `parts` gives them. */
  readonly outline: (model: ObjectModel, parts: Parts) => ObjectTree;
  readonly has: (property: PropertyModel) => boolean;
}

/** Takes the snapshot of one release. An object that several others share becomes one tree. */
export function takeSnapshot(moment: Moment): Snapshot {
  const { release, exists } = moment;
  const objects = new Map<ObjectModel, ObjectTree>();
  const plain: Parts = { object: (model) => snapshot.object(model), enum: enumAt };
  const toObject = (model: ObjectModel, found: Parts): ObjectTree => ({
    model,
    open: model.open,
    exists,
    properties: new Map(
      model.properties.filter(snapshot.has).map((property) => {
        const type = typeTree(typeAt(property, release), { moment, parts: found });
        const required = existsAt(property.required, release);
        const { name, undocumented, inlined } = property;
        const parts = [{ exists, required, type }];
        return [name, { model: property, type, required, exists, undocumented, inlined, parts }];
      }),
    ),
  });
  const snapshot: Snapshot = {
    ...moment,
    object: (model) => once(objects, model, () => toObject(model, plain)),
    outline: toObject,
    has: (property) => isKnown(property, release),
  };
  return snapshot;
}

/** Whether a property exists at a release and some value fits it. No tree is made for the answer. */
export const isKnown = (property: PropertyModel, release: Release): boolean =>
  !property.aside &&
  existsAt(property.exists, release) &&
  listKinds(typeAt(property, release), release).length > 0;

/** The objects and enums that values of a property have at a release, alone or in arrays. */
export function listParts(property: PropertyModel, release: Release): readonly (ObjectModel | EnumModel)[] {
  const partsIn = (type: TypeModel): readonly (ObjectModel | EnumModel)[] =>
    listKinds(type, release).flatMap((kind) => {
      if (kind.kind === "object") return [kind.object];
      if (kind.kind === "array") return kind.maxItems === 0 ? [] : partsIn(kind.items);
      return kind.kind === "string" && kind.enum ? [kind.enum] : [];
    });
  return partsIn(typeAt(property, release));
}

function typeAt(property: PropertyModel, release: Release): TypeModel {
  const era = property.eras.find((each) => existsAt(each.exists, release));
  return promised(era, "the eras of a property cover all releases").type;
}

/** The kinds of a type that hold some value at a release. */
const listKinds = (type: TypeModel, release: Release): readonly KindModel[] =>
  type.flatMap(({ exists, kind }) => (existsAt(exists, release) && holdsAny(kind, release) ? [kind] : []));

function holdsAny(kind: KindModel, release: Release): boolean {
  switch (kind.kind) {
    case "number":
      return toNumberTree(kind.level, kind.minimum ?? -Infinity, kind.maximum ?? Infinity) !== undefined;
    case "string":
      return (
        !kind.enum || kind.enum.open || kind.enum.values.some((value) => existsAt(value.exists, release))
      );
    case "array": {
      const { items, minItems = 0, maxItems = Infinity } = kind;
      return minItems === 0 || (minItems <= maxItems && listKinds(items, release).length > 0);
    }
    case "null":
    case "boolean":
    case "object":
      return true;
  }
}

interface Context {
  readonly moment: Moment;
  readonly parts: Parts;
}

function typeTree(type: TypeModel, context: Context): Tree {
  const kinds = listKinds(type, context.moment.release);
  return kinds.reduce((tree, kind) => withKind(tree, kind, context), nothing);
}

function withKind(tree: Tree, kind: KindModel, context: Context): Tree {
  switch (kind.kind) {
    case "null":
      return { ...tree, null: true };
    case "boolean":
      return { ...tree, boolean: true };
    case "number": {
      const { level, minimum = -Infinity, maximum = Infinity } = kind;
      return toTree({ ...tree, number: toNumberTree(level, minimum, maximum) });
    }
    case "string":
      return toTree({ ...tree, string: mergeFormats(tree.string, stringTree(kind, context)) });
    case "array": {
      const items = typeTree(kind.items, context);
      const { minItems = 0, maxItems = Infinity } = kind;
      return toTree({ ...tree, array: toArrayTree(items, minItems, maxItems) });
    }
    case "object":
      return toTree({ ...tree, object: context.parts.object(kind.object) });
  }
}

function stringTree(kind: StringModel, { moment, parts }: Context): StringTree | undefined {
  if (kind.enum) return parts.enum(kind.enum, moment);
  const { format, formatHint: hint, minLength = 0, maxLength = Infinity } = kind;
  return { formats: format === undefined ? undefined : [format], hint, minLength, maxLength };
}

/** The values that an enum has at a release; undefined where there are none. */
export function enumAt(model: EnumModel, { release, exists }: Moment): EnumTree | undefined {
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
export type Part = ObjectModel | EnumModel;

/** The snapshots of one contract, each taken once. */
export interface Album {
  readonly model: Model;
  at(release: Release): Snapshot;
  /** One snapshot for the first release and for each later one that changed something: together they cover all releases. */
  all(): readonly Snapshot[];
  /** Whether an event that exists at this release, or the envelope, leads to the part. */
  holds(part: Part, release: Release): boolean;
  /** When a property exists and some value fits it. */
  existence(property: PropertyModel): Spans;
}

export function createAlbum(model: Model): Album {
  const snapshots = new Map<Release, Snapshot>();
  const parts = new Map<Release, ReadonlySet<Part>>();
  const releases = [baseline, ...model.changes];
  const at = (release: Release) =>
    once(snapshots, release, () => takeSnapshot({ release, exists: untilChange(release, model) }));
  return {
    model,
    at,
    all: () => releases.map(at),
    holds: (part, release) => once(parts, release, () => findParts(model, release)).has(part),
    existence: (property) =>
      uniteAll(releases.flatMap((each) => (isKnown(property, each) ? [untilChange(each, model)] : []))),
  };
}

/** The parts that events of a release and the envelope lead to. They are found in the model: no tree is made for them. */
function findParts({ events, envelope, errorRequest }: Model, release: Release): ReadonlySet<Part> {
  const parts = new Set<Part>();
  const visit = (part: Part): void => {
    if (parts.has(part)) return;
    parts.add(part);
    if ("values" in part) return;
    if (part.base) visit(part.base);
    for (const property of part.properties)
      if (isKnown(property, release)) listParts(property, release).forEach(visit);
  };
  visit(errorRequest);
  for (const { request, response } of [envelope, ...events.filter(({ exists }) => existsAt(exists, release))])
    [request, response].forEach(visit);
  return parts;
}
