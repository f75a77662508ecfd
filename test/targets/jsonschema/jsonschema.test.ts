import type { AnySchemaObject } from "ajv";
import { expect, it } from "vitest";
import { collectFiles, emit } from "../../workbench/emit.js";
import { output } from "../../workbench/outputs.js";
import { createSmallSpec, object } from "../../workbench/small-spec.js";
import { ajvEngines } from "./engines.js";

const targets = ["jsonschema"];

it.each([
  ["mplus.schema.json", "2020-12", "$defs"],
  ["draft-07.schema.json", "7", "definitions"],
] as const)("a strict ajv compiles each definition of %s", async (name, draft, section) => {
  const text = (await output("48..", { targets })).get(`jsonschema/${name}`) ?? "";
  expect(text).not.toContain('"x-');
  const file = JSON.parse(text) as AnySchemaObject;
  const names = Object.keys(file[section] as object);
  const compile = ajvEngines[draft]([file]);
  const verdicts = names.map((each) => compile(`${file.$id ?? ""}#/${section}/${each}`)("text"));
  expect(names.length).toBeGreaterThan(90);
  const bodies = names.filter((each) => /(?:Request|Response)$/.test(each));
  expect(bodies.filter((each) => verdicts[names.indexOf(each)])).toEqual([]);
});

it("a text of the spec is text, and what nobody sees is escaped", async () => {
  const description = 'A "name"\u202e, and \u2028 more.';
  const pong = object("Pong", { name: { type: "string", description } });
  const files = collectFiles(await emit(createSmallSpec({ pong }), "..", { targets }));
  expect([...files.keys()].filter((path) => path.endsWith(".json")).sort()).toEqual([
    "jsonschema/draft-07.schema.json",
    "jsonschema/mplus.schema.json",
  ]);
  const text = files.get("jsonschema/mplus.schema.json") ?? "";
  expect(text).toContain(String.raw`"description": "A \"name\"\u202e, and \u2028 more."`);
  expect(text).toContain('"type": "string"');
});
