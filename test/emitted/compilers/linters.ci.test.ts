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

const { recommended, strict, stylistic, recommendedTypeChecked } = tseslint.configs;

interface Preset {
  readonly name: string;
  readonly configs: readonly unknown[];
  /** Compiler options, for rules that read types. */
  readonly options?: object;
  readonly exempt?: RegExp;
}

/** Configurations that projects start from, and all rules together. ESLint also reports unnecessary disable comments. */
const presets: readonly Preset[] = [
  { name: "recommended", configs: [recommended] },
  { name: "all three", configs: [recommended, strict, stylistic] },
  { name: "checks by types, strict", configs: [recommendedTypeChecked], options: { strict: true } },
  {
    // As in a Nest 11 project. Without strictBindCallApply, `bind` returns any.
    name: "checks by types, without most strictness",
    configs: [recommendedTypeChecked],
    options: { strict: false, strictNullChecks: true },
    exempt: /^(?:koa|zod)\//,
  },
];

const folder = makeProjectFolder();
let files: readonly (readonly [path: string, text: string])[];

beforeAll(async () => {
  files = [...(await madeFiles("48.."))].filter(([path]) => path.endsWith(".ts"));
  writeFiles(folder, files);
});
afterAll(() => removeFolder(folder));

describe("every TypeScript file of the output", () => {
  it.each(presets)("passes typescript-eslint with $name", async ({ configs, options, exempt = /^$/ }) => {
    const module = { module: "nodenext", target: "es2023", types: ["node"], experimentalDecorators: true };
    writeFiles(folder, [["tsconfig.json", JSON.stringify({ compilerOptions: { ...module, ...options } })]]);
    const parserOptions = { projectService: options !== undefined, tsconfigRootDir: folder };
    const overrideConfig = [...configs.flat(), { languageOptions: { parserOptions } }] as Linter.Config[];
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
    const results = await eslint.lintFiles(["**/*.ts"]);
    rmSync(join(folder, "tsconfig.json"));
    expect(results.length).toBe(files.length);
    const messages = results.flatMap(({ filePath, messages }) =>
      messages.map(
        ({ line, ruleId, message }) => `${relative(folder, filePath)}:${line} ${String(ruleId)}: ${message}`,
      ),
    );
    expect(messages.filter((message) => !exempt.test(message))).toEqual([]);
  });

  it("passes Biome, or tells it to leave the file alone", async () => {
    const biome = join(packageRoot, "node_modules/@biomejs/biome/bin/biome");
    const args = [biome, "ci", "--colors=off", "."];
    const { stdout, stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder });
    const said = stdout + stderr;
    expect(said).toContain(`Checked ${files.length} files`);
    expect(said).not.toMatch(/Found \d/);
  });

  it("is checked by the compiler and by the linters of its project", () => {
    const unchecked = files.filter(([, text]) => /@ts-nocheck|eslint-disable \*\//.test(text));
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });
});
