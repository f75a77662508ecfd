import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseTsconfig, type TsConfigJsonResolved } from "get-tsconfig";
import { getAt, getOwn, isArray, isObject, parseJson, type JsonObject } from "../base/json.js";
import { listAncestors, listFolderNames } from "./folder.js";

export interface ProjectFacts {
  readonly folder: string | undefined;
  /** True for a workspace and for a package in one. */
  readonly isInWorkspace: boolean;
  readonly manifest: JsonObject | undefined;
  readonly ownDependencies: Readonly<Record<string, string>>;
  /** Includes those of its workspace. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The compilerOptions of the nearest tsconfig.json, including inherited ones; undefined if there is none. */
  readonly compilerOptions: JsonObject | undefined;
  /** True if its code is TypeScript: it has a tsconfig.json, a compiler or a TypeScript runner. */
  readonly isTypeScript: boolean;
  /**
   * The files and folders in the project's folder, and those at the root of its workspace that all packages share.
   */
  readonly files: ReadonlySet<string>;
  /** True if this Node runs TypeScript directly (22.18 and later). */
  readonly runsTypeScript: boolean;
}

const projectFiles = ["package.json", "deno.json", "deno.jsonc"];
const lockfiles = ["package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock"];
/** These files of a workspace decide how its packages are installed and run. */
const sharedFiles = [...projectFiles, ...lockfiles];
const workspaceFiles = [".git", "pnpm-workspace.yaml", ...lockfiles];

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

/** Reads a package.json; undefined if it is not an object. Like npm, accepts a byte order mark. */
export function readManifest(path: string): JsonObject | undefined {
  const value = parseJson(readProjectFile(path).replace(/^\ufeff/, ""));
  return isObject(value) ? value : undefined;
}

/** Follows a link to a file. Empty for anything else, because reading it might never end. */
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

/** Includes inherited options. If the file only has references, the first one counts. */
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
    // The compiler reports this.
    return {};
  }
}

/** Accepts a name or a scope: `jest` also finds `@jest/globals`. */
export const hasPackage = ({ dependencies }: ProjectFacts, name: string): boolean =>
  Object.keys(dependencies).some((each) => each === name || each.startsWith(`@${name}/`));

/** Decided by the compiler's `module`, or else by the `type` in package.json. */
export function isCommonJs({ manifest, compilerOptions }: ProjectFacts): boolean {
  const module = getText(compilerOptions, "module");
  if (module === "commonjs") return true;
  const isBundled = getText(compilerOptions, "moduleResolution") === "bundler";
  return !isBundled && !/^(?:es|preserve)/.test(module) && getText(manifest, "type") !== "module";
}

/** True if imports resolve as Node resolves ES modules, by their full name. */
export const isNodeResolution = ({ compilerOptions }: ProjectFacts): boolean =>
  ["moduleResolution", "module"].some((name) =>
    /^node(?:1[2-9]|[2-9]\d|next)$/.test(getText(compilerOptions, name)),
  );

/** Empty if there is no such text. In lower case, because the compiler ignores the case of its options. */
export function getText(object: unknown, ...path: readonly string[]): string {
  const value = getAt(object, path);
  return typeof value === "string" ? value.toLowerCase() : "";
}
