import type { Annotations, Provenance, Shape } from "../spec/dialect.js";
import { optionalRelease, toRelease, listSwitches, toList } from "../spec/dialect.js";
import type { Place } from "../problem/problem.js";
import type { CheckedSpec } from "../spec/checked-spec.js";
import { defined, ownEntry } from "../spec/values.js";
import { baseline } from "../time/release.js";
import { always, intersect, spanBetween, type Spans } from "../time/spans.js";
import { readAside, readProse, readSpans, findUndocumented } from "./annotations.js";
import type {
  AlternativeModel,
  EnumModel,
  KindModel,
  LimitedModel,
  ObjectModel,
  PropertyModel,
  TypeModel,
} from "./model.js";

/** What building a model needs: the spec, and the parts that are already built. */
export interface Builder {
  readonly spec: CheckedSpec;
  /** The kinds that have a title, by it: an object or enum that several files include becomes one model. */
  readonly titled: Map<string, KindModel>;
}

export const createBuilder = (spec: CheckedSpec): Builder => ({ spec, titled: new Map() });

const findShape = (path: string, { spec }: Builder): Shape =>
  defined(spec.shapes.get(path), `lint lets no reference to a missing file pass (${path})`);

const findPlace = (shape: Shape, { spec }: Builder): Place =>
  defined(spec.origins.get(shape), "every shape that is linked has its place");

/** The type that a shape describes. All that refer to the same file share the kinds in it that have a title. */
export function buildType(shape: Shape, builder: Builder): TypeModel {
  if (shape.$ref !== undefined) {
    const target = findShape(shape.$ref, builder);
    return buildType(target, builder).map(({ exists, kind }) => ({
      kind,
      exists: intersect(exists, readSpans(target)),
    }));
  }
  if (shape.anyOf) return shape.anyOf.flatMap((part) => buildType(part, builder));
  const types = defined(shape.type, "lint lets no shape without a type, a $ref and an anyOf pass");
  return toList(types).map((type): AlternativeModel => ({
    exists: always,
    kind: buildTitled(type, shape, builder),
  }));
}

/** Builds the kind that a title names, once. The shape may allow other types too, such as null: they have no title. */
function buildTitled(type: string, shape: Shape, builder: Builder): KindModel {
  if (shape.title === undefined) return buildKind(type, shape, builder);
  const key = `${type} ${shape.title}`;
  const kind = builder.titled.get(key) ?? buildKind(type, shape, builder);
  builder.titled.set(key, kind);
  return kind;
}

function buildKind(type: string, shape: Shape, builder: Builder): KindModel {
  switch (type) {
    case "object":
      return { kind: "object", object: buildObject(shape, builder) };
    case "array": {
      const items = defined(shape.items, "lint lets no array without items pass");
      return {
        kind: "array",
        items: buildType(items, builder),
        place: findPlace(items, builder),
        minItems: shape.minItems,
        maxItems: shape.maxItems,
      };
    }
    case "string":
      return buildString(shape);
    case "number":
    case "integer":
      return {
        kind: "number",
        level: type === "number" ? "number" : shape.format === "int64" ? "int64" : "integer",
        minimum: shape.minimum,
        maximum: shape.maximum,
      };
    case "boolean":
      return { kind: "boolean" };
    default:
      return { kind: "null" };
  }
}

function buildObject(shape: Shape, builder: Builder): ObjectModel {
  const properties: PropertyModel[] = [];
  const limited: LimitedModel[] = [];
  for (const [name, part] of Object.entries(shape.properties ?? {})) {
    const property = buildProperty(name, part, {
      builder,
      required: shape.required?.includes(name) === true,
      holder: shape["x-provenance"],
      place: findPlace(part, builder),
    });
    const events = part["x-only-for"];
    if (events) limited.push({ property, events, after: properties.length });
    else properties.push(property);
  }
  return {
    title: defined(shape.title, "lint lets no object without a title pass"),
    place: findPlace(shape, builder),
    prose: readProse(shape),
    open: shape["x-open"] === true,
    properties,
    limited,
  };
}

const buildString = (shape: Shape): KindModel => ({
  kind: "string",
  format: shape.format === "int64" ? undefined : shape.format,
  formatHint: shape["x-format-hint"],
  minLength: shape.minLength,
  maxLength: shape.maxLength,
  enum: shape.enum && buildEnum(shape, shape.enum),
});

const buildEnum = (shape: Shape, values: readonly string[]): EnumModel => ({
  title: shape.title,
  prose: readProse(shape),
  open: shape["x-open"] === true,
  values: values.map((value) => ({
    value,
    exists: spanBetween(
      optionalRelease(ownEntry(shape["x-enum-added-in"], value)),
      optionalRelease(ownEntry(shape["x-enum-removed-in"], value)),
    ),
    description: ownEntry(shape["x-enum-descriptions"], value),
    advice: ownEntry(shape["x-enum-advice"], value),
  })),
  seen: Object.entries(shape["x-enum-seen"] ?? {}).map(([value, where]) => ({ value, where })),
});

/** What a property has from where it stands. */
export interface Standing {
  readonly builder: Builder;
  /** Whether its holder must have it in the newest release. */
  readonly required: boolean;
  /** How its holder is known. */
  readonly holder?: Provenance | undefined;
  readonly place: Place;
}

/** A property of an object, or an object of an event. */
export function buildProperty(
  name: string,
  shape: Shape,
  { builder, required, holder, place }: Standing,
): PropertyModel {
  return {
    name,
    place,
    exists: readSpans(shape),
    aside: readAside(shape),
    optionalFor: shape["x-optional-for"],
    prose: readProse({ ...inheritedProse(shape, builder), ...shape }),
    required: requiredSpans(shape, required),
    eras: buildEras(shape, builder),
    legacyNames: shape["x-legacy-names"] ?? [],
    undocumented: findUndocumented(shape, holder, builder.spec),
    inlined: shape["x-inlined"] === true,
  };
}

/** When a property is required. Before the first switch it was the opposite of what that switch made it. */
function requiredSpans(shape: Shape, requiredNow: boolean): Spans {
  const switches = listSwitches(shape);
  if (switches.length === 0) return requiredNow ? always : [];
  const starts = switches[0]?.to === false ? [baseline] : [];
  const from = [...starts, ...switches.flatMap(({ at, to }) => (to ? [at] : []))];
  const until = switches.flatMap(({ at, to }) => (to ? [] : [at]));
  return from.flatMap((release, i) => spanBetween(release, until[i]));
}

function buildEras(shape: Shape, builder: Builder): PropertyModel["eras"] {
  const was = shape["x-was"] ?? [];
  const ends = was.map(({ until }) => toRelease(until));
  return [...was.map(({ schema }) => schema), shape].map((part, i) => ({
    exists: spanBetween(ends[i - 1], ends[i]),
    type: buildType(part, builder),
  }));
}

/**
 * The prose that a property takes from the file it refers to. A file with an object or a title has its own place in the
 * output for its prose, so that only its description is taken.
 */
function inheritedProse({ $ref }: Shape, builder: Builder): Annotations {
  if ($ref === undefined) return {};
  const target = findShape($ref, builder);
  const { type, title, description } = target;
  const speaksForItself = title !== undefined || type === "object";
  return speaksForItself ? { ...(description !== undefined && { description }) } : target;
}
