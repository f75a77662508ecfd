import { isDeepStrictEqual } from "node:util";
import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import type { Carried, Shape } from "../dialect.js";
import { joinPointer } from "../pointer.js";
import type { SpecFiles } from "../spec-files.js";
import { suggest } from "../../text/suggest.js";

/** A spec whose includes are merged and whose references all lead somewhere. */
export interface LinkedSpec extends SpecFiles {
  /** Where a shape was written; a property that was included was written in the included file. */
  readonly origins: ReadonlyMap<Shape, Place>;
  /** Files that describe the type of a value, on the side of what we receive, and of what we answer. */
  readonly usedAsType: Readonly<Record<"requests" | "responses", ReadonlySet<string>>>;
  /** Files whose properties were merged into another object. */
  readonly included: ReadonlySet<string>;
}

/** Merges includes and checks every reference: `$ref`, `x-includes`, `carries`, `answers`, cycles. */
export function linkSpec(files: SpecFiles): [LinkedSpec, readonly Problem[]] {
  const problems: Problem[] = [];
  const origins = new Map<Shape, Place>();
  const included = new Set<string>();
  const linker = { files, origins, problems, included };
  const shapes = new Map<string, Shape>();
  for (const [path, shape] of files.shapes) {
    shapes.set(path, linkShape(shape, { file: path, pointer: "" }, linker));
  }
  problems.push(...danglingObjects(files), ...cycles(shapes));
  return [{ ...files, shapes, origins, included, usedAsType: reachable(files, shapes) }, problems];
}

interface Linker {
  readonly files: SpecFiles;
  readonly origins: Map<Shape, Place>;
  readonly problems: Problem[];
  readonly included: Set<string>;
}

function linkShape(shape: Shape, place: Place, linker: Linker): Shape {
  const { "x-includes": includes = [], ...own } = shape;
  if (own.$ref !== undefined) checkRef(own.$ref, inside(place, "$ref"), linker);
  const included = includedProperties(includes, shape, place, linker);
  const stated = linkProperties(shape, place, linker);
  const properties = { ...stated, ...included, ...stated };
  const linked: Shape = {
    ...own,
    ...((shape.properties ?? includes.length > 0) && { properties }),
    ...(own.items && { items: linkShape(own.items, inside(place, "items"), linker) }),
    ...(own.anyOf && {
      anyOf: own.anyOf.map((part, i) => linkShape(part, inside(place, "anyOf", i), linker)),
    }),
    ...(own["x-was"] && {
      "x-was": own["x-was"].map(({ until, schema }, i) => ({
        until,
        schema: linkShape(schema, inside(place, "x-was", i, "schema"), linker),
      })),
    }),
  };
  linker.origins.set(linked, place);
  return linked;
}

function linkProperties(shape: Shape, place: Place, linker: Linker): Record<string, Shape> {
  const entries = Object.entries(shape.properties ?? {});
  return Object.fromEntries(
    entries.map(([name, part]) => [name, linkShape(part, inside(place, "properties", name), linker)]),
  );
}

function includedProperties(
  includes: readonly string[],
  shape: Shape,
  place: Place,
  linker: Linker,
): Record<string, Shape> {
  const merged: Record<string, Shape> = {};
  for (const [index, path] of includes.entries()) {
    const at = inside(place, "x-includes", index);
    const included = linker.files.shapes.get(path);
    linker.included.add(path);
    if (!included) checkRef(path, at, linker);
    if (included?.["x-includes"]) {
      linker.problems.push(
        report("contradicting-keywords", { detail: `${path} is included, so it includes no others` }, at),
      );
    }
    for (const [name, part] of Object.entries(included?.properties ?? {})) {
      const own = ownPart(shape.properties, name) ?? ownPart(merged, name);
      if (own && !isDeepStrictEqual(own, part)) {
        linker.problems.push(report("include-conflict", { property: name, file: path }, at));
      }
      merged[name] = linkShape(part, { file: path, pointer: joinPointer("", "properties", name) }, linker);
    }
  }
  return merged;
}

/** A property may be named `constructor`, which every object inherits. */
export const ownPart = (properties: Shape["properties"], name: string): Shape | undefined =>
  properties && Object.hasOwn(properties, name) ? properties[name] : undefined;

function checkRef(ref: string, place: Place, { files, problems }: Linker): void {
  if (files.shapes.has(ref) || files.broken.has(ref)) return;
  problems.push(report("dangling-ref", { ref, suggestion: suggest(ref, files.shapes.keys()) }, place));
}

