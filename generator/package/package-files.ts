import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { createDialect, type Dialect } from "../spec/lint/check-dialect.js";
import { packageRoot } from "./package-root.js";
import { readSearchLibrary } from "./search-library.js";

export { packageRoot };

/** The spec that comes with the package. */
export const ownSpec = join(packageRoot, "spec");

/** Returns the version of this package. */
export const readToolVersion = (): string => readPackage().version;

/** Returns the versions of the packages that the output is tested with. */
export const readTestedVersions = (): Readonly<Record<string, string>> => readPackage().devDependencies;

const readPackage = () =>
  JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    readonly version: string;
    readonly devDependencies: Readonly<Record<string, string>>;
  };

/** Reads the meta-schemas that every spec is checked against. */
export function readDialect(): Dialect {
  const files = readTexts(join(packageRoot, "spec", "dialect"));
  return createDialect(
    new Map([...files].map(([path, text]) => [path, JSON.parse(text) as Record<string, unknown>])),
  );
}

/** Reads everything under `templates/`, and the library of the site's search, which is emitted as it stands too. */
export const readTemplates = (): ReadonlyMap<string, string> =>
  readTexts(join(packageRoot, "templates")).set("site/search-library.js", readSearchLibrary());

/** Where the scenarios lie that come with the package. */
export const builtInScenarios = join(packageRoot, "templates", "scenarios");

/** Reads every file below a folder, by its path there. */
export function readTexts(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
  const name = (path: string) => path.slice(join(folder, sep).length).replaceAll(sep, "/");
  return new Map(paths.map((path) => [name(path), readFileSync(path, "utf8")]));
}
