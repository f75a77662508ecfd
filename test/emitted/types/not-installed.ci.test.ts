import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { adapters } from "../../workbench/adapters.js";
import { compileIn, strict } from "../../workbench/compile.js";
import { removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";
import { leaveUnchecked } from "./leave-unchecked.js";

const cases = {
  express: ["npm i --save-dev @types/node"],
  fastify: ["'fastify'", "npm i --save-dev @types/node"],
  hono: ["'hono'", "npm i --save-dev @types/node"],
  koa: ["'koa'", "npm i --save-dev @types/node"],
  nest: ["'@nestjs/common'", "npm i --save-dev @types/node"],
  node: ["npm i --save-dev @types/node"],
  lambda: ["npm i --save-dev @types/node"],
  fetch: ["npm i --save-dev @types/node"],
};

const options = { ...strict, types: [], skipLibCheck: true, noEmit: true, module: "NodeNext" };

it("has a case for each adapter", () => {
  expect(Object.keys(cases).sort()).toEqual([...adapters].sort());
});

it.each(Object.entries(cases))("an unchecked output says what to install: %s", async (target, asked) => {
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
