import { expect, it } from "vitest";
import { compile } from "../../workbench/compile.js";
import { listExampleFiles } from "./example-folder.js";

it("the example compiles against the contract of every release, under the strictest settings", async () => {
  const files = await listExampleFiles();
  expect(await compile(files, { roots: ["test/till/example/shop.ts"] })).toEqual(new Map());
});
