import { afterAll, expect, it } from "vitest";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { compileIn } from "../../output/compilers/compiler.js";
import { strict } from "../../output/compilers/projects.js";
import { listExampleFiles } from "./example-folder.js";

const folder = makeProjectFolder();
afterAll(() => removeFolder(folder));

it("the example compiles against the contract of every release, under the strictest settings", async () => {
  const files = (await listExampleFiles()).filter(([path]) => !path.startsWith("test/conformance/"));
  writeFiles(folder, [["package.json", '{"type":"module"}'], ...files]);
  const options = { ...strict, verbatimModuleSyntax: true, module: "NodeNext", noEmit: true };
  const compilation = { compiler: "typescript", options, files: ["test/till/example/shop.ts"] } as const;
  expect(await compileIn(folder, compilation)).toBe("");
});
