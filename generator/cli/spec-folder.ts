import { lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { lintReviewSources, lintSources } from "../package/load-spec.js";
import { ownSpec } from "../package/package-files.js";
import { report } from "../problem/catalogue.js";
import {
  failure,
  getErrorCode,
  type Outcome,
  type Place,
  type Problem,
  success,
} from "../problem/problem.js";
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

/**
 * Finds the spec folder to edit: the one that was named, or that of the checkout around the working folder. The spec of
 * an installed package is refused, because the next install would undo the edit.
 */
export function findEditableSpec(named: string | undefined, from: string): Outcome<string> {
  const folder = named ?? findSpec(resolve(from));
  if (folder === undefined) return failure([report("no-checkout", {})]);
  if (!hasEntry(join(folder, "releases.json"))) {
    return failure([report("spec-unreadable", { path: folder, reason: "it has no releases.json" })]);
  }
  const isInstalled = realpathSync(folder).split(sep).includes("node_modules");
  return isInstalled ? failure([report("installed-spec", { path: folder })]) : success(folder);
}

/** Whether `npm run generate`, called in `from`, generates from this spec: that of a checkout of this tool. */
export function isCheckoutSpec(spec: string, from: string): boolean {
  try {
    const root = findPackage(resolve(from));
    const { name } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { name: unknown };
    return name === "mplus-codegen" && realpathSync(join(root, "spec")) === realpathSync(spec);
  } catch {
    return false;
  }
}

/** Finds the folder whose package.json npm uses. */
function findPackage(folder: string): string {
  const parent = dirname(folder);
  return hasEntry(join(folder, "package.json")) || parent === folder ? folder : findPackage(parent);
}

function findSpec(folder: string): string | undefined {
  for (const candidate of [join(folder, "spec"), folder]) {
    if (["releases.json", "envelope.json"].every((name) => hasEntry(join(candidate, name)))) return candidate;
  }
  const parent = dirname(folder);
  return parent === folder ? undefined : findSpec(parent);
}

/** Whether there is anything at a path, even a link that leads nowhere: reading the spec refuses that by name. */
function hasEntry(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

/** The folder that a call writes to, with the option that names it, and the spec that it reads; left out: our own. */
export interface Folders {
  readonly option: "--out" | "--dir";
  readonly out: string;
  readonly spec?: string | undefined;
}

/** Reports an output folder inside the spec, which the next run would read as spec, or around it, which would move it. */
export function findOverlap({ option, out, spec }: Folders): Problem | undefined {
  const verb = findRelation(out, spec ?? ownSpec);
  const name =
    spec === undefined ? `the spec that comes with mplus-codegen (${ownSpec})` : `the spec folder ${spec}`;
  return verb === undefined ? undefined : report("spec-overlap", { out, verb, spec: name, option });
}

const relations: readonly (readonly [verb: string, applies: (out: string, spec: string) => boolean])[] = [
  ["is", isSame],
  ["is inside", isReallyWithin],
  ["contains", (out, spec) => isReallyWithin(spec, out)],
];

function findRelation(out: string, spec: string): string | undefined {
  try {
    const [outPath, specPath] = [resolveRealPath(resolve(out)), resolveRealPath(resolve(spec))];
    return relations.find(([, applies]) => applies(outPath, specPath))?.[0];
  } catch {
    // Reading the spec or planning the output fails next, for the same reason, and reports it.
    return undefined;
  }
}

/** The real path of a folder, which need not exist yet. */
function resolveRealPath(path: string): string {
  try {
    return realpathSync(path);
  } catch (error) {
    if (getErrorCode(error) !== "ENOENT") throw error;
    const isLink = lstatSync(path, { throwIfNoEntry: false }) !== undefined;
    return isLink
      ? resolveRealPath(resolve(dirname(path), readlinkSync(path)))
      : join(resolveRealPath(dirname(path)), basename(path));
  }
}

function isReallyWithin(path: string, folder: string): boolean {
  const parent = dirname(path);
  return isSame(path, folder) || (parent !== path && isReallyWithin(parent, folder));
}

/** Whether a path is that of a folder, or lies below it, as far as their texts say. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On Windows there is no way from one drive to another.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** A folder can have several real paths: if case makes no difference, or by a mount. */
function isSame(path: string, other: string): boolean {
  const [one, two] = [getIdentity(path), getIdentity(other)];
  return path === other || (one !== undefined && one === two);
}

function getIdentity(path: string): string | undefined {
  const status = statSync(path, { bigint: true, throwIfNoEntry: false });
  return status && `${status.dev}:${status.ino}`;
}
