import { isDeepStrictEqual } from "node:util";
import { report } from "../../problem/catalogue.js";
import type { Place, Problem } from "../../problem/problem.js";
import type { Shape } from "../dialect.js";
import { joinPointer, placeInside } from "../pointer.js";
import type { SpecFiles } from "../spec-files.js";
import { checkObjectLists, checkReference } from "./check-references.js";
import { findCycles } from "./find-cycles.js";
import { findUsedTypes, type UsedTypes } from "./find-used-types.js";
import { ownEntry } from "../own-entry.js";

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
