import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseTsconfig, type TsConfigJsonResolved } from "get-tsconfig";
import { getAt, getOwn, isArray, isObject, parseJson, type JsonObject } from "../base/json.js";
import { listAncestors, listFolderNames } from "./folder.js";

/** The facts about a project that decide what fits it. */
export interface ProjectFacts {
  /** The folder of the nearest package.json; undefined if there is none. */
  readonly folder: string | undefined;
  /** Whether it is a workspace or a package of one. */
  readonly isInWorkspace: boolean;
  readonly manifest: JsonObject | undefined;
  /** The ranges of its own dependencies by name. */
  readonly ownDependencies: Readonly<Record<string, string>>;
  /** The same with those of its workspace. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The compilerOptions of the nearest tsconfig.json, inherited ones included; undefined if there is none. */
  readonly compilerOptions: JsonObject | undefined;
  /** Whether its code is TypeScript: it has a tsconfig.json, or a compiler or runner of its own. */
  readonly isTypeScript: boolean;
  /** The names of files and folders in the project's folder, and of its workspace those that all packages share. */
  readonly files: ReadonlySet<string>;
  /** Whether this Node runs TypeScript as it is: from 22.18 on. */
  readonly runsTypeScript: boolean;
}

const projectFiles = ["package.json", "deno.json", "deno.jsonc"];
const lockfiles = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];
/** The files of a workspace that say how its packages are installed and run. */
const sharedFiles = [...projectFiles, ...lockfiles];
const workspaceFiles = [".git", "pnpm-workspace.yaml", ...lockfiles];

/** Reads the facts about the project that a folder, which need not exist, belongs to. */
export function readProjectFacts(folder: string): ProjectFacts {
  const ancestors = listAncestors(resolve(folder));
  const find = (names: readonly string[]) =>
    ancestors.findIndex((each) => names.some((name) => existsSync(join(each, name))));
  const home = find(projectFiles);
  const root = Math.max(home, find(workspaceFiles));
  const folders = home === -1 ? [] : [...new Set([ancestors[home] ?? "", ancestors[root] ?? ""])];
  const manifests = folders.map((each) => readManifest(join(each, "package.json")));
  const configs = ancestors.slice(0, root + 1).map((each) => join(each, "tsconfig.json"));
  const config = configs.find((path) => existsSync(path));
  const ownDependencies = Object.fromEntries(listDependencies(manifests[0]));
  return {
    folder: folders[0],
    isInWorkspace:
      manifests.some((each) => getOwn(each, "workspaces") !== undefined) ||
      folders.some((each) => /^packages:/m.test(readProjectFile(join(each, "pnpm-workspace.yaml")))),
    manifest: manifests[0],
    ownDependencies,
    dependencies: Object.fromEntries(manifests.toReversed().flatMap(listDependencies)),
    compilerOptions: config === undefined ? undefined : readCompilerOptions(config),
    isTypeScript:
      config !== undefined || ["typescript", "tsx", "ts-node"].some((name) => name in ownDependencies),
    files: new Set(
      folders.flatMap((each, index) =>
        listFolderNames(each).filter((name) => index === 0 || sharedFiles.includes(name)),
      ),
    ),
    runsTypeScript: "typescript" in process.features && process.features.typescript !== false,
  };
}

/** Reads a package.json, which may begin with a byte order mark, as for npm; undefined unless it is an object. */
export function readManifest(path: string): JsonObject | undefined {
  const value = parseJson(readProjectFile(path).replace(/^\ufeff/, ""));
  return isObject(value) ? value : undefined;
}

/** The text of a file that may be a link; empty if there is none, or something else, which may have no end. */
function readProjectFile(path: string): string {
  try {
    return statSync(path).isFile() ? readFileSync(path, "utf8") : "";
  } catch {
    return "";
  }
}

const listDependencies = (manifest: JsonObject | undefined): readonly (readonly [string, string])[] =>
  ["peerDependencies", "devDependencies", "dependencies"].flatMap((section) =>
    Object.entries(getOwn(manifest, section) ?? {}).map(
      ([name, range]) => [name, typeof range === "string" ? range : ""] as const,
    ),
  );

/** The compilerOptions of a tsconfig.json, inherited ones included; one that only refers to others has those of the first. */
function readCompilerOptions(path: string): JsonObject {
  const { compilerOptions, files, references } = readConfig(path);
  const [first] = files?.length === 0 && isArray(references) ? references : [];
  if (typeof first?.path !== "string") return { ...compilerOptions };
  const referred = join(dirname(path), first.path);
  const config = referred.endsWith(".json") ? referred : join(referred, "tsconfig.json");
  return { ...readConfig(config).compilerOptions };
}

function readConfig(path: string): TsConfigJsonResolved {
  try {
    return statSync(path).isFile() ? parseTsconfig(path) : {};
  } catch {
    // It is the compiler's to report.
    return {};
  }
}

/** Whether a package is among the dependencies, under its name or in its scope: `jest`, `@jest/globals`. */
export const hasPackage = ({ dependencies }: ProjectFacts, name: string): boolean =>
  Object.keys(dependencies).some((each) => each === name || each.startsWith(`@${name}/`));

/** Whether the module system is CommonJS: by the compiler's `module`, else by the `type` of package.json. */
export function isCommonJs({ manifest, compilerOptions }: ProjectFacts): boolean {
  const module = getText(compilerOptions, "module");
  if (module === "commonjs") return true;
  const isBundled = getText(compilerOptions, "moduleResolution") === "bundler";
  return !isBundled && !/^(?:es|preserve)/.test(module) && getText(manifest, "type") !== "module";
}

/** Whether imports are resolved as Node resolves those of ES modules: by their full name. */
export const isNodeResolution = ({ compilerOptions }: ProjectFacts): boolean =>
  ["moduleResolution", "module"].some((name) => /^node(?:\d\d|next)$/.test(getText(compilerOptions, name)));

/** A text in a JSON object, or empty. It is in lower case, because the compiler takes its options in any case. */
export function getText(object: unknown, ...path: readonly string[]): string {
  const value = getAt(object, path);
  return typeof value === "string" ? value.toLowerCase() : "";
}
