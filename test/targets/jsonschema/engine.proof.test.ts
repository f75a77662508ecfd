import { it } from "vitest";
import { ajvEngines, compileAll, forms, readSchemas, withCfworker } from "./engines.js";

it.each(Object.keys(forms))("two engines read %s", async (form) => {
  const draft = forms[form]?.draft ?? "7";
  for (const engine of [ajvEngines[draft], withCfworker(draft)])
    compileAll(engine, form, await readSchemas());
});
