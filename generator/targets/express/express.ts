import { codeFile, copyCode } from "../code-file.js";
import type { Target } from "../target.js";

export const express: Target = {
  name: "express",
  summary: "a router for Express 5 and 4",
  needs: ["types", "validators", "receiver"],
  emit: (_view, context) =>
    Promise.resolve([
      ...copyCode("express", context),
      codeFile("express/index.ts", context.template("express/index.hbs"), context),
    ]),
};
