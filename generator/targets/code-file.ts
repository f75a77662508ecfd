import { withCodeBanner, withExtension, withPageBanner } from "../base/text/source-file.js";
import { toVisibleJson } from "../base/text/quote.js";
import type { OutputFile, TargetContext } from "./target.js";

/** A TypeScript file of the output, from finished code. */
export const codeFile = (path: string, code: string, { importExtension }: TargetContext): OutputFile => ({
  path,
  content: withCodeBanner(withExtension(code, importExtension)),
});

/** A TypeScript file that is not for people to read: no tool of the project that it lies in looks into it. */
export const uncheckedFile = (path: string, code: string, context: TargetContext): OutputFile =>
  asFormatted(
    codeFile(
      path,
      `/* eslint-disable */\n// @ts-nocheck Generated and tested by mplus-codegen.\n${code}`,
      context,
    ),
  );

/** What is real code in `templates/<folder>/`: copied as it lies there. */
export const copyCode = (folder: string, context: TargetContext): OutputFile[] =>
  context
    .codeIn(folder)
    .map((name) =>
      asFormatted(codeFile(`${folder}/${name}`, context.template(`${folder}/${name}`), context)),
    );

/** A file that is in our own style already, or is not for people to read. */
export const asFormatted = (file: OutputFile): OutputFile => ({ ...file, isFormatted: true });

/** The README of a folder of the output: how to use what is in it. */
export const guideFile = (folder: string, { template, importExtension }: TargetContext): OutputFile => ({
  path: `${folder}/README.md`,
  content: withPageBanner(withExtension(template(`${folder}/README.md`), importExtension)),
});

/** Data as a file of JSON for people to read. */
export const printJson = (data: object): string => `${toVisibleJson(data)}\n`;
