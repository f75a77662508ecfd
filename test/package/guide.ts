import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { removeFolder, writeFiles } from "../workbench/folders.js";
import { linkPackages } from "./link-packages.js";

/** A fenced block of a page. The file name of a JSON block follows the language, since JSON has no comments. */
export interface Block {
  readonly language: string;
  readonly name: string | undefined;
  readonly text: string;
}

export const readBlocks = (page: string): readonly Block[] =>
  [...readFileSync(join(packageRoot, page), "utf8").matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(
    ([, language = "", name, text = ""]) => ({ language, name, text }),
  );

export const textsIn = (blocks: readonly Block[], language: string): readonly string[] =>
  blocks.filter((block) => block.language === language).map(({ text }) => text);

/** Blocks that the reader saves as files, named by a first-line comment or after the language. */
export const listFiles = (blocks: readonly Block[]): readonly (readonly [string, string])[] =>
  blocks.flatMap(({ name, text }) => {
    const path = name ?? /^(?:\/\/|#) (\S+\.\w+)\n/.exec(text)?.[1];
    return path === undefined ? [] : [[path, text] as const];
  });

export const findShown = (blocks: readonly Block[], call: string): string | undefined => {
  const next = blocks[blocks.findIndex(({ text }) => text === call) + 1];
  return next?.language === "text" ? next.text : undefined;
};

/** Removes text that differs between runs, spec edits and releases. */
export const comparable = (text: string): string =>
  text
    .replace(/\b\d+ ms/g, "some ms")
    .replace(/(?<=\.json:)\d+/g, "some line")
    .replace(/(till of |\()v\d+(?:\.\d+)*/g, "$1the newest release");

export const compilerOptions = {
  target: "ES2022",
  module: "NodeNext",
  types: ["node"],
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  verbatimModuleSyntax: true,
  noPropertyAccessFromIndexSignature: true,
};

export async function inProject<T>(
  files: readonly (readonly [string, string])[],
  use: (home: string) => Promise<T>,
): Promise<T> {
  const home = mkdtempSync(join(tmpdir(), "mplus-guide-"));
  try {
    linkPackages(home);
    cpSync(join(packageRoot, "generated"), join(home, "generated"), { recursive: true });
    const code = files.map(([path]) => path).filter((path) => path.endsWith(".ts"));
    writeFileSync(join(home, "package.json"), '{ "type": "module" }');
    writeFileSync(join(home, "tsconfig.json"), JSON.stringify({ compilerOptions, files: code }));
    writeFiles(home, files);
    return await use(home);
  } finally {
    removeFolder(home);
  }
}
