import { copyCode, guideFile, libraryFile } from "../code-file.js";
import type { Target } from "../target.js";

/** The target that writes stores which several processes share. Its code imports no package: clients are handed in. */
export const stores: Target<"stores"> = {
  name: "stores",
  summary: "what several processes remember together, in PostgreSQL, PGlite or Redis",
  needs: ["types", "validators", "receiver"],
  emit: (_view, context) =>
    Promise.resolve([...copyCode("stores", context, libraryFile), guideFile("stores", context)]),
};
