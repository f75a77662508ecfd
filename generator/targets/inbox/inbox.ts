import { codeFile, copyCode, guideFile } from "../code-file.js";
import type { Target } from "../target.js";

/** The target that writes an inbox, which keeps events in a database until a worker has handled them. */
export const inbox: Target<"inbox"> = {
  name: "inbox",
  summary: "an inbox in PostgreSQL or a folder, and its workers",
  needs: ["types", "validators", "receiver", "stores"],
  needsNode: true,
  emit: (_view, context) =>
    Promise.resolve([
      ...copyCode("inbox", context),
      codeFile("inbox/index.ts", context.template("inbox/index.hbs"), context),
      guideFile("inbox", context),
    ]),
};
