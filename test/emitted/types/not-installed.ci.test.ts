import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { adapters } from "../../workbench/adapters.js";
import { compileIn, strict } from "../../workbench/compile.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { frameworkPackages } from "../framework-packages.js";
import { leaveUnchecked } from "./leave-unchecked.js";

const options = { ...strict, types: [], skipLibCheck: true, noEmit: true, module: "NodeNext" };

it.each(adapters)("an unchecked output says what to install: %s", async (target) => {
  const [first] = frameworkPackages[target] ?? expect.fail(`${target} is in no table`);
  const asked = [...(first === undefined ? [] : [`'${first}'`]), "npm i --save-dev @types/node"];
  const folder = mkdtempSync(join(tmpdir(), "mplus-bare-"));
  try {
    writeFiles(folder, [...(await madeFiles("48.."))].map(leaveUnchecked));
    const said = await compileIn(folder, { options, roots: [`${target}/index.ts`] });
    const text = [...said.values()].join("");
    for (const word of asked) expect(text).toContain(word);
  } finally {
    removeFolder(folder);
  }
});
