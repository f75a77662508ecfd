import { withCodeBanner, withExtension, withPageBanner } from "../base/text/source-file.js";
import { toVisibleJson } from "../base/text/quote.js";
import type { OutputFile, TargetContext } from "./target.js";

export const codeFile = (path: string, code: string, { importExtension }: TargetContext): OutputFile => ({
  path,
  content: withCodeBanner(withExtension(code, importExtension)),
});

export const copyCode = (folder: string, context: TargetContext): OutputFile[] =>
  context
    .codeIn(folder, ".ts")
    .map((name) =>
      asFormatted(codeFile(`${folder}/${name}`, context.template(`${folder}/${name}`), context)),
    );

export const asFormatted = (file: OutputFile): OutputFile => ({ ...file, isFormatted: true });

export const guideFile = (folder: string, { template, importExtension }: TargetContext): OutputFile => ({
  path: `${folder}/README.md`,
  content: withPageBanner(withExtension(template(`${folder}/README.md`), importExtension)),
});

export const printJson = (data: object): string => `${toVisibleJson(data)}\n`;
