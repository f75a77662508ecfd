import { existsSync, readFileSync, realpathSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import {
  lintReviewSources,
  lintSources,
  ownSpec,
  packageRoot,
  readSpecSources,
} from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome, type SourceLocation } from "../../base/problem/problem.js";
import type { ReviewedSpec } from "../../contract/lint/reviews.js";
import { findPosition } from "../../contract/read/json-text.js";
import { readReviews, type SourceFile } from "../../contract/read/read-spec.js";
import { listAncestors } from "../../output/folder.js";

/** A spec with what people have reviewed of its sources, and the texts of both. */
export interface SpecWithReviews {
  readonly spec: ReviewedSpec;
  readonly files: readonly SourceFile[];
}

/** Reads and lints the contract in a folder, and then what people have reviewed of its sources. */
export function loadReviewedSpec(folder: string): Outcome<SpecWithReviews> {
  const contract = readSpecSources(folder);
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

/** The line of a place in a spec; undefined if it has no such file. */
export function findSpecLine(place: SourceLocation, folder = ownSpec): FileLine | undefined {
  const path = join(folder, place.file);
  if (!existsSync(path)) return undefined;
  const { line } = findPosition(readFileSync(path, "utf8"), place.pointer);
  return { file: relative(".", path).replaceAll("\\", "/"), line };
}

/**
 * Refuses folders to write to, which an option names, that are the spec of the run (left out: our own) or inside it: the next
 * run would read what is written there. A folder around a spec is fine, as every project that has this package installed
 * is one; only the package's own folder is nobody's project.
 */
export function checkOverlap(
  option: "--out" | "--dir",
  paths: readonly string[],
  folder = ownSpec,
): Outcome<undefined> {
  const own = `the spec that comes with mplus-codegen (${ownSpec})`;
  const name = folder === ownSpec ? own : `the spec folder ${folder}`;
  const [ofSpec = "", ofPackage = ""] = [folder, packageRoot].map((each) => listRealFolders(each)[0]);
  for (const out of paths) {
    const folders = listRealFolders(out);
    const isInSpec = folders.includes(ofSpec);
    if (isInSpec || folders[0] === ofPackage)
      return failure([report("spec-overlap", { out, spec: isInSpec ? name : own, option })]);
  }
  return success(undefined);
}

/** A folder, which need not exist yet, and those above it, without links; none if the system refuses, which the reader or writer reports next. */
function listRealFolders(path: string): readonly string[] {
  const folders = listAncestors(resolve(path));
  const there = folders.find((folder) => existsSync(folder));
  try {
    // On a file system that ignores case, this returns the one spelling.
    return there ? listAncestors(join(realpathSync.native(there), relative(there, resolve(path)))) : [];
  } catch {
    return [];
  }
}
