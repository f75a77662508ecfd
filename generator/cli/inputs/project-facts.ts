import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { getAt, getOwn, isArray, isObject, parseJson, type JsonObject } from "../../base/json.js";
import { parseCommentedJson } from "../../contract/read/json-text.js";
import type { ProjectFacts } from "../../init/project-facts.js";
import { listFolderNames } from "../../output/folder.js";
import { listAncestors } from "./user-files.js";

const projectFiles = ["package.json", "deno.json", "deno.jsonc"];
const workspaceFiles = [
  ".git",
  "package-lock.json",
  "pnpm-lock.yaml",
  "yarn.lock",
  "bun.lock",
  "pnpm-workspace.yaml",
];

/** Reads the facts about the project that a folder, which need not exist, belongs to. */
export function readProjectFacts(folder: string): ProjectFacts {
  const ancestors = listAncestors(resolve(folder));
  const find = (names: readonly string[]) =>
    ancestors.findIndex((each) => names.some((name) => existsSync(join(each, name))));
  const home = find(projectFiles);
  const root = Math.max(home, find(workspaceFiles));
  const folders = home === -1 ? [] : [...new Set([ancestors[home] ?? "", ancestors[root] ?? ""])];
  const manifests = folders.map((each) => readManifest(join(each, "package.json")));
  const config = ancestors
    .slice(0, root + 1)
    .map((each) => join(each, "tsconfig.json"))
    .find((path) => existsSync(path));
  return {
    manifest: manifests[0],
    dependencies: Object.fromEntries(manifests.toReversed().flatMap(listDependencies)),
    compilerOptions: config === undefined ? undefined : readCompilerOptions(config),
    files: new Set(folders.flatMap(listFolderNames)),
  };
}

/** Reads a package.json, which may begin with a byte order mark, as for npm; undefined unless it is an object. */
export function readManifest(path: string): JsonObject | undefined {
  const value = existsSync(path) ? parseJson(readFileSync(path, "utf8").replace(/^\ufeff/, "")) : undefined;
  return isObject(value) ? value : undefined;
}

const listDependencies = (manifest: JsonObject | undefined): readonly (readonly [string, string])[] =>
  ["peerDependencies", "devDependencies", "dependencies"].flatMap((section) =>
    Object.entries(getOwn(manifest, section) ?? {}).map(([name, range]) => [name, String(range)] as const),
  );

/** Merges the compilerOptions of a tsconfig.json with those that it extends; one that only refers to others has those of the first. */
function readCompilerOptions(path: string, depth = 0): JsonObject {
  const config = depth < 10 && existsSync(path) ? parseCommentedJson(readFileSync(path, "utf8")) : undefined;
  const [first] = toList(getOwn(config, "references"));
  const reference = getOwn(first, "path");
  const files = getOwn(config, "files");
  const isSolution = isArray(files) && files.length === 0 && typeof reference === "string";
  const inherited = [
    ...toList(getOwn(config, "extends")).map((name) => findExtended(path, String(name))),
    ...(isSolution ? [toConfigPath(join(dirname(path), reference))] : []),
  ];
  const own = getAt(config, ["compilerOptions"]);
  return Object.assign(
    {},
    ...inherited.map((each) => readCompilerOptions(each, depth + 1)),
    isObject(own) ? own : {},
  ) as JsonObject;
}

const toList = (value: unknown): readonly unknown[] =>
  isArray(value) ? value : value === undefined ? [] : [value];

const toConfigPath = (path: string): string => (path.endsWith(".json") ? path : join(path, "tsconfig.json"));

/** The file that `extends` names: relative to the config, or in a package. */
function findExtended(config: string, name: string): string {
  const path = resolve(dirname(config), name);
  if (/^[./]/.test(name)) return existsSync(path) ? path : `${path}.json`;
  try {
    return createRequire(config).resolve(toConfigPath(name));
  } catch {
    return path;
  }
}
