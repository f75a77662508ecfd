import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { report } from "../../base/problem/catalogue.js";
import type { SourceLocation, Problem } from "../../base/problem/problem.js";
import { suggest } from "../../base/text/words.js";
import type { Release } from "../../base/time/release.js";
import { always, intersect, spanBetween, type Spans } from "../../base/time/spans.js";
import {
  type Annotations,
  type Carried,
  type ObjectRole,
  optionalRelease,
  type Shape,
  toList,
  toRelease,
} from "./dialect.js";
import { envelopePath, eventPath, listObjectEntries, type SpecFiles } from "./files.js";
import { placeIn, placeInside, splitPointer } from "./pointer.js";
import { defined, findPaths, ownEntry, collectReachable, readPath } from "./values.js";

/** A spec with includes merged. The accompanying problems list dangling references. */
export type LinkedSpec = Readonly<ReturnType<typeof linkSpec>[0]>;

/** Merges includes and checks every reference: `$ref`, `x-includes`, `carries`, `answers`, cycles. */
export function linkSpec(files: SpecFiles) {
  const linker: Linker = { files, origins: new Map(), problems: [], included: new Set() };
  const shapes: SpecFiles["shapes"] = new Map(
    [...files.shapes].map(([path, shape]) => [path, linkShape(shape, { file: path, pointer: "" }, linker)]),
  );
  const { origins, included, problems } = linker;
  const linked = { ...files, shapes, origins, included, usedAsType: findUsedTypes(files, shapes) };
  return [linked, [...problems, ...checkEntries(files), ...findCycles(shapes)]] as const;
}

interface Linker {
  readonly files: SpecFiles;
  /** For an included property, the origin is the included file. */
  readonly origins: Map<Shape, SourceLocation>;
  readonly problems: Problem[];
  /** Files whose properties were merged into another object. */
  readonly included: Set<string>;
}

function linkShape(shape: Shape, place: SourceLocation, linker: Linker): Shape {
  const { "x-includes": includes = [], ...own } = shape;
  const link = (part: Shape, ...tokens: readonly (string | number)[]): Shape =>
    linkShape(part, placeInside(place, ...tokens), linker);
  if (own.$ref !== undefined)
    linker.problems.push(...checkReference(own.$ref, placeInside(place, "$ref"), linker.files));
  const included = includedProperties(includes, shape, place, linker);
  const stated = Object.fromEntries(
    Object.entries(own.properties ?? {}).map(([name, part]) => [name, link(part, "properties", name)]),
  );
  const eras = own["x-was"]?.map((era, i) => ({ ...era, schema: link(era.schema, "x-was", i, "schema") }));
  const linked: Shape = {
    ...own,
    ...((own.properties ?? includes.length > 0) && { properties: { ...stated, ...included, ...stated } }),
    ...(own.items && { items: link(own.items, "items") }),
    ...(own.anyOf && { anyOf: own.anyOf.map((part, i) => link(part, "anyOf", i)) }),
    ...(eras && { "x-was": eras }),
  };
  linker.origins.set(linked, place);
  return linked;
}

function includedProperties(
  includes: readonly string[],
  shape: Shape,
  place: SourceLocation,
  linker: Linker,
): Record<string, Shape> {
  const merged: Record<string, Shape> = {};
  for (const [index, path] of includes.entries()) {
    const at = placeInside(place, "x-includes", index);
    const included = linker.files.shapes.get(path);
    linker.included.add(path);
    linker.problems.push(...checkReference(path, at, linker.files));
    if (included?.["x-includes"]) {
      linker.problems.push(
        report("contradicting-keywords", { detail: `${path} is included, so it cannot include others` }, at),
      );
    }
    for (const [name, part] of Object.entries(included?.properties ?? {})) {
      const own = ownEntry(shape.properties, name) ?? ownEntry(merged, name);
      if (own && !isDeepStrictEqual(own, part)) {
        linker.problems.push(report("include-conflict", { property: name, file: path }, at));
      }
      merged[name] = linkShape(part, placeIn(path, "properties", name), linker);
    }
  }
  return merged;
}

/** Reports only missing files, because broken files were already reported. */
function checkReference(ref: string, place: SourceLocation, { shapes, broken }: SpecFiles): Problem[] {
  if (shapes.has(ref) || broken.has(ref)) return [];
  return [report("dangling-ref", { ref, suggestion: suggest(ref, shapes.keys()) }, place)];
}

