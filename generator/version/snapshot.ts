import type {
  AlternativeModel,
  Life,
  ObjectModel,
  PropertyModel,
  StringModel,
  TypeModel,
} from "../model/model.js";
import type { Release } from "../schema/release.js";
import {
  isEmpty,
  nothing,
  toArrayTree,
  toNumberTree,
  toTree,
  type ObjectTree,
  type PropertyTree,
  type StringTree,
  type Tree,
} from "./tree.js";

/** The contract at exactly one release: what it knows of an object, and whether it knows a property. */
export interface Snapshot {
  readonly release: Release;
  object(model: ObjectModel): ObjectTree;
  has(property: PropertyModel): boolean;
}

/** Takes the snapshot of one release. An object that several others share becomes one tree. */
export function takeSnapshot(release: Release): Snapshot {
  const objects = new Map<ObjectModel, ObjectTree>();
  const camera: Camera = {
    release,
    object: (model) => {
      const known = objects.get(model);
      if (known) return known;
      const tree = objectTree(model, camera);
      objects.set(model, tree);
      return tree;
    },
  };
  return { ...camera, has: (property) => propertyTree(property, camera) !== undefined };
}

type Camera = Pick<Snapshot, "release" | "object">;

function objectTree(model: ObjectModel, camera: Camera): ObjectTree {
  const trees = model.properties.map((property) => [property.name, propertyTree(property, camera)] as const);
  const present = trees.filter((entry): entry is [string, PropertyTree] => entry[1] !== undefined);
  return { model, open: model.open, steps: [camera.release], properties: new Map(present) };
}

function propertyTree(model: PropertyModel, camera: Camera): PropertyTree | undefined {
  if (model.planned || !livesAt(model.life, camera.release)) return undefined;
  const type = typeTree(typeAt(model, camera.release), camera);
  if (isEmpty(type)) return undefined;
  const required = isRequiredAt(model, camera.release);
  const step = camera.release;
  return { model, type, required, steps: [step], parts: [{ step, required, type }] };
}

/** Whether something with this life exists at a release. */
export const livesAt = ({ added, removed }: Life, release: Release): boolean =>
  (added === undefined || added <= release) && (removed === undefined || release < removed);

function typeAt({ eras }: PropertyModel, release: Release): TypeModel {
  return eras.find(({ until }) => until === undefined || release < until)?.type ?? [];
}

/** Before the first switch a property was the opposite of what it then became. */
function isRequiredAt({ switches, requiredNow }: PropertyModel, release: Release): boolean {
  const last = switches.filter(({ at }) => at <= release).at(-1);
  if (last) return last.to;
  return switches[0] ? !switches[0].to : requiredNow;
}

function typeTree(type: TypeModel, camera: Camera): Tree {
  return type
    .filter(({ life }) => livesAt(life, camera.release))
    .reduce((tree, alternative) => withKind(tree, alternative, camera), nothing);
}

function withKind(tree: Tree, { kind }: AlternativeModel, camera: Camera): Tree {
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
      return toTree({ ...tree, string: mergeFormats(tree.string, stringTree(kind, camera.release)) });
    case "array": {
      const items = typeTree(kind.items, camera);
      const { minItems = 0, maxItems = Infinity } = kind;
      return toTree({ ...tree, array: toArrayTree(items, minItems, maxItems) });
    }
    case "object":
      return { ...tree, object: camera.object(kind.object) };
  }
}

function stringTree(kind: StringModel, release: Release): StringTree | undefined {
  if (!kind.enum) {
    const { format, formatHint: hint, minLength = 0, maxLength = Infinity } = kind;
    return { formats: format === undefined ? undefined : [format], hint, minLength, maxLength };
  }
  const { open } = kind.enum;
  const alive = kind.enum.values.filter(({ life }) => livesAt(life, release));
  const values = new Map(alive.map(({ value }) => [value, [release]]));
  return values.size === 0 && !open ? undefined : { values, open, model: kind.enum };
}

/** Two alternatives of kind string differ in their format only: the text has one or the other. */
function mergeFormats(a: StringTree | undefined, b: StringTree | undefined): StringTree | undefined {
  if (!a || !b || a.values || b.values) return b ?? a;
  const formats = a.formats && b.formats ? [...new Set([...a.formats, ...b.formats])].sort() : undefined;
  return { ...a, formats };
}
