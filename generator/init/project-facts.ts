import { getOwn, type JsonObject } from "../base/json.js";
import type { ImportExtension } from "../base/text/source-file.js";

/** The facts about a project that decide what fits it. */
export interface ProjectFacts {
  /** The nearest package.json; undefined if there is none. */
  readonly manifest: JsonObject | undefined;
  /** The ranges of all dependencies by name: its own and those of its workspace. */
  readonly dependencies: Readonly<Record<string, string>>;
  /** The compilerOptions of the nearest tsconfig.json, inherited ones included; undefined if there is none. */
  readonly compilerOptions: JsonObject | undefined;
  /** The names of files and folders in the project's folder and in that of its workspace. */
  readonly files: ReadonlySet<string>;
}

/** The file extension for relative imports, and the reason; none where an earlier run picked it. */
export interface ImportExtensionPick {
  readonly importExtension: ImportExtension;
  readonly because: string | undefined;
}

type Rule = readonly [
  applies: (facts: ProjectFacts) => boolean,
  importExtension: ImportExtension,
  because: string,
];

/** From the most particular project to the most general: the first rule that applies decides. */
const importExtensionRules: readonly Rule[] = [
  [isDeno, "ts", "Deno imports files by their full name"],
  [isNext, "none", "Next finds no index.ts for an import of index.js"],
  [
    (facts) => !isTypeScript(facts),
    "ts",
    "Node runs TypeScript without a compiler where imports name the .ts file",
  ],
  [allowsTsExtensions, "ts", "tsconfig.json allows imports of .ts files"],
  [
    isCommonJs,
    "none",
    "the code is compiled to CommonJS, and Jest and ts-node find no index.ts for index.js",
  ],
  [
    (facts) => !isNodeResolution(facts) && (hasPackage(facts, "jest") || hasPackage(facts, "webpack")),
    "none",
    "Jest and webpack find no index.ts for an import of index.js",
  ],
  [() => true, "js", "ES modules name the compiled file"],
];

/** Picks the file extension that the toolchain of a project resolves; undefined if there is no project. */
export function pickImportExtension(facts: ProjectFacts): ImportExtensionPick | undefined {
  if (!facts.manifest && !facts.compilerOptions && !isDeno(facts)) return undefined;
  const [, importExtension, because] = importExtensionRules.find(([applies]) => applies(facts)) ?? [];
  return importExtension && { importExtension, because };
}

/** Whether a package is among the dependencies, under its name or in its scope: `jest`, `@jest/globals`, `ts-jest`. */
export const hasPackage = ({ dependencies }: ProjectFacts, name: string): boolean =>
  Object.keys(dependencies).some((each) => each === name || each.startsWith(`@${name}/`));

function isDeno({ files }: ProjectFacts): boolean {
  return files.has("deno.json") || files.has("deno.jsonc");
}

export function isNext(facts: ProjectFacts): boolean {
  return hasPackage(facts, "next") || [...facts.files].some((name) => /^next\.config\.\w+$/.test(name));
}

/** Whether a project has a compiler or a runner of TypeScript. */
export function isTypeScript(facts: ProjectFacts): boolean {
  const runners = ["typescript", "tsx", "ts-node", "bun"];
  return facts.compilerOptions !== undefined || runners.some((name) => hasPackage(facts, name));
}

function allowsTsExtensions({ compilerOptions }: ProjectFacts): boolean {
  return ["allowImportingTsExtensions", "rewriteRelativeImportExtensions"].some(
    (name) => getOwn(compilerOptions, name) === true,
  );
}

/** Whether the module system is CommonJS: by the compiler's `module`, else by the `type` of package.json. */
export function isCommonJs({ manifest, compilerOptions }: ProjectFacts): boolean {
  const module = getText(compilerOptions, "module");
  if (module === "commonjs") return true;
  if (/^(?:es|preserve)/.test(module) || getText(compilerOptions, "moduleResolution") === "bundler")
    return false;
  return getOwn(manifest, "type") !== "module";
}

/** Whether imports are resolved as Node resolves those of ES modules: by their full name. */
const isNodeResolution = ({ compilerOptions }: ProjectFacts): boolean =>
  /^node(?:1[68]|20|next)$/.test(
    getText(compilerOptions, "moduleResolution") || getText(compilerOptions, "module"),
  );

/** A compiler option in lower case, as the compiler takes any case; empty if it is left out. */
const getText = (options: JsonObject | undefined, name: string): string => {
  const value = getOwn(options, name);
  return typeof value === "string" ? value.toLowerCase() : "";
};
