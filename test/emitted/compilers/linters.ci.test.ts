import { execFile } from "node:child_process";
import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { ESLint, type Linter } from "eslint";
import tseslint from "typescript-eslint";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../../workbench/folders.js";
import { madeFiles } from "../../workbench/made-output.js";

const { recommended, strict, stylistic } = tseslint.configs;

/** Configurations that projects start from, and all rules together. ESLint also reports unnecessary disable comments. */
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

  it.each([
    ["strict", { strict: true }, []],
    // As in a Nest 11 project. Without strictBindCallApply, `bind` returns any.
    ["without most strictness", { strict: false, strictNullChecks: true }, ["koa", "zod"]],
  ])("passes typescript-eslint's checks by types, %s", async (_name, options, exempt) => {
    const module = { module: "nodenext", target: "es2023", types: ["node"], experimentalDecorators: true };
    writeFiles(folder, [["tsconfig.json", JSON.stringify({ compilerOptions: { ...module, ...options } })]]);
    const parserOptions = { projectService: true, tsconfigRootDir: folder };
    const overrideConfig = [
      ...tseslint.configs.recommendedTypeChecked,
      { languageOptions: { parserOptions } },
    ];
    const eslint = new ESLint({
      cwd: folder,
      overrideConfigFile: true,
      overrideConfig: overrideConfig as Linter.Config[],
    });
    const results = await eslint.lintFiles(["**/*.ts"]);
    rmSync(join(folder, "tsconfig.json"));
    const messages = results.flatMap(({ filePath, messages }) =>
      messages.map(({ line, ruleId }) => `${relative(folder, filePath)}:${line} ${String(ruleId)}`),
    );
    expect(messages.filter((message) => !exempt.some((name) => message.startsWith(`${name}/`)))).toEqual([]);
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