/** The objects of the envelope and of events have files, and no event repeats an object of the envelope. */
function checkEntries(files: SpecFiles): Problem[] {
  const { shapes, broken, envelope } = files;
  const problems = listObjectEntries(files).flatMap(({ event, role, name, path, place }) => {
    const folder = posix.dirname(path);
    const known = [...shapes.keys()].filter((file) => posix.dirname(file) === folder);
    const names = known.map((file) => posix.basename(file, ".json"));
    const params = { role, name, folder, suggestion: suggest(name, names) };
    const isRepeated = event !== undefined && Object.hasOwn(envelope?.[role] ?? {}, name);
    return [
      ...(shapes.has(path) || broken.has(path) ? [] : [report("unknown-object", params, place)]),
      ...(isRepeated ? [report("carried-twice", { role, name }, place)] : []),
    ];
  });
  const place = placeIn(envelopePath, "errorRequest");
  return [...problems, ...(envelope ? checkReference(envelope.errorRequest, place, files) : [])];
}

type ShapePart = ReturnType<typeof listShapeParts>[number];

/** The direct parts of a shape, by name or index. Does not follow `$ref`. */
const listShapeParts = ({ properties = {}, items, anyOf = [], "x-was": eras = [] }: Shape) => [
  ...Object.entries(properties).map(([key, shape]) => ({ role: "property" as const, shape, key })),
  ...toList(items).map((shape) => ({ role: "item" as const, shape, key: "" })),
  ...anyOf.map((shape, key) => ({ role: "alternative" as const, shape, key })),
  ...eras.map(({ schema: shape }, key) => ({ role: "era" as const, shape, key })),
];

const listRefs = (shape: Shape): readonly string[] => [
  ...(shape.$ref === undefined ? [] : [shape.$ref]),
  ...listShapeParts(shape).flatMap(({ shape: inner }) => listRefs(inner)),
];

/** Follows references from the events and the envelope. */
function findUsedTypes(files: SpecFiles, shapes: SpecFiles["shapes"]) {
  const entries = listObjectEntries(files);
  const listed = (role: ObjectRole): string[] =>
    entries.filter((entry) => entry.role === role).map(({ path }) => path);
  const errorRequest = files.envelope ? [files.envelope.errorRequest] : [];
  const listThere = (paths: readonly string[]) => paths.filter((path) => shapes.has(path));
  const reachFrom = (paths: readonly string[]): ReadonlySet<string> =>
    collectReachable(listThere(paths), (path) => listThere(listRefs(shapes.get(path) ?? {})));
  return {
    requests: reachFrom([...errorRequest, ...listed("carries")]),
    responses: reachFrom(listed("answers")),
  };
}

/** The maximum length of a chain of references: later phases follow them recursively. */
const chainLimit = 100;

function findCycles(shapes: ReadonlyMap<string, Shape>): Problem[] {
  const problems: Problem[] = [];
  const depths = new Map<string, number>();
  const follow = (path: string, trail: readonly string[]): number => {
    if (trail.includes(path)) {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      problems.push(report("cyclic-ref", { path: circle }, { file: trail.at(-1) ?? path, pointer: "" }));
    }
    const shape = shapes.get(path);
    if (!shape || trail.includes(path)) return 0;
    if (trail.length >= chainLimit) return chainLimit;
    const depth =
      depths.get(path) ?? 1 + Math.max(0, ...listRefs(shape).map((ref) => follow(ref, [...trail, path])));
    depths.set(path, depth);
    return depth;
  };
  const deep = [...shapes.keys()].filter((path) => follow(path, []) > chainLimit);
  // One report is enough, because every file that leads to this one is too deep as well.
  return [
    ...problems,
    ...deep.slice(0, 1).map((file) => report("json-depth", { limit: chainLimit }, placeIn(file))),
  ];
}

export interface ParentDates {
  readonly label: string;
  readonly added: Release;
  readonly removed: Release;
}

/** A part that annotations may date: a shape, an event, or an object of an event. */
export interface DatedPart<Kind = Annotations & Pick<Carried, "x-required-since" | "x-optional-since">> {
  readonly part: Kind;
  readonly place: SourceLocation;
  readonly parent: ParentDates;
  readonly required: boolean;
  readonly holder?: Shape;
}

