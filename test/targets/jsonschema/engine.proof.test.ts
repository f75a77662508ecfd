import { it } from "vitest";
import { noTools, withReason } from "../../workbench/tools.js";
import { compileAll, forms, loadCfworker, readSchemas } from "./engines.js";

it.skipIf(noTools).each(Object.keys(forms))(withReason("another engine reads %s"), async (form) => {
  const engine = await loadCfworker(forms[form]?.draft ?? "7");
  for (const plain of [false, true]) compileAll(engine, form, await readSchemas(plain));
});
