import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { AnySchemaObject } from "ajv";
import { afterAll, describe, expect, it } from "vitest";
import { collectFiles, emit, realSpec, templates } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { ajvEngines, withCfworker, type Draft, type Engine } from "./engines.js";

const spec = realSpec();
const folder = makeRunFolder();
afterAll(() => removeFolder(folder));

/** The schemas of an output, by path. */
async function emitSchemas(plain: boolean): Promise<ReadonlyMap<string, AnySchemaObject>> {
  const files = collectFiles(await emit(spec, "48..", { targets: ["jsonschema"], plain }));
  const schemas = [...files].filter(([path]) => path.endsWith(".schema.json"));
  return new Map(schemas.map(([path, text]) => [path, JSON.parse(text) as AnySchemaObject]));
}

const full = await emitSchemas(false);
const plain = await emitSchemas(true);

/** The forms of the export: their files, and the URI of each definition. */
const forms: Readonly<
  Record<string, { draft: Draft; pick: RegExp; list: (file: AnySchemaObject) => readonly string[] }>
> = {
  "the one file": {
    draft: "2020-12",
    pick: /mplus\.schema/,
    list: (file) => Object.keys(file["$defs"] as object).map((name) => `${file.$id ?? ""}#/$defs/${name}`),
  },
  "the file for draft-07": {
    draft: "7",
    pick: /draft-07/,
    list: (file) =>
      Object.keys(file["definitions"] as object).map((name) => `${file.$id ?? ""}#/definitions/${name}`),
  },
  "the files of objects": { draft: "2020-12", pick: /objects\//, list: (file) => [file.$id ?? ""] },
};

/** Compiles each definition, and asks what it says of a text, which none of the bodies is. */
function compileAll(engine: Engine, form: keyof typeof forms, schemas: typeof full): number {
  const { pick, list } = forms[form] ?? { pick: /^$/, list: () => [] };
  const files = [...schemas].filter(([path]) => pick.test(path)).map(([, file]) => file);
  const compile = engine(files);
  const uris = files.flatMap(list);
  const bodies = uris.filter((uri) => /(?:Request|Response)(?:\.schema\.json)?$/.test(uri));
  expect(bodies.filter((uri) => compile(uri)("text"))).toEqual([]);
  for (const uri of uris) compile(uri)({});
  return uris.length;
}

describe.each(Object.keys(forms))("%s", (form) => {
  const draft = forms[form]?.draft ?? "7";
  it.each([
    ["with notes", full],
    ["plain", plain],
  ])("is compiled by a strict ajv, %s", (_, schemas) => {
    expect(compileAll(ajvEngines[draft], form, schemas)).toBeGreaterThan(90);
  });
  it.each([
    ["with notes", full],
    ["plain", plain],
  ])("is read by another engine, %s", (_, schemas) => {
    expect(compileAll(withCfworker(draft), form, schemas)).toBeGreaterThan(90);
  });
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