export interface Visit extends DatedPart<Shape> {
  readonly role: "file" | ShapePart["role"];
  /** The file that the part belongs to. An included property is written in another one. */
  readonly file: string;
  /**
   * The releases in which the part can exist. A shape in `x-was` exists only in its own era, and so does the shape
   * after it.
   */
  readonly spans: Spans;
}

/** A linked spec with all its shapes, visited once because most rules need them. */
export interface VisitedSpec extends LinkedSpec {
  readonly visits: readonly Visit[];
}

type LinkedShapes = Pick<LinkedSpec, "shapes" | "origins">;

const theSpec: ParentDates = { label: "the spec", added: -Infinity as Release, removed: Infinity as Release };

/** Every shape of the spec's files, outermost first. Does not follow `$ref`. */
export const visitShapes = (spec: LinkedShapes): Visit[] =>
  [...spec.shapes].flatMap(([file, part]) =>
    visitShape({ part, file, role: "file", parent: theSpec, within: always, required: false }, spec),
  );

/** A shape before its own dates and eras are applied. */
type UndatedVisit = Omit<Visit, "spans" | "place"> & { readonly within: Spans };

function visitShape({ within, ...current }: UndatedVisit, spec: LinkedShapes): Visit[] {
  const { part, file, parent: above } = current;
  const place = defined(spec.origins.get(part), "a linked shape has an origin");
  const { added, removed } = readDates(part);
  const exists = intersect(within, spanBetween(added, removed));
  const ends = (part["x-was"] ?? []).map(({ until }) => toRelease(until));
  const spans = intersect(exists, spanBetween(ends.at(-1), undefined));
  const parent = toParentDates(part, nameLocation(place), above);
  const inner = listShapeParts(part).flatMap(({ role, shape, key }) => {
    const era = Number(key);
    const lasts = role === "era" ? intersect(exists, spanBetween(ends[era - 1], ends[era])) : spans;
    const required = role === "property" && part.required?.includes(key) === true;
    const holder = role === "property" && { holder: part };
    return visitShape({ part: shape, file, role, parent, within: lasts, required, ...holder }, spec);
  });
  return [{ ...current, place, spans }, ...inner];
}

function toParentDates(part: Annotations, label: string, above: ParentDates): ParentDates {
  const { added, removed } = readDates(part);
  if (added === undefined && removed === undefined) return above;
  return { label, added: added ?? above.added, removed: removed ?? above.removed };
}

export const readDates = (part: Annotations) => ({
  added: optionalRelease(part["x-added-in"]),
  removed: optionalRelease(part["x-removed-in"]),
});

/** The last token of the location's pointer other than `properties`, or the file if there is none. */
const nameLocation = ({ file, pointer }: SourceLocation): string =>
  splitPointer(pointer).findLast((token) => token !== "properties") ?? file;

export const listDatedParts = (spec: Pick<VisitedSpec, "envelope" | "events" | "visits">): DatedPart[] => [
  ...[...spec.events].map(([name, part]) => ({
    part,
    place: placeIn(eventPath(name)),
    parent: theSpec,
    required: false,
  })),
  ...listObjectEntries(spec).map(({ event = "", part, place }) => ({
    part,
    place,
    required: part.required === true,
    parent: toParentDates(spec.events.get(event) ?? {}, event, theSpec),
  })),
  ...spec.visits,
];

const releasePaths = [
  ...["x-added-in", "x-removed-in", "x-deprecated-in", "x-notes/*/since", "x-was/*/until"],
  ...["x-required-since", "x-required-since/*", "x-optional-since", "x-optional-since/*"],
  ...["x-enum-added-in/*", "x-enum-removed-in/*"],
].map((way) => way.split("/"));

/**
 * Every release that the annotations of a part name, with its path. In lists and enum annotations, the path ends
 * at the keyword.
 */
export const listNamedReleases = (part: DatedPart["part"]) =>
  releasePaths.flatMap((way) =>
    findPaths(part, way).flatMap((path) => {
      const text = readPath(part, path);
      const [keyword = ""] = path;
      const tokens = way.at(-1) === "*" ? [keyword] : path;
      return typeof text === "string" ? [{ text, release: toRelease(text), keyword, tokens }] : [];
    }),
  );
