import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";

const { recommended, strict, stylistic } = tseslint.configs;

/** What projects start from, and all that there is. ESLint also reports what is switched off for nothing. */
const presets = {
  recommended: [recommended],
  "all three": [recommended, strict, stylistic],
};

const folder = makeProjectFolder();
let files: readonly (readonly [path: string, text: string])[];

beforeAll(async () => {
  files = [...(await madeFiles("48.."))].filter(([path]) => path.endsWith(".ts"));
  writeFiles(folder, files);
});
afterAll(() => removeFolder(folder));

describe("every TypeScript file of the output", () => {
  it.each(Object.entries(presets))("passes typescript-eslint with %s", async (_name, configs) => {
    const overrideConfig = configs.flat() as Linter.Config[];
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
    const results = await eslint.lintFiles(["**/*.ts"]);
    expect(results.length).toBe(files.length);
    const messages = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId, message }) => `${filePath}:${line} ${String(ruleId)}: ${message}`),
    );
    expect(messages).toEqual([]);
  });

  it("passes Biome, or tells it to leave the file alone", async () => {
    const biome = join(packageRoot, "node_modules/@biomejs/biome/bin/biome");
    const args = [biome, "ci", "--colors=off", "."];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    const said = stdout + stderr;
    expect(said).toContain(`Checked ${files.length} files`);
    expect(said).not.toMatch(/Found \d/);
  });

  it("is checked by the compiler, but for the compiled validators", () => {
    const unchecked = files.filter(([, text]) => text.includes("@ts-nocheck")).map(([path]) => path);
    expect(unchecked).toEqual(["validators/compiled.ts"]);
  });
});
