import { readFileSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { fileURLToPath } from "node:url";
import type { Templates } from "../generate.js";
import type { Dialect } from "../schema/meta.js";

/** Where this package lies: `dist/cli/` is two floors below. */
export const packageRoot = fileURLToPath(new URL("../..", import.meta.url));

/** The spec that comes with the package. */
export const ownSpec = join(packageRoot, "spec");

/** The version of this package, as its package.json says. */
export const readToolVersion = (): string => readPackage().version;

/** The versions of the packages that the output is tested with. */
export const readTestedVersions = (): Readonly<Record<string, string>> => readPackage().devDependencies;

const readPackage = () =>
  JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    readonly version: string;
    readonly devDependencies: Readonly<Record<string, string>>;
  };

/** The meta-schemas that every spec, ours or another, is held against. */
export function readDialect(): Dialect {
  const files = readTexts(join(packageRoot, "spec", "dialect"));
  return new Map([...files].map(([path, text]) => [path, JSON.parse(text) as Record<string, unknown>]));
}

/** Everything under `templates/`. */
export const readTemplates = (): Templates => readTexts(join(packageRoot, "templates"));

function readTexts(folder: string): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
  const name = (path: string) => path.slice(join(folder, sep).length).replaceAll(sep, "/");
  return new Map(paths.map((path) => [name(path), readFileSync(path, "utf8")]));
}
