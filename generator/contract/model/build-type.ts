import {
  type Annotations,
  listSwitches,
  optionalRelease,
  type Provenance,
  type Shape,
  toList,
  toRelease,
} from "../read/dialect.js";
import type { SourceLocation } from "../../base/problem/problem.js";
import type { CheckedSpec } from "../read/checked-spec.js";
import { defined, ownEntry } from "../read/values.js";
import { baseline } from "../../base/time/release.js";
import { always, intersect, spanBetween, type Spans } from "../../base/time/spans.js";
import type {
  AlternativeModel,
  Exclusion,
  EnumModel,
  KindModel,
  LimitedModel,
  ObjectModel,
  PropertyModel,
  Prose,
  TypeModel,
  DocumentationGap,
} from "./model.js";

/** The input of a build: the spec, and the parts that are already built. */
export interface ModelBuilder {
  readonly spec: CheckedSpec;
  /** The kinds that have a title, by it: an object or enum that several files include becomes one model. */
  readonly titled: Map<string, KindModel>;
}

export const createModelBuilder = (spec: CheckedSpec): ModelBuilder => ({ spec, titled: new Map() });

const findShape = (path: string, { spec }: ModelBuilder): Shape =>
  defined(spec.shapes.get(path), `lint lets no reference to a missing file pass (${path})`);

const findPlace = (shape: Shape, { spec }: ModelBuilder): SourceLocation =>
  defined(spec.origins.get(shape), "every shape that is linked has its place");

/** The type that a shape describes. All that refer to the same file share the kinds in it that have a title. */
export function buildType(shape: Shape, builder: ModelBuilder): TypeModel {
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
function buildTitled(type: string, shape: Shape, builder: ModelBuilder): KindModel {
  if (shape.title === undefined) return buildKind(type, shape, builder);
  const key = `${type} ${shape.title}`;
  const kind = builder.titled.get(key) ?? buildKind(type, shape, builder);
  builder.titled.set(key, kind);
  return kind;
}

function buildKind(type: string, shape: Shape, builder: ModelBuilder): KindModel {
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

function buildObject(shape: Shape, builder: ModelBuilder): ObjectModel {
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

/** What a property takes from its holder. */
interface PropertyContext {
  readonly builder: ModelBuilder;
  /** Whether its holder must have it in the newest release. */
  readonly required: boolean;
  /** How its holder is known. */
  readonly holder?: Provenance | undefined;
  readonly place: SourceLocation;
}

/** A property of an object, or an object of an event. */
export function buildProperty(
  name: string,
  shape: Shape,
  { builder, required, holder, place }: PropertyContext,
): PropertyModel {
  return {
    name,
    place,
    exists: readSpans(shape),
    exclusion: readExclusion(shape),
    optionalFor: shape["x-optional-for"],
    prose: readProse({ ...inheritedProse(shape, builder), ...shape }),
    required: requiredSpans(shape, required),
    eras: buildEras(shape, builder),
    legacyNames: shape["x-legacy-names"] ?? [],
    undocumented: findGap(shape, holder, builder.spec),
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

function buildEras(shape: Shape, builder: ModelBuilder): PropertyModel["eras"] {
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
function inheritedProse({ $ref }: Shape, builder: ModelBuilder): Annotations {
  if ($ref === undefined) return {};
  const target = findShape($ref, builder);
  const { type, title, description } = target;
  const speaksForItself = title !== undefined || type === "object";
  return speaksForItself ? { ...(description !== undefined && { description }) } : target;
}

/** When annotations say that something exists. */
export const readSpans = (part: Annotations): Spans =>
  spanBetween(optionalRelease(part["x-added-in"]), optionalRelease(part["x-removed-in"]));

/** The prose in annotations. */
export function readProse(part: Annotations): Prose {
  const since = optionalRelease(part["x-deprecated-in"]);
  const replacedBy = part["x-replaced-by"];
  return {
    description: part.description ?? "",
    notes: part["x-notes"] ?? [],
    errata: toList(part["x-erratum"]),
    deprecated: (since ?? replacedBy) === undefined ? undefined : { since, replacedBy },
    setting: part["x-setting"],
    provenance: part["x-provenance"],
  };
}

/** The reason that annotations give for keeping something out of every view. */
function readExclusion(part: Annotations): Exclusion | undefined {
  const where = part["x-seen"];
  if (where !== undefined) return { kind: "seen", where };
  return part["x-planned"] === true ? { kind: "planned" } : undefined;
}

/** From the least to the most. */
const gapsBySize: readonly DocumentationGap[] = ["nothing", "required", "shape"];

/** The larger of two gaps. */
export const largerGap = (a: DocumentationGap, b: DocumentationGap): DocumentationGap =>
  gapsBySize.indexOf(a) > gapsBySize.indexOf(b) ? a : b;

/**
 * What of a property no vendor page says. What its own provenance leaves open, what it holds may say; where neither says
 * anything, it is known as well as its holder is.
 */
const findGap = (shape: Shape, holder: Provenance | undefined, spec: CheckedSpec): DocumentationGap =>
  findStatedGap(shape, spec) ?? (holder && toGap(holder) === "shape" ? "shape" : "nothing");

/** Undefined where nothing says anything. */
function findStatedGap(shape: Shape, spec: CheckedSpec): DocumentationGap | undefined {
  const own = shape["x-provenance"] && toGap(shape["x-provenance"]);
  if (own === "nothing") return own;
  const parts = [
    ...findReferredShape(shape, spec),
    ...(shape.items ? [shape.items] : []),
    ...(shape.anyOf ?? []),
  ];
  const stated = [own, ...parts.map((part) => findStatedGap(part, spec))].filter(
    (each) => each !== undefined,
  );
  return stated.length > 0 ? stated.reduce(largerGap) : undefined;
}

/** The file that a shape refers to. An enum with a title speaks of its values, and not of what holds it. */
function findReferredShape({ $ref = "" }: Shape, { shapes }: CheckedSpec): readonly Shape[] {
  const target = shapes.get($ref);
  return target && (target.title === undefined || target.enum === undefined) ? [target] : [];
}

/** Undefined for a release that is not documented: it says nothing of what is sent. */
function toGap({ kind, of = ["existence"] }: Provenance): DocumentationGap | undefined {
  if (kind === "documented") return "nothing";
  if (of.includes("existence") || of.includes("shape")) return "shape";
  return of.includes("required") ? "required" : undefined;
}
