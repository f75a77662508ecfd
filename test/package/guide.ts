import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { inProject as inEmptyProject } from "../workbench/project.js";
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

/** A project with the program, our own output and a page's files. */
export const inProject = <T>(
  files: readonly (readonly [string, string])[],
  use: (home: string) => Promise<T>,
): Promise<T> =>
  inEmptyProject(({ folder, put, putAll }) => {
    linkPackages(folder);
    cpSync(join(packageRoot, "generated"), join(folder, "generated"), { recursive: true });
    const code = files.map(([path]) => path).filter((path) => path.endsWith(".ts"));
    put("package.json", '{ "type": "module" }');
    put("tsconfig.json", JSON.stringify({ compilerOptions, files: code }));
    putAll(Object.fromEntries(files));
    return use(folder);
  });
