import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { templates } from "../../workbench/emit.js";
import { makeRunFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { output } from "../../workbench/outputs.js";
import { fencedBlocks } from "../../workbench/run.js";

const folder = makeRunFolder();
afterAll(() => removeFolder(folder));

it("the guide's code runs, and says what is right and what is wrong", async () => {
  const files = await output("48..", { targets: ["jsonschema"] });
  const [code = ""] = fencedBlocks(templates.get("jsonschema/README.md") ?? "", "js");
  writeFiles(folder, [
    ["check.mjs", code],
    ...[...files].map(([path, text]) => [join("generated", path), text] as const),
  ]);
  const printed = execFileSync(process.execPath, ["check.mjs"], { cwd: folder, encoding: "utf8" });
  expect(printed).toBe("true\nfalse must have required property 'recognized'\n");
});
