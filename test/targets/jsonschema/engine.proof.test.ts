import { it } from "vitest";
import { compileAll, forms, readSchemas, withCfworker } from "./engines.js";

it.each(Object.keys(forms))("another engine reads %s", async (form) => {
  const engine = withCfworker(forms[form]?.draft ?? "7");
  for (const plain of [false, true]) compileAll(engine, form, await readSchemas(plain));
});
