import { withBanner, withExtension, withPageBanner } from "../base/text/source-file.js";
import { toVisibleJson } from "../base/text/quote.js";
import type { OutputFile, TargetContext } from "./target.js";

/** A TypeScript file of the output, from finished code. */
export const codeFile = (path: string, code: string, { importExtension }: TargetContext): OutputFile => ({
  path,
  content: withBanner(withExtension(code, importExtension)),
});

/**
 * A TypeScript file that no user edits: what holds it is our tests. Neither the compiler nor a linter of the project that it
 * lies in has to look into it.
 */
export const libraryFile = (path: string, code: string, context: TargetContext): OutputFile =>
  codeFile(
    path,
    `/* eslint-disable */\n// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.\n${code}`,
    context,
  );

/** What is real code in `templates/<folder>/`: copied as it lies there. */
export const copyCode = (folder: string, context: TargetContext, toFile = codeFile): OutputFile[] =>
  context
    .codeIn(folder)
    .map((name) => toFile(`${folder}/${name}`, context.template(`${folder}/${name}`), context));

/** The README of a folder of the output: how to use what is in it. */
export const guideFile = (folder: string, { template, importExtension }: TargetContext): OutputFile => ({
  path: `${folder}/README.md`,
  content: withPageBanner(withExtension(template(`${folder}/README.md`), importExtension)),
});

/** Data as a file of JSON for people to read. */
export const printJson = (data: object): string => `${toVisibleJson(data)}\n`;
