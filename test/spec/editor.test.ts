import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { configPaths } from "../../generator/cli/inputs/config.js";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { findFileKind } from "../../generator/contract/read/files.js";
import { listFiles, readText } from "../architecture/files.js";

const settings = JSON.parse(readText(".vscode/settings.json")) as {
  readonly "json.schemas": readonly { readonly url: string; readonly fileMatch: readonly string[] }[];
  readonly "yaml.schemas": Readonly<Record<string, readonly string[]>>;
};
const schemas = [
  ...settings["json.schemas"].map(({ url, fileMatch }) => [url, fileMatch] as const),
  ...Object.entries(settings["yaml.schemas"]),
];
const files = [...["spec", "templates"].flatMap(listFiles), ...configPaths].map((path) => `/${path}`);
const toRegExp = (glob: string) => new RegExp(`^${glob.replaceAll(".", "\\.").replaceAll("*", "[^/]*")}$`);
const isFor = (globs: readonly string[], path: string) => globs.some((glob) => toRegExp(glob).test(path));

it(".vscode/settings.json names schemas and files that exist", () => {
  expect(schemas.map(([url]) => url).filter((url) => !existsSync(join(packageRoot, url)))).toEqual([]);
  const globs = schemas.flatMap(([, each]) => each);
  expect(globs.filter((glob) => !files.some((path) => isFor([glob], path)))).toEqual([]);
});

it.each(listFiles("spec").filter((path) => /^spec\/(?!dialect\/).*\.json$/.test(path)))(
  "editors check %s by its schema",
  (path) => {
    const urls = schemas.filter(([, globs]) => isFor(globs, `/${path}`)).map(([url]) => url);
    expect(urls).toEqual([`./spec/dialect/${findFileKind(path.slice("spec/".length)) ?? "?"}.schema.json`]);
  },
);
