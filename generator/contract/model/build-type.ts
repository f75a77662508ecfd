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
import { additionSentence, findAddition, isAddition } from "../read/additions.js";
import type { CheckedSpec } from "../read/checked-spec.js";
import { placeInside, toLocationKey } from "../read/pointer.js";
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

export interface ModelBuilder {
  readonly spec: CheckedSpec;
  /** Kinds by title: an object or enum that several files include becomes one model. */
  readonly titled: Map<string, KindModel>;
}

export const createModelBuilder = (spec: CheckedSpec): ModelBuilder => ({ spec, titled: new Map() });

const findShape = (path: string, { spec }: ModelBuilder): Shape =>
  defined(spec.shapes.get(path), `lint rejects a reference to a missing file (${path})`);

const findPlace = (shape: Shape, { spec }: ModelBuilder): SourceLocation =>
  defined(spec.origins.get(shape), "every shape that is linked has its place");

/** All references to a file share its titled kinds. */
export function buildType(shape: Shape, builder: ModelBuilder): TypeModel {
  if (shape.$ref !== undefined) {
    const target = findShape(shape.$ref, builder);
    return buildType(target, builder).map(({ exists, kind }) => ({
      kind,
      exists: intersect(exists, readSpans(target)),
    }));
  }
  if (shape.anyOf) return shape.anyOf.flatMap((part) => buildType(part, builder));
  const types = defined(shape.type, "lint rejects a shape that has no type, $ref or anyOf");
  return toList(types).map((type): AlternativeModel => ({
    exists: always,
    kind: buildTitled(type, shape, builder),
  }));
}

/** Builds the kind of a title once. The shape may also allow other types, such as null, which have no title. */
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
      const items = defined(shape.items, "lint rejects an array without items");
      return {
        kind: "array",
        items: buildType(items, builder),
        place: findPlace(items, builder),
        minItems: shape.minItems,
        maxItems: shape.maxItems,
      };
    }
    case "string":
      return buildString(shape, builder);
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
  const title = defined(shape.title, "lint rejects an object without a title");
  for (const [name, part] of Object.entries(shape.properties ?? {})) {
    const property = buildProperty(name, part, {
      builder,
      required: shape.required?.includes(name) === true,
      holder: shape["x-provenance"],
      fullName: `${title}.${name}`,
      place: findPlace(part, builder),
    });
    const events = part["x-only-for"];
    if (events) limited.push({ property, events, after: properties.length });
    else properties.push(property);
  }
  return {
    title,
    place: findPlace(shape, builder),
    prose: readTitledProse(shape, builder),
    open: shape["x-open"] === true,
    properties,
    limited,
  };
}

const buildString = (shape: Shape, builder: ModelBuilder): KindModel => ({
  kind: "string",
  format: shape.format === "int64" ? undefined : shape.format,
  formatHint: shape["x-format-hint"],
  minLength: shape.minLength,
  maxLength: shape.maxLength,
  enum: shape.enum && buildEnum(shape, shape.enum, builder),
});

const buildEnum = (shape: Shape, values: readonly string[], builder: ModelBuilder): EnumModel => ({
  title: shape.title,
  prose: readTitledProse(shape, builder),
  open: shape["x-open"] === true,
  values: values.map((value, index) => {
    const place = placeInside(findPlace(shape, builder), "enum", index);
    const isAdded = builder.spec.additions.has(toLocationKey(place));
    const described = ownEntry(shape["x-enum-descriptions"], value);
    return {
      value,
      exists: spanBetween(
        optionalRelease(ownEntry(shape["x-enum-added-in"], value)),
        optionalRelease(ownEntry(shape["x-enum-removed-in"], value)),
      ),
      description: isAdded ? [described ?? [], additionSentence].flat().join(" ") : described,
      advice: ownEntry(shape["x-enum-advice"], value),
      ...(isAdded && { isAddition: true }),
    };
  }),
  seen: Object.entries(shape["x-enum-seen"] ?? {})
    .map(([value, where]) => ({ value, where }))
    .sort((one, other) => (one.value < other.value ? -1 : 1)),
});