function danglingObjects(files: SpecFiles): Problem[] {
  const { envelope } = files;
  const lists = [
    ...danglingIn("carries", envelope.carries, "envelope.json", files),
    ...danglingIn("answers", envelope.answers, "envelope.json", files),
  ];
  for (const [name, event] of files.events) {
    const file = `events/${name}.json`;
    lists.push(...danglingIn("carries", event.carries ?? {}, file, files));
    lists.push(...danglingIn("answers", event.answers ?? {}, file, files));
    lists.push(...carriedTwice("carries", event.carries ?? {}, envelope.carries, file));
    lists.push(...carriedTwice("answers", event.answers ?? {}, envelope.answers, file));
  }
  const { errorRequest } = envelope;
  if (errorRequest !== "" && !files.shapes.has(errorRequest) && !files.broken.has(errorRequest)) {
    const suggestion = suggest(errorRequest, files.shapes.keys());
    lists.push(
      report(
        "dangling-ref",
        { ref: errorRequest, suggestion },
        { file: "envelope.json", pointer: "/errorRequest" },
      ),
    );
  }
  return lists;
}

type Role = "carries" | "answers";
type Objects = Readonly<Record<string, Carried>>;

function danglingIn(role: Role, objects: Objects, file: string, { shapes, broken }: SpecFiles): Problem[] {
  const folder = role === "carries" ? "requests" : "responses";
  const path = (name: string) => `${folder}/${name}.json`;
  const known = [...shapes.keys()]
    .filter((key) => key.startsWith(`${folder}/`))
    .map((key) => key.slice(folder.length + 1, -5));
  return Object.keys(objects)
    .filter((name) => !shapes.has(path(name)) && !broken.has(path(name)))
    .map((name) => {
      const params = { role, name, folder, suggestion: suggest(name, known) };
      return report("unknown-object", params, { file, pointer: joinPointer("", role, name) });
    });
}

const carriedTwice = (role: Role, objects: Objects, shared: Objects, file: string): Problem[] =>
  Object.keys(objects)
    .filter((name) => Object.hasOwn(shared, name))
    .map((name) => report("carried-twice", { role, name }, { file, pointer: joinPointer("", role, name) }));

/** What the events and the envelope lead to on each side, `$ref` by `$ref`. */
function reachable(
  { envelope, events }: SpecFiles,
  shapes: ReadonlyMap<string, Shape>,
): LinkedSpec["usedAsType"] {
  const files = [envelope, ...events.values()];
  const carried = files.flatMap(({ carries = {} }) =>
    Object.keys(carries).map((name) => `requests/${name}.json`),
  );
  const answered = files.flatMap(({ answers = {} }) =>
    Object.keys(answers).map((name) => `responses/${name}.json`),
  );
  return {
    requests: closure([envelope.errorRequest, ...carried], shapes),
    responses: closure(answered, shapes),
  };
}

function closure(roots: readonly string[], shapes: ReadonlyMap<string, Shape>): ReadonlySet<string> {
  const found = new Set(roots.filter((path) => shapes.has(path)));
  for (const path of found) {
    const refs = refsOf(shapes.get(path) ?? {});
    refs.filter((ref) => shapes.has(ref)).forEach((ref) => found.add(ref));
  }
  return found;
}

/** Files that may lead to one another in a row: what comes after follows them by recursion. */
const depthLimit = 100;

/** The dialect has no recursion: a view is a finite tree, and no deep one. */
function cycles(shapes: ReadonlyMap<string, Shape>): Problem[] {
  const problems: Problem[] = [];
  const depths = new Map<string, number>();
  const follow = (path: string, trail: readonly string[]): number => {
    if (trail.includes(path)) {
      const circle = [...trail.slice(trail.indexOf(path)), path];
      problems.push(report("cyclic-ref", { path: circle }, { file: trail.at(-1) ?? path, pointer: "" }));
      return 0;
    }
    if (trail.length >= depthLimit) return depthLimit;
    const shape = shapes.get(path);
    const known = shape ? depths.get(path) : 0;
    if (!shape || known !== undefined) return known ?? 0;
    const below = refsOf(shape).map((ref) => follow(ref, [...trail, path]));
    const depth = below.reduce((deepest, each) => Math.max(deepest, each), 0) + 1;
    depths.set(path, depth);
    return depth;
  };
  const deep = [...shapes.keys()].filter((path) => follow(path, []) > depthLimit);
  // One is enough: all that leads to it is too deep as well.
  const first = deep
    .slice(0, 1)
    .map((file) => report("json-depth", { limit: depthLimit }, { file, pointer: "" }));
  return [...problems, ...first];
}

/** The files that a shape refers to, directly. */
export function refsOf(shape: Shape): readonly string[] {
  const parts = [
    ...Object.values(shape.properties ?? {}),
    ...(shape.items ? [shape.items] : []),
    ...(shape.anyOf ?? []),
    ...(shape["x-was"] ?? []).map((era) => era.schema),
  ];
  return [...(shape.$ref === undefined ? [] : [shape.$ref]), ...parts.flatMap(refsOf)];
}

const inside = (place: Place, ...tokens: (string | number)[]): Place => ({
  file: place.file,
  pointer: joinPointer(place.pointer, ...tokens),
});
