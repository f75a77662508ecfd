import type {
  AlternativeModel,
  EnumModel,
  ObjectModel,
  PropertyModel,
  StringModel,
  TypeModel,
} from "../model/model.js";
import { promised } from "../spec/promised.js";
import type { Release } from "../time/release.js";
import { existsAt, type Spans } from "../time/spans.js";
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
  const types = new Map<PropertyModel, Tree>();
  const plain: Parts = { object: (model) => snapshot.object(model), enum: enumAt };
  const typeAt = (property: PropertyModel, parts: Parts): Tree => {
    const era = property.eras.find((each) => existsAt(each.exists, release));
    return typeTree(promised(era, "the eras of a property cover all releases").type, { moment, parts });
  };
  const plainType = (property: PropertyModel): Tree => {
    const type = types.get(property) ?? typeAt(property, plain);
    types.set(property, type);
    return type;
  };
  const toTreeWith = (model: ObjectModel, typeOf: (property: PropertyModel) => Tree): ObjectTree => ({
    model,
    open: model.open,
    exists,
    properties: new Map(
      model.properties.filter(snapshot.has).map((property) => {
        const [type, required] = [typeOf(property), existsAt(property.required, release)];
        const { name, undocumented, inlined } = property;
        const parts = [{ exists, required, type }];
        return [name, { model: property, type, required, exists, undocumented, inlined, parts }];
      }),
    ),
  });
  const snapshot: Snapshot = {
    ...moment,
    object: (model) => {
      const tree = objects.get(model) ?? toTreeWith(model, plainType);
      objects.set(model, tree);
      return tree;
    },
    outline: (model, parts) => toTreeWith(model, (property) => typeAt(property, parts)),
    has: (property) => !property.aside && existsAt(property.exists, release) && !isEmpty(plainType(property)),
  };
  return snapshot;
}

interface Context {
  readonly moment: Moment;
  readonly parts: Parts;
}

function typeTree(type: TypeModel, context: Context): Tree {
  return type
    .filter(({ exists }) => existsAt(exists, context.moment.release))
    .reduce((tree, alternative) => withKind(tree, alternative, context), nothing);
}

function withKind(tree: Tree, { kind }: AlternativeModel, context: Context): Tree {
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