/** Says that a type is the user's own, even deep inside an addition. */
const readTitledProse = (shape: Shape, builder: ModelBuilder): Prose => ({
  ...readProse(shape, shape.title, builder),
  ...(findAddition(findPlace(shape, builder), builder.spec.additions) && { isAddition: true }),
});

interface PropertyContext {
  readonly builder: ModelBuilder;
  /** True if the newest release requires the property. */
  readonly required: boolean;
  readonly holder?: Provenance | undefined;
  /** The name of the property in open questions; undefined if it has the name of an event. */
  readonly fullName: string | undefined;
  readonly place: SourceLocation;
}

export function buildProperty(
  name: string,
  shape: Shape,
  { builder, required, holder, fullName, place }: PropertyContext,
): PropertyModel {
  return {
    name,
    place,
    exists: readSpans(shape),
    exclusion: readExclusion(shape),
    optionalFor: shape["x-optional-for"],
    prose: readProse({ ...inheritedProse(shape, builder), ...shape }, fullName, builder),
    required: requiredSpans(shape, required),
    eras: buildEras(shape, builder),
    legacyNames: shape["x-legacy-names"] ?? [],
    undocumented: findGap(shape, holder, builder.spec),
    inlined: shape["x-inlined"] === true,
  };
}

/** Before its first switch, the property was required if the switch made it optional, and vice versa. */
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
 * A property inherits prose from the file that it refers to. It inherits only the description if that file is an
 * object or has a title, because the output then shows the other prose with that type.
 */
function inheritedProse({ $ref }: Shape, builder: ModelBuilder): Annotations {
  if ($ref === undefined) return {};
  const target = findShape($ref, builder);
  const { type, title, description } = target;
  const speaksForItself = title !== undefined || type === "object";
  return speaksForItself ? { ...(description !== undefined && { description }) } : target;
}

export const readSpans = (part: Annotations): Spans =>
  spanBetween(optionalRelease(part["x-added-in"]), optionalRelease(part["x-removed-in"]));

/** @param name The name of the part in open questions. */
export function readProse(part: Annotations, name: string | undefined, { spec }: ModelBuilder): Prose {
  const since = optionalRelease(part["x-deprecated-in"]);
  const replacedBy = part["x-replaced-by"];
  return {
    description: part.description ?? "",
    notes: part["x-notes"] ?? [],
    errata: toList(part["x-erratum"]),
    deprecated: (since ?? replacedBy) === undefined ? undefined : { since, replacedBy },
    setting: part["x-setting"],
    provenance: part["x-provenance"],
    ...(isAddition(part) && { isAddition: true }),
    questions: name === undefined ? [] : spec.questions.filter(({ about = [] }) => about.includes(name)),
  };
}

function readExclusion(part: Annotations): Exclusion | undefined {
  const where = part["x-seen"];
  if (where !== undefined) return { kind: "seen", where };
  return part["x-planned"] === true ? { kind: "planned" } : undefined;
}

/** From smallest to largest. */
const gapsBySize: readonly DocumentationGap[] = ["nothing", "required", "shape"];

export const largerGap = (a: DocumentationGap, b: DocumentationGap): DocumentationGap =>
  gapsBySize.indexOf(a) > gapsBySize.indexOf(b) ? a : b;

/**
 * The facts about a property that no vendor page documents, according to the provenance of the property and of its
 * value. If neither provenance says anything, the property is as well documented as its parent.
 */
const findGap = (shape: Shape, holder: Provenance | undefined, spec: CheckedSpec): DocumentationGap =>
  findStatedGap(shape, spec) ??
  (isAddition(shape) || (holder && toGap(holder) === "shape") ? "shape" : "nothing");

/** Undefined if no provenance says anything. */
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

/** The provenance of a titled enum is about its values, not about a property that uses it. */
function findReferredShape({ $ref = "" }: Shape, { shapes }: CheckedSpec): readonly Shape[] {
  const target = shapes.get($ref);
  return target && (target.title === undefined || target.enum === undefined) ? [target] : [];
}

/** Undefined if only the release is undocumented, which does not affect the data. */
function toGap({ kind, of = ["existence"] }: Provenance): DocumentationGap | undefined {
  if (kind === "documented") return "nothing";
  if (of.includes("existence") || of.includes("shape")) return "shape";
  return of.includes("required") ? "required" : undefined;
}
