import { withBanner, withExtension } from "../print/source-file.js";
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
