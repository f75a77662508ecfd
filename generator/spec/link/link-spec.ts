import { isDeepStrictEqual } from "node:util";
import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import type { Shape } from "../dialect.js";
import { envelopePath, type ObjectLists, objectPath, readObjectLists, type SpecFiles } from "../files.js";
import { findCycles, findUsedTypes, type UsedTypes } from "./references.js";
import { joinPointer, placeInside } from "../pointer.js";
import { ownEntry } from "../values.js";
import { suggest } from "../../text/words.js";

/** A spec whose includes are merged. The problems that come with it tell which references lead nowhere. */
export interface LinkedSpec extends SpecFiles {
  /** Where a shape was written; a property that was included was written in the included file. */
  readonly origins: ReadonlyMap<Shape, Place>;
  readonly usedAsType: UsedTypes;
  /** Files whose properties were merged into another object. */
  readonly included: ReadonlySet<string>;
}

/** Merges includes and checks every reference: `$ref`, `x-includes`, `carries`, `answers`, cycles. */
export function linkSpec(files: SpecFiles): [LinkedSpec, readonly Problem[]] {
  const linker: Linker = { files, origins: new Map(), problems: [], included: new Set() };
  const shapes = new Map(
    [...files.shapes].map(([path, shape]) => [path, linkShape(shape, { file: path, pointer: "" }, linker)]),
  );
  const { origins, included, problems } = linker;
  const linked = { ...files, shapes, origins, included, usedAsType: findUsedTypes(files, shapes) };
  return [linked, [...problems, ...checkObjectLists(files), ...findCycles(shapes)]];
}

interface Linker {
  readonly files: SpecFiles;
  readonly origins: Map<Shape, Place>;
  readonly problems: Problem[];
  readonly included: Set<string>;
}

function linkShape(shape: Shape, place: Place, linker: Linker): Shape {
  const { "x-includes": includes = [], ...own } = shape;
  if (own.$ref !== undefined) checkFile(own.$ref, placeInside(place, "$ref"), linker);
  const included = includedProperties(includes, shape, place, linker);
  const stated = statedProperties(shape, place, linker);
  const properties = { ...stated, ...included, ...stated };
  const linked: Shape = {
    ...own,
    ...((shape.properties ?? includes.length > 0) && { properties }),
    ...(own.items && { items: linkShape(own.items, placeInside(place, "items"), linker) }),
    ...(own.anyOf && {
      anyOf: own.anyOf.map((part, i) => linkShape(part, placeInside(place, "anyOf", i), linker)),
    }),
    ...(own["x-was"] && {
      "x-was": own["x-was"].map(({ until, schema }, i) => ({
        until,
        schema: linkShape(schema, placeInside(place, "x-was", i, "schema"), linker),
      })),
    }),
  };
  linker.origins.set(linked, place);
  return linked;
}

function statedProperties(shape: Shape, place: Place, linker: Linker): Record<string, Shape> {
  const entries = Object.entries(shape.properties ?? {});
  return Object.fromEntries(
    entries.map(([name, part]) => [name, linkShape(part, placeInside(place, "properties", name), linker)]),
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
    const at = placeInside(place, "x-includes", index);
    const included = linker.files.shapes.get(path);
    linker.included.add(path);
    checkFile(path, at, linker);
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
      merged[name] = linkShape(part, { file: path, pointer: joinPointer("", "properties", name) }, linker);
    }
  }
  return merged;
}

function checkFile(path: string, place: Place, { files, problems }: Linker): void {
  problems.push(...checkReference(path, place, files));
}

/** What is wrong with a reference to a file of shapes. A broken file is there, and has been reported. */
export function checkReference(ref: string, place: Place, { shapes, broken }: SpecFiles): Problem[] {
  if (shapes.has(ref) || broken.has(ref)) return [];
  return [report("dangling-ref", { ref, suggestion: suggest(ref, shapes.keys()) }, place)];
}

/** The objects that the envelope and the events list have files, and no event repeats what the envelope lists. */
export function checkObjectLists(files: SpecFiles): Problem[] {
  const { envelope } = files;
  const place = { file: envelopePath, pointer: "/errorRequest" };
  return [
    ...readObjectLists(files).flatMap((lists) => checkLists(lists, files)),
    ...(envelope ? checkReference(envelope.errorRequest, place, files) : []),
  ];
}

const roles = ["carries", "answers"] as const;
type Role = (typeof roles)[number];

const checkLists = (lists: ObjectLists, files: SpecFiles): Problem[] => [
  ...roles.flatMap((role) => unknownObjects(role, lists, files)),
  ...roles.flatMap((role) => repeatedObjects(role, lists, files)),
];

function unknownObjects(role: Role, { file, [role]: objects }: ObjectLists, files: SpecFiles): Problem[] {
  const { shapes, broken } = files;
  const folder = role === "carries" ? "requests" : "responses";
  const known = [...shapes.keys()]
    .filter((path) => path.startsWith(`${folder}/`))
    .map((path) => path.slice(folder.length + 1, -".json".length));
  return Object.keys(objects)
    .filter((name) => !shapes.has(objectPath(role, name)) && !broken.has(objectPath(role, name)))
    .map((name) => {
      const params = { role, name, folder, suggestion: suggest(name, known) };
      return report("unknown-object", params, { file, pointer: joinPointer("", role, name) });
    });
}

const repeatedObjects = (
  role: Role,
  { file, [role]: objects }: ObjectLists,
  { envelope }: SpecFiles,
): Problem[] =>
  Object.keys(objects)
    .filter((name) => file !== envelopePath && Object.hasOwn(envelope?.[role] ?? {}, name))
    .map((name) => report("carried-twice", { role, name }, { file, pointer: joinPointer("", role, name) }));
