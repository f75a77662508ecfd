import { codeFile, guideFile } from "./code-file.js";
import type { Target } from "./target.js";

/** A target that puts the receiver into a framework: one file, and how to use it. */
export const adapter = <Name extends string>(
  name: Name,
  summary: string,
  { needsNode }: Pick<Target, "needsNode"> = {},
): Target<Name> => ({
  name,
  summary,
  isAdapter: true,
  ...(needsNode && { needsNode }),
  needs: ["types", "validators", "receiver"],
  emit: (_view, context) =>
    Promise.resolve([
      codeFile(`${name}/index.ts`, context.template(`${name}/index.hbs`), context),
      guideFile(name, context),
    ]),
});
