import { lstatSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import {
  lintReviewSources,
  lintSources,
  ownSpec,
  packageRoot,
  readSpecSources,
} from "../../contract/package/package-files.js";
import { report } from "../../base/problem/catalogue.js";
import {
  failure,
  getErrorCode,
  success,
  type Outcome,
  type SourceLocation,
} from "../../base/problem/problem.js";
import type { ReviewedSpec } from "../../contract/lint/reviews.js";
import { findPosition } from "../../contract/read/json-text.js";
import { readReviews, type SourceFile } from "../../contract/read/read-spec.js";
import { listAncestors } from "./user-files.js";

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
export function findSpecLine(
  place: SourceLocation,
  { folder, sources }: { readonly folder: string; readonly sources: readonly SourceFile[] },
): FileLine | undefined {
  const text = sources.find(({ path }) => path === place.file)?.text;
  if (text === undefined) return undefined;
  const file = relative(".", join(folder, place.file)).replaceAll("\\", "/");
  return { file, line: findPosition(text, place.pointer).line };
}

/**
 * Refuses folders to write to, which an option names, that are the spec of the run (left out: our own) or inside it: the next
 * run would read what is written there. A folder around a spec is fine, as every project that has this package installed
 * is one; only the package's own folder is nobody's project.
 */
export function checkOverlap(
  option: "--out" | "--dir",
  paths: readonly string[],
  spec?: string,
): Outcome<undefined> {
  const own = `the spec that comes with mplus-codegen (${ownSpec})`;
  const name = spec === undefined ? own : `the spec folder ${spec}`;
  const [idOfSpec = "", idOfPackage = ""] = [spec ?? ownSpec, packageRoot].map(
    (each) => identifyAncestors(each)[0],
  );
  for (const path of paths) {
    const [id, ...above] = identifyAncestors(path);
    const relation = id === idOfSpec ? "is" : above.includes(idOfSpec) ? "is inside" : undefined;
    if (relation === undefined && id !== idOfPackage) continue;
    const [verb, what] = relation === undefined ? ["contains", own] : [relation, name];
    return failure([report("spec-overlap", { out: path, verb, spec: what, option })]);
  }
  return success(undefined);
}

/**
 * A folder and those above it. One that is there is known by its inode: where case makes no difference, or by a mount, it has several
 * paths. Nothing where the system does not tell: reading the spec or planning the output fails next, for the same reason, and reports it.
 */
function identifyAncestors(path: string): readonly string[] {
  try {
    return listAncestors(resolveRealPath(resolve(path))).map((folder) => {
      const status = lstatSync(folder, { bigint: true, throwIfNoEntry: false });
      return status ? `${status.dev}:${status.ino}` : folder;
    });
  } catch {
    return [];
  }
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
