import { cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { runProgram, signalGroup, startProgram } from "../workbench/run.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../workbench/folders.js";

const main = "dist/main.js";
const { scripts } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
  readonly scripts: { readonly prepare: string };
};

/** A tiny program to build. Its data are not written while the file `held` exists. */
const sources = {
  "package.json": `{ "name": "packed", "version": "1.0.0", "type": "module", "files": ["dist"], "scripts": { "prepare": "${scripts.prepare}" } }`,
  "package-lock.json": "{}",
  "spec/releases.json": "{}",
  "spec/dialect/releases.schema.json": '{ "type": "object" }',
  "templates/copied/express/index.hbs": "",
  "generator/index.ts": 'export type { Kept } from "./kept.js";',
  "generator/kept.ts": "export type Kept = 1;",
  "generator/till-api.ts":
    'import { version } from "./version.js"; export const isNew = (): boolean => version !== "first";',
  "generator/cli/results.ts": "export type Results = 1;",
  "generator/till/check-body/check-body.ts": 'export { createScanner } from "jsonc-parser";',
  "generator/version.ts": 'export const version: string = "first";',
  "generator/cli/main.ts": `
    import leven from "leven";
    console.log((await import("../version.js")).version, leven("a", "b"));
  `,
  "generator/cli/compile/write-data.ts": `
    import { existsSync, mkdirSync, writeFileSync } from "node:fs";
    console.log("began");
    while (existsSync("held")) await new Promise((resolve) => setTimeout(resolve, 20));
    export function writeData(dist: string): { check: string } {
      console.log("built");
      mkdirSync(dist + "/libraries/lit-html", { recursive: true });
      writeFileSync(dist + "/check.cjs", "");
      return { check: dist + "/check.cjs" };
    }
  `,
};

const real = [
  "generator/cli/compile/build.mjs",
  "generator/cli/compile/bundle-check.mjs",
  "generator/contract/read/write-dialect.mjs",
  "tsconfig.json",
  "tsconfig.types.json",
];

let root = "";
const put = (path: string, text: string): void => writeFiles(root, [[path, text]]);
const command = [process.execPath, "generator/cli/compile/build.mjs", "--if-stale"] as const;
const ask = async (): Promise<string> => (await runProgram(root, [process.execPath, main])).stdout;

const prepare = async (): Promise<string> => {
  const { code, stdout, stderr } = await runProgram(root, command);
  expect(code, stderr).toBe(0);
  return stdout;
};

const listWork = (): readonly string[] =>
  readdirSync(join(root, "build")).filter((name) => name.startsWith("work-"));

beforeEach(() => {
  root = makeProjectFolder();
  writeFiles(root, Object.entries(sources));
  for (const name of real) cpSync(join(packageRoot, name), join(root, name));
});
afterEach(() => removeFolder(root));

it("a clone is built if its sources have changed or its program is missing, and not again", async () => {
  expect(await prepare()).toBe("began\nbuilt\n");
  expect(await ask()).toBe("first 1\n");
  expect(statSync(join(root, main)).mode & 0o111).toBe(0o111);
  expect(readFileSync(join(root, "dist/types/index.d.ts"), "utf8")).toMatch(/type Kept = 1;/);
  expect(readdirSync(join(root, "dist/types")).sort()).toEqual(["index.d.ts", "results.d.ts", "till.d.cts"]);
  utimesSync(join(root, "generator/version.ts"), 1, 1);
  expect(await prepare()).toBe("");

  put("generator/version.ts", 'export const version: string = "second";');
  expect(await prepare()).toBe("began\nbuilt\n");
  expect(await ask()).toBe("second 1\n");
  expect(await prepare()).toBe("");

  rmSync(join(root, "dist"), { recursive: true });
  expect(await prepare()).toBe("began\nbuilt\n");
  expect(listWork()).toEqual([]);
});

it("the package has the licences of the libraries that are bundled or copied", async () => {
  await prepare();
  const texts = readFileSync(join(root, "dist/licenses.txt"), "utf8");
  expect(texts.match(/^\S+ \d+\.\d+\.\d+$/gm)).toEqual([
    expect.stringMatching(/^leven /),
    expect.stringMatching(/^lit-html /),
  ]);
  expect(texts.match(/^Copyright /gm)).toHaveLength(2);
});

it("a build that is stopped leaves the former program and nothing else, and the next one builds", async () => {
  await prepare();
  put("held", "");
  put("generator/version.ts", 'export const version: string = "second";');
  const stopped = startProgram(root, command);
  while (stopped.printed().stdout === "") await new Promise((resolve) => setTimeout(resolve, 20));
  signalGroup(stopped.child, "SIGINT");
  expect((await stopped.ended).code).toBe(1);
  expect(await ask()).toBe("first 1\n");
  expect(listWork()).toEqual([]);
  rmSync(join(root, "held"));
  // Restore the sources of the first program.
  put("generator/version.ts", sources["generator/version.ts"]);
  expect(await prepare()).toBe("began\nbuilt\n");
});

it("npm packs a build of the current sources", async () => {
  await prepare();
  put("generator/version.ts", 'export const version: string = "second";');
  const packed = await runProgram(root, ["npm", "pack", "--json", "--loglevel", "error"]);
  expect(packed.code, packed.stderr).toBe(0);
  const [{ files = [] } = {}] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf("["))) as {
    files?: { path: string }[];
  }[];
  const code = files.flatMap(({ path }) => (/^dist\/version-.*\.js$/.test(path) ? path : []));
  expect(code.map((path) => existsSync(join(root, path)))).toEqual([true]);
  expect(await ask()).toBe("second 1\n");
});

it("a build of a broken spec prints its problems, and leaves the program as it is", async () => {
  await prepare();
  const broken = 'export const writeData = () => ({ problems: "error: envelope.json\\n" });';
  put("generator/cli/compile/write-data.ts", broken);
  const { code, stdout, stderr } = await runProgram(root, command);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe("error: envelope.json\nThe spec has errors, so nothing was built.\n");
  expect(await ask()).toBe("first 1\n");
  expect(listWork()).toEqual([]);
});
