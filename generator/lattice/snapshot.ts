import type {
  AlternativeModel,
  EnumModel,
  ObjectModel,
  PropertyModel,
  StringModel,
  TypeModel,
} from "../model/model.js";
import type { Life } from "../time/spans.js";
import type { Release } from "../time/release.js";
import {
  isEmpty,
  nothing,
  toArrayTree,
  toNumberTree,
  toTree,
  type EnumTree,
  type ObjectTree,
  type StringTree,
  type Tree,
} from "./tree.js";

/** How objects and enums are seen wherever they stand; undefined: nothing fits there. */
export interface Parts {
  readonly object: (model: ObjectModel) => ObjectTree | undefined;
  readonly enum: (model: EnumModel, release: Release) => EnumTree | undefined;
}

/** The contract at exactly one release: what it knows of an object, and whether it knows a property. */
export interface Snapshot {
  readonly release: Release;
  readonly object: (model: ObjectModel) => ObjectTree;
  /** The same properties, with the objects and enums in them as others see these. */
  readonly outline: (model: ObjectModel, parts: Parts) => ObjectTree;
  readonly has: (property: PropertyModel) => boolean;
}

/** Takes the snapshot of one release. An object that several others share becomes one tree. */
export function takeSnapshot(release: Release): Snapshot {
  const objects = new Map<ObjectModel, ObjectTree>();
  const types = new Map<PropertyModel, Tree>();
  const plain: Parts = { object: (model) => snapshot.object(model), enum: enumAt };
  const plainType = (property: PropertyModel): Tree => {
    const type = types.get(property) ?? typeTree(typeAt(property, release), { release, parts: plain });
    types.set(property, type);
    return type;
  };
  const outlineOf = (model: ObjectModel, typeOf: (property: PropertyModel) => Tree): ObjectTree => ({
    model,
    open: model.open,
    steps: [release],
    properties: new Map(
      model.properties.filter(snapshot.has).map((property) => {
        const [type, required] = [typeOf(property), isRequiredAt(property, release)];
        const parts = [{ step: release, required, type }];
        return [property.name, { model: property, type, required, steps: [release], parts }];
      }),
    ),
  });
  const snapshot: Snapshot = {
    release,
    object: (model) => {
      const tree = objects.get(model) ?? outlineOf(model, plainType);
      objects.set(model, tree);
      return tree;
    },
    outline: (model, parts) =>
      outlineOf(model, (property) => typeTree(typeAt(property, release), { release, parts })),
    has: (property) => !property.planned && livesAt(property.life, release) && !isEmpty(plainType(property)),
  };
  return snapshot;
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

interface Camera {
  readonly release: Release;
  readonly parts: Parts;
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
      return toTree({ ...tree, string: mergeFormats(tree.string, stringTree(kind, camera)) });
    case "array": {
      const items = typeTree(kind.items, camera);
      const { minItems = 0, maxItems = Infinity } = kind;
      return toTree({ ...tree, array: toArrayTree(items, minItems, maxItems) });
    }
    case "object":
      return toTree({ ...tree, object: camera.parts.object(kind.object) });
  }
}

function stringTree(kind: StringModel, { release, parts }: Camera): StringTree | undefined {
  if (kind.enum) return parts.enum(kind.enum, release);
  const { format, formatHint: hint, minLength = 0, maxLength = Infinity } = kind;
  return { formats: format === undefined ? undefined : [format], hint, minLength, maxLength };
}

/** The values that an enum has at a release; undefined where there are none. */
export function enumAt(model: EnumModel, release: Release): EnumTree | undefined {
  const alive = model.values.filter(({ life }) => livesAt(life, release));
  const values = new Map(alive.map(({ value }) => [value, [release]]));
  return values.size === 0 && !model.open ? undefined : { values, open: model.open, model };
}

/** Two alternatives of kind string differ in their format only: the text has one or the other. */
function mergeFormats(a: StringTree | undefined, b: StringTree | undefined): StringTree | undefined {
  if (!a || !b || a.values || b.values) return b ?? a;
  const formats = a.formats && b.formats ? [...new Set([...a.formats, ...b.formats])].sort() : undefined;
  return { ...a, formats };
}
