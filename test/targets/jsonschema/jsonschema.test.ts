import { expect, it } from "vitest";
import { collectFiles, emit } from "../../workbench/emit.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { ajvEngines, compileAll, forms, readSchemas } from "./engines.js";

it.each(Object.keys(forms))("a strict ajv compiles %s", async (form) => {
  compileAll(ajvEngines[forms[form]?.draft ?? "7"], form, await readSchemas());
});

it("there is one file for each draft, without any x- keyword", async () => {
  const files = await readSchemas();
  expect([...files.keys()].sort()).toEqual([
    "jsonschema/draft-07.schema.json",
    "jsonschema/mplus.schema.json",
  ]);
  expect(JSON.stringify([...files.values()])).not.toContain('"x-');
});

it("a text of the spec is text, and what nobody sees is escaped", async () => {
  const description = 'A "name"\u202e, and \u2028 more.';
  const pong = object("Pong", { name: { type: "string", description } });
  const files = collectFiles(await emit(createSmallSpec({ pong }), "..", { targets: ["jsonschema"] }));
  const text = files.get("jsonschema/mplus.schema.json") ?? "";
  expect(text).toContain(String.raw`"description": "A \"name\"\u202e, and \u2028 more."`);
  const { $defs } = JSON.parse(text) as { $defs: { Pong: { properties: Readonly<Record<string, object>> } } };
  expect($defs.Pong.properties["name"]).toEqual({ type: "string", description });
});
