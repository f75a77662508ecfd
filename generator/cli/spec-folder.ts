import { lstatSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { lintReviewSources, lintSources, ownSpec } from "../package/package-files.js";
import { report } from "../problem/catalogue.js";
import { getErrorCode, success, type Outcome, type Place, type Problem } from "../problem/problem.js";
import type { ReviewedSpec } from "../spec/lint/reviews.js";
import { findPosition } from "../spec/read/json-text.js";
import { readReviews, readSpec, type SourceFile } from "../spec/read/read-spec.js";

/** A spec with what people have reviewed of its sources, and the texts of both. */
export interface SpecWithReviews {
  readonly spec: ReviewedSpec;
  readonly files: readonly SourceFile[];
}

/** Reads and lints the contract in a folder, and then what people have reviewed of its sources. */
export function loadReviewedSpec(folder: string): Outcome<SpecWithReviews> {
  const contract = readSpec(folder);
  if (!contract.ok) return contract;
  const checked = lintSources(contract.value);
  if (!checked.ok) return checked;
  const reviews = readReviews(folder);
  if (!reviews.ok) return reviews;
  const reviewed = lintReviewSources(checked.value, reviews.value);
  if (!reviewed.ok) return reviewed;
  const files = [...contract.value, ...reviews.value];
  return success({ spec: reviewed.value, files }, [...checked.warnings, ...reviewed.warnings]);
}

/** A line of the spec; the path starts at the working folder. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

/** The folder of a spec, and the texts that are in it. */
export interface SpecTexts {
  readonly folder: string;
  readonly sources: readonly SourceFile[];
}

/** The line of a place in a spec; undefined if it has no such file. */
export function findLine(place: Place, { folder, sources }: SpecTexts): FileLine | undefined {
  const text = sources.find(({ path }) => path === place.file)?.text;
  if (text === undefined) return undefined;
  const file = relative(".", join(folder, place.file)).replaceAll("\\", "/");
  return { file, line: findPosition(text, place.pointer).line };
}

/** The folder that a call writes to, with the option that names it, and the spec that it reads; left out: our own. */
export interface Folders {
  readonly option: "--out" | "--dir";
  readonly out: string;
  readonly spec?: string | undefined;
}

/** Reports an output folder inside the spec, which the next run would read as spec, or around it, which would move it. */
export function checkOverlap({ option, out, spec }: Folders): readonly Problem[] {
  const verb = findRelation(out, spec ?? ownSpec);
  const name =
    spec === undefined ? `the spec that comes with mplus-codegen (${ownSpec})` : `the spec folder ${spec}`;
  return verb === undefined ? [] : [report("spec-overlap", { out, verb, spec: name, option })];
}

function findRelation(out: string, spec: string): string | undefined {
  try {
    const [outWay, specWay] = [listUp(resolveRealPath(resolve(out))), listUp(resolveRealPath(resolve(spec)))];
    if (outWay[0] === specWay[0]) return "is";
    if (outWay.includes(specWay[0])) return "is inside";
    return specWay.includes(outWay[0]) ? "contains" : undefined;
  } catch {
    // Reading the spec or planning the output fails next, for the same reason, and reports it.
    return undefined;
  }
}

/** A folder and those above it. One that is there is known by its inode: where case makes no difference, or by a mount, it has several paths. */
function listUp(path: string): readonly [string, ...string[]] {
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  const own = status ? `${status.dev}:${status.ino}` : path;
  return dirname(path) === path ? [own] : [own, ...listUp(dirname(path))];
}

/** The real path of a folder, which need not exist yet. */
function resolveRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (getErrorCode(error) !== "ENOENT") throw error;
    return lstatSync(path, { throwIfNoEntry: false })
      ? resolveRealPath(resolve(dirname(path), readlinkSync(path)))
      : join(resolveRealPath(dirname(path)), basename(path));
  }
}

/** Whether a path is that of a folder, or lies below it, as far as their texts say. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On Windows there is no way from one drive to another.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
