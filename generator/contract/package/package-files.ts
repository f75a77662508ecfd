import { readFileSync } from "node:fs";
import { join } from "node:path";
import { deserialize } from "node:v8";
import { brotliDecompressSync } from "node:zlib";
import { createDialect, type Dialect } from "../lint/check-dialect.js";
import { listFolderEntries } from "../read/plain-file.js";
import { once } from "../../base/once.js";
import { lintSpec } from "../lint/lint-spec.js";
import { lintReviews, type ReviewedSpec } from "../lint/reviews.js";
import type { CheckedSpec } from "../read/checked-spec.js";
import { readAdditions, readSpec, type SourceFile } from "../read/read-spec.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import type { Contract } from "../../../templates/copied/validators/table.js";
import { findBuilt } from "./built-data.js";
import { ownSpec } from "./spec-location.js";
import { isBuilt, packageRoot } from "./package-root.js";

export { ownSpec, packageRoot };

export const readToolVersion = (): string => readPackage().version;

export const readTestedVersions = (): Readonly<Record<string, string>> => readPackage().devDependencies;

const readPackage = () =>
  JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    readonly version: string;
    readonly devDependencies: Readonly<Record<string, string>>;
  };

export const readDialect = (): Dialect => createDialect(readTexts(join(packageRoot, "spec", "dialect")));

/** Includes the site's search library and its check of bodies, which are copied too. */
export const readTemplates = (): ReadonlyMap<string, string> =>
  new Map([
    ...["copied", "rendered"].flatMap((group) => [...readTexts(join(packageRoot, "templates", group))]),
    ["site/search-library.js", readSearchLibrary()],
    ["site/check-body.js", readFileSync(join(packageRoot, bodyCheck), "utf8")],
  ]);

/** The build makes both files from `generator/till/check-body/`. */
const bodyCheck = isBuilt ? "dist/site/check-body.js" : "build/site/check-body.js";

/** Library files that pages load directly. The build copies them to the same paths in `dist/libraries/`. */
export const libraryFiles = [
  ...["minisearch/package.json", "minisearch/LICENSE.txt", "minisearch/dist/umd/index.js"],
  ...["lit-html/lit-html.js", "lit-html/directive.js", "lit-html/directive-helpers.js"],
  "lit-html/directives/repeat.js",
] as const;

const libraries = join(packageRoot, isBuilt ? "dist/libraries" : "node_modules");

/** Drops the reference to a source map, which is not copied. */
const readLibrary = (path: (typeof libraryFiles)[number]): string =>
  readFileSync(join(libraries, path), "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");

function readSearchLibrary(): string {
  const { version } = JSON.parse(readLibrary("minisearch/package.json")) as { readonly version: string };
  const licence = readLibrary("minisearch/LICENSE.txt").trim();
  const code = readLibrary("minisearch/dist/umd/index.js").trim();
  return `/*!\nminisearch ${version}\n\n${licence}\n*/\n${code}\n`;
}

/** The pages of `till` and `listen`. */
export function readPageFiles(): ReadonlyMap<string, string> {
  const files = readTexts(join(packageRoot, "templates", "served"));
  for (const path of libraryFiles) if (path.startsWith("lit-html/")) files.set(path, readLibrary(path));
  return files.set("icon.svg", readFileSync(join(packageRoot, "templates/rendered/site/icon.svg"), "utf8"));
}

export const builtInScenarios = join(packageRoot, "templates/rendered/scenarios");

export const readTexts = (folder: string): Map<string, string> =>
  new Map(listFolderEntries(folder).map(({ path }) => [path, readFileSync(join(folder, path), "utf8")]));

/**
 * Reads and lints the contract in a folder, with the user's additions to it from another folder. The contract of this
 * package is read once, and linted only if the build has not linted the same texts.
 */
export function loadSpec(folder: string = ownSpec, additions?: string): Outcome<CheckedSpec> {
  const isOwn = folder === ownSpec;
  if (isOwn && additions === undefined) return loadOwnSpec();
  const sources = readSpecSources(folder, additions);
  if (!sources.ok) return sources;
  const hasAdditions = sources.value.some(({ addition }) => addition !== undefined);
  return isOwn && !hasAdditions ? loadOwnSpec() : lintSources(sources.value);
}

const loadOwnSpec = once(() => readLinted(findBuilt("linted")) ?? lintOwnSpec());

function readLinted(path: string | undefined): Outcome<CheckedSpec> | undefined {
  if (path === undefined) return undefined;
  try {
    return deserialize(brotliDecompressSync(readFileSync(path))) as Outcome<CheckedSpec>;
  } catch {
    // An older Node cannot read what a newer one wrote.
    return undefined;
  }
}

/** The table of this package's contract for every release, if the build made it. */
export function readBuiltTable(): Contract | undefined {
  const path = findBuilt("table.json");
  return path === undefined ? undefined : (JSON.parse(readFileSync(path, "utf8")) as Contract);
}

function lintOwnSpec(): Outcome<CheckedSpec> {
  const sources = readSpecSources(ownSpec);
  return sources.ok ? lintSources(sources.value) : sources;
}

/** A folder without a spec is one problem, not one per file. The user's additions follow the spec's files. */
export function readSpecSources(folder: string, additions?: string): Outcome<readonly SourceFile[]> {
  const sources = readSpec(folder);
  if (!sources.ok) return sources;
  if (sources.value.some(({ path }) => /^(releases|envelope)\.json$/.test(path))) {
    const own = additions === undefined ? success([]) : readAdditions(additions);
    return own.ok ? success([...sources.value, ...own.value]) : own;
  }
  const reason = "it has neither releases.json nor envelope.json";
  return failure([report("spec-unreadable", { path: folder, reason, suggestion: undefined })]);
}

export const lintSources = (sources: readonly SourceFile[]): Outcome<CheckedSpec> =>
  lintSpec(sources, getDialect());

export const lintReviewSources = (spec: CheckedSpec, sources: readonly SourceFile[]): Outcome<ReviewedSpec> =>
  lintReviews(spec, sources, getDialect());

const getDialect = once(readDialect);
