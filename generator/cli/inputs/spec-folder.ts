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
import { findAddition, type Additions } from "../../contract/read/additions.js";
import type { ReviewedSpec } from "../../contract/lint/reviews.js";
import { findPosition } from "../../contract/read/json-tree.js";
import { readReviews } from "../../contract/read/read-spec.js";
import { listAncestors } from "../../output/folder.js";

export function loadReviewedSpec(folder: string, additions?: string): Outcome<ReviewedSpec> {
  const contract = readSpecSources(folder, additions);
  if (!contract.ok) return contract;
  const checked = lintSources(contract.value);
  if (!checked.ok) return checked;
  const reviews = readReviews(folder);
  if (!reviews.ok) return reviews;
  const reviewed = lintReviewSources(checked.value, reviews.value);
  if (!reviewed.ok) return reviewed;
  return success(reviewed.value, [...checked.warnings, ...reviewed.warnings]);
}

/** The path is relative to the working folder. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

export function findSpecLine(place: SourceLocation, folder = ownSpec, additions?: Additions): FileLine {
  const own = additions && findAddition(place, additions);
  const path = own?.file ?? join(folder, place.file);
  const { line } = findPosition(readFileSync(path, "utf8"), (own ?? place).pointer);
  return { file: relative(".", path).replaceAll("\\", "/"), line };
}

/**
 * Rejects output folders that are the spec of the run or inside it, because the next run would read the output.
 * The default spec is our own. A folder around a spec is fine, as in every project that has this package
 * installed. Only the package's own folder is never a project.
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

/**
 * Resolves links. Works for a folder that does not exist. Returns none on a system error, which the reader or
 * writer will report.
 */
function listRealFolders(path: string): readonly string[] {
  const folders = listAncestors(resolve(path));
  const there = folders.find((folder) => existsSync(folder));
  try {
    // On a file system that ignores case, this returns the actual spelling.
    return there ? listAncestors(join(realpathSync.native(there), relative(there, resolve(path)))) : [];
  } catch {
    return [];
  }
}
