import { withBanner, withExtension, withPageBanner } from "../text/source-file.js";
import type { OutputFile, TargetContext } from "./target.js";

/** A TypeScript file of the output, from finished code. */
export const codeFile = (path: string, code: string, { importExtension }: TargetContext): OutputFile => ({
  path,
  content: withBanner(withExtension(code, importExtension)),
});

/** What is real code in `templates/<folder>/`: copied as it lies there. */
export const copyCode = (folder: string, context: TargetContext): OutputFile[] =>
  context
    .codeIn(folder)
    .map((name) => codeFile(`${folder}/${name}`, context.template(`${folder}/${name}`), context));

/** The README of a folder of the output: how to use what is in it. */
export const guideFile = (folder: string, { template, importExtension }: TargetContext): OutputFile => ({
  path: `${folder}/README.md`,
  content: withPageBanner(withExtension(template(`${folder}/README.md`), importExtension)),
});
