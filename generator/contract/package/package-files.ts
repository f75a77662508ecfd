import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { ValidateFunction } from "../read/ajv.js";
import { createDialect, type Dialect, toDialect } from "../lint/check-dialect.js";
import { listFolderEntries } from "../read/plain-file.js";
import { once } from "../../base/once.js";
import { lintSpec } from "../lint/lint-spec.js";
import { lintReviews, type ReviewedSpec } from "../lint/reviews.js";
import type { CheckedSpec } from "../read/checked-spec.js";
import { readSpec, type SourceFile } from "../read/read-spec.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, type Outcome } from "../../base/problem/problem.js";
import { loadBuilt } from "./build-id.js";
import { ownSpec } from "./spec-location.js";
import { packageRoot } from "./package-root.js";

export { ownSpec, packageRoot };

/** Returns the version of this package. */
export const readToolVersion = (): string => readPackage().version;

/** Returns the versions of the packages that the output is tested with. */
export const readTestedVersions = (): Readonly<Record<string, string>> => readPackage().devDependencies;

const readPackage = () =>
  JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    readonly version: string;
    readonly devDependencies: Readonly<Record<string, string>>;
  };

/** The meta-schemas that every spec is checked against. */
export function readDialect(): Dialect {
  const compiled = loadBuilt("dialect") as Readonly<Record<string, ValidateFunction>> | undefined;
  return compiled ? toDialect((name) => compiled[name]) : createDialect(readMetaSchemas());
}

/** Reads the meta-schemas, by their names. */
export const readMetaSchemas = (): ReadonlyMap<string, string> =>
  readTexts(join(packageRoot, "spec", "dialect"));

/** Reads the templates of the output, copied or rendered, by their paths there, and the library of the site's search, which is copied too. */
export const readTemplates = (): ReadonlyMap<string, string> =>
  new Map([
    ...["copied", "rendered"].flatMap((group) => [...readTexts(join(packageRoot, "templates", group))]),
    ["site/search-library.js", readSearchLibrary()],
  ]);

/** Reads the library that the site searches with: a script that any page can load, with its licence on top. */
function readSearchLibrary(): string {
  const folder = join(dirname(createRequire(import.meta.url).resolve("minisearch")), "..", "..");
  const read = (...path: readonly string[]) => readFileSync(join(folder, ...path), "utf8");
  const { version } = JSON.parse(read("package.json")) as { readonly version: string };
  const licence = read("LICENSE.txt").trim();
  const code = withoutMap(read("dist", "umd", "index.js"));
  return `/*!\nminisearch ${version}\n\n${licence}\n*/\n${code.trim()}\n`;
}

/** Reads the files of the till's page by their paths there, and of the library that it draws with those that it loads. */
export function readTillPage(): ReadonlyMap<string, string> {
  const files = readTexts(join(packageRoot, "templates", "till"));
  const library = join(dirname(createRequire(import.meta.url).resolve("lit-html")), "..");
  for (const path of ["lit-html.js", "directive.js", "directive-helpers.js", "directives/repeat.js"])
    files.set(`lit-html/${path}`, withoutMap(readFileSync(join(library, path), "utf8")));
  return files.set("icon.svg", readFileSync(join(packageRoot, "templates/rendered/site/icon.svg"), "utf8"));
}

/** The map of a library's sources is not there. */
const withoutMap = (code: string): string => code.replace(/^\/\/# sourceMappingURL=.*$/m, "");

/** Where the scenarios lie that come with the package. */
export const builtInScenarios = join(packageRoot, "templates/rendered/scenarios");

/** Reads every file below a folder, by its path there. */
export const readTexts = (folder: string): Map<string, string> =>
  new Map(listFolderEntries(folder).map(({ path }) => [path, readFileSync(join(folder, path), "utf8")]));

/** Reads and lints the contract in a folder; the one that comes with the package once, or not at all where the build has done so. */
export const loadSpec = (folder: string = ownSpec): Outcome<CheckedSpec> =>
  folder === ownSpec ? loadOwnSpec() : readAndLint(folder);

const loadOwnSpec = once(
  () => (loadBuilt("spec") as Outcome<CheckedSpec> | undefined) ?? readAndLint(ownSpec),
);

function readAndLint(folder: string): Outcome<CheckedSpec> {
  const sources = readSpecSources(folder);
  return sources.ok ? lintSources(sources.value) : sources;
}

/** Reads the contract in a folder. Of a folder that holds something else each file would be a fault: so that is one. */
export function readSpecSources(folder: string): Outcome<readonly SourceFile[]> {
  const sources = readSpec(folder);
  if (!sources.ok || sources.value.some(({ path }) => /^(releases|envelope)\.json$/.test(path)))
    return sources;
  const reason = "it has neither releases.json nor envelope.json";
  return failure([report("spec-unreadable", { path: folder, reason, suggestion: undefined })]);
}

/** Lints the files of a contract by the dialect of the package. */
export const lintSources = (sources: readonly SourceFile[]): Outcome<CheckedSpec> =>
  lintSpec(sources, getDialect());

/** Adds the files of `drift/` to the contract that they are about, and lints them. */
export const lintReviewSources = (spec: CheckedSpec, sources: readonly SourceFile[]): Outcome<ReviewedSpec> =>
  lintReviews(spec, sources, getDialect());

const getDialect = once(readDialect);
