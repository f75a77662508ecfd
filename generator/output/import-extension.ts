import { resolve } from "node:path";
import { getOwn } from "../base/json.js";
import type { ImportExtension } from "../base/text/source-file.js";
import { findFile } from "./folder.js";
import {
  hasPackage,
  isCommonJs,
  isNodeResolution,
  readProjectFacts,
  type ProjectFacts,
} from "./project-facts.js";
import { parseStamp, stampName } from "./stamp.js";

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
    ({ isTypeScript }) => !isTypeScript,
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

/** Picks the import extension of a folder: the one in its stamp, else one that fits the project around it. */
export function pickForFolder(out: string): ImportExtensionPick | undefined {
  const found = findFile(resolve(out), stampName);
  const stamp = parseStamp(found.kind === "file" ? found.text : undefined, out);
  const [former] = stamp.ok ? Object.values(stamp.value.targets) : [];
  if (former?.importExtension !== undefined)
    return { importExtension: former.importExtension, because: undefined };
  return pickImportExtension(readProjectFacts(out));
}

function isDeno({ files }: ProjectFacts): boolean {
  return files.has("deno.json") || files.has("deno.jsonc");
}

function isNext(facts: ProjectFacts): boolean {
  return (
    Object.hasOwn(facts.ownDependencies, "next") ||
    [...facts.files].some((name) => /^next\.config\.\w+$/.test(name))
  );
}

function allowsTsExtensions({ compilerOptions }: ProjectFacts): boolean {
  return ["allowImportingTsExtensions", "rewriteRelativeImportExtensions"].some(
    (name) => getOwn(compilerOptions, name) === true,
  );
}
