import { expect, it } from "vitest";
import { collectFiles, emit } from "../../workbench/emit.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { ajvEngines, compileAll, forms, readSchemas } from "./engines.js";

it.each(Object.keys(forms))("a strict ajv compiles %s", async (form) => {
  compileAll(ajvEngines[forms[form]?.draft ?? "7"], form, await readSchemas(false));
});

it("plain schemas are those with notes, without the notes", async () => {
  const [full, plain] = [await readSchemas(false), await readSchemas(true)];
  const withoutNotes = (file: unknown): unknown =>
    JSON.parse(JSON.stringify(file, (key, value: unknown) => (key.startsWith("x-") ? undefined : value)));
  expect([...plain.keys()]).toEqual([...full.keys()]);
  for (const [path, file] of full) expect(plain.get(path)).toEqual(withoutNotes(file));
  expect(JSON.stringify([...plain.values()])).not.toMatch(/"x-/);
});

it("the files of objects hold what the one file does", async () => {
  const full = await readSchemas(false);
  const whole = full.get("jsonschema/mplus.schema.json")?.["$defs"] as Readonly<Record<string, object>>;
  const asInWhole = (file: object): unknown =>
    JSON.parse(JSON.stringify(file).replace(/"\$ref":"(\w+)\.schema\.json"/g, '"$ref":"#/$defs/$1"'));
  for (const [name, schema] of Object.entries(whole)) {
    const file = full.get(`jsonschema/objects/${name}.schema.json`);
    expect(asInWhole(file ?? {})).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $id: `${name}.schema.json`,
      $comment: expect.stringContaining("mplus-codegen") as string,
      title: name,
      ...schema,
    });
  }
  expect(full.size).toBe(2 + Object.keys(whole).length);
});

it("a text of the spec is text, and what nobody sees is escaped", async () => {
  const description = 'A "name"\u202e, and \u2028 more.';
  const pong = object("Pong", { name: { type: "string", description } });
  const files = collectFiles(await emit(createSmallSpec({ pong }), "..", { targets: ["jsonschema"] }));
  const text = files.get("jsonschema/objects/Pong.schema.json") ?? "";
  expect(text).toContain(String.raw`"description": "A \"name\"\u202e, and \u2028 more."`);
  const { properties } = JSON.parse(text) as { properties: Readonly<Record<string, object>> };
  expect(properties["name"]).toEqual({ type: "string", description });
});
