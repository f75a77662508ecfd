import { posix } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import type { Shape } from "../dialect.js";
import { envelopePath, listEntries, type SpecFiles } from "../files.js";
import { placeIn, placeInside } from "../pointer.js";
import { ownEntry, reach } from "../values.js";
import { suggest } from "../../text/words.js";

/** A spec whose includes are merged. The problems that come with it tell which references lead nowhere. */
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
  /** Where a shape was written; a property that was included was written in the included file. */
  readonly origins: Map<Shape, Place>;
  readonly problems: Problem[];
  /** Files whose properties were merged into another object. */
  readonly included: Set<string>;
}

function linkShape(shape: Shape, place: Place, linker: Linker): Shape {
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
  place: Place,
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
        report("contradicting-keywords", { detail: `${path} is included, so it includes no others` }, at),
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

/** What is wrong with a reference to a file of shapes. A broken file is there, and has been reported. */
function checkReference(ref: string, place: Place, { shapes, broken }: SpecFiles): Problem[] {
  if (shapes.has(ref) || broken.has(ref)) return [];
  return [report("dangling-ref", { ref, suggestion: suggest(ref, shapes.keys()) }, place)];
}

/** The objects that the envelope and the events list have files, and no event repeats what the envelope lists. */
function checkEntries(files: SpecFiles): Problem[] {
  const { shapes, broken, envelope } = files;
  const problems = listEntries(files).flatMap(({ event, role, name, path, place }) => {
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

/** A shape that another one holds directly. */
export interface LinkedPart {
  readonly role: "property" | "item" | "alternative" | "era";
  readonly shape: Shape;
  /** The tokens of its pointer, from the shape that holds it. */
  readonly tokens: readonly (string | number)[];
}

/** The shapes that a shape holds directly; a `$ref` is not followed. */
export const listParts = ({
  properties = {},
  items,
  anyOf = [],
  "x-was": eras = [],
}: Shape): LinkedPart[] => [
  ...Object.entries(properties).map(([name, shape]) => part("property", shape, "properties", name)),
  ...(items ? [part("item", items, "items")] : []),
  ...anyOf.map((shape, index) => part("alternative", shape, "anyOf", index)),
  ...eras.map(({ schema }, index) => part("era", schema, "x-was", index, "schema")),
];

const part = (role: LinkedPart["role"], shape: Shape, ...tokens: LinkedPart["tokens"]): LinkedPart => ({
  role,
  shape,
  tokens,
});

/** The files that a shape refers to, itself or in its parts. */
const listRefs = (shape: Shape): readonly string[] => [
  ...(shape.$ref === undefined ? [] : [shape.$ref]),
  ...listParts(shape).flatMap(({ shape: inner }) => listRefs(inner)),
];

/**
 * Files that describe the type of a value, of what we receive and of what we answer: those that the events and the envelope lead to on each
 * side, reference by reference.
 */
function findUsedTypes(files: SpecFiles, shapes: SpecFiles["shapes"]) {
  const entries = listEntries(files);
  const listed = (role: "carries" | "answers"): string[] =>
    entries.filter((entry) => entry.role === role).map(({ path }) => path);
  const errorRequest = files.envelope ? [files.envelope.errorRequest] : [];
  const listThere = (paths: readonly string[]) => paths.filter((path) => shapes.has(path));
  const reachFrom = (paths: readonly string[]): ReadonlySet<string> =>
    reach(listThere(paths), (path) => listThere(listRefs(shapes.get(path) ?? {})));
  return {
    requests: reachFrom([...errorRequest, ...listed("carries")]),
    responses: reachFrom(listed("answers")),
  };
}

/** How many files may refer to one another in a row: later phases follow references by recursion. */
const depthLimit = 100;

/** References that lead back to where they came from, or through too many files. */
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
    if (trail.length >= depthLimit) return depthLimit;
    const depth =
      depths.get(path) ?? 1 + Math.max(0, ...listRefs(shape).map((ref) => follow(ref, [...trail, path])));
    depths.set(path, depth);
    return depth;
  };
  const deep = [...shapes.keys()].filter((path) => follow(path, []) > depthLimit);
  // One report is enough: every file that leads to this one is too deep as well.
  return [
    ...problems,
    ...deep.slice(0, 1).map((file) => report("json-depth", { limit: depthLimit }, placeIn(file))),
  ];
}
