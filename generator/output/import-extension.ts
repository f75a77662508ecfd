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

/** The file extension for relative imports, and the reason. An extension that an earlier run chose has no reason. */
export interface ImportExtensionPick {
  readonly importExtension: ImportExtension;
  readonly because: string | undefined;
}

type Rule = readonly [
  applies: (facts: ProjectFacts) => boolean,
  importExtension: ImportExtension,
  because: string,
];

/** From the most specific kind of project to the most general. The first rule that applies wins. */
const importExtensionRules: readonly Rule[] = [
  [isDeno, "ts", "Deno needs the full file name in imports"],
  [isNext, "none", "Next.js does not resolve index.js to index.ts"],
  [
    ({ isTypeScript }) => !isTypeScript,
    "ts",
    "Node runs TypeScript without a compiler if imports end in .ts",
  ],
  [allowsTsExtensions, "ts", "tsconfig.json allows importing .ts files"],
  [
    isCommonJs,
    "none",
    "the code is compiled to CommonJS, and Jest and ts-node do not resolve index.js to index.ts",
  ],
  [
    (facts) => !isNodeResolution(facts) && (hasPackage(facts, "jest") || hasPackage(facts, "webpack")),
    "none",
    "Jest and webpack do not resolve index.js to index.ts",
  ],
  [() => true, "js", "ES modules import the compiled file"],
];

/** Undefined if there is no project. */
export function pickImportExtension(facts: ProjectFacts): ImportExtensionPick | undefined {
  if (!facts.manifest && !facts.compilerOptions && !isDeno(facts)) return undefined;
  const [, importExtension, because] = importExtensionRules.find(([applies]) => applies(facts)) ?? [];
  return importExtension && { importExtension, because };
}

/** From the folder's stamp, or else from the project around it. */
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
