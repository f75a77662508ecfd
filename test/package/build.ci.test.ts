import { cpSync, existsSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { packageRoot } from "../../generator/package/package-root.js";
import { runProgram, startProgram, type Ended } from "../cli/running.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../workbench/folders.js";

const main = "dist/generator/cli/main.js";

/** What the build compiles and starts, in a few lines. The contract takes as long as there is a file `held`. */
const sources = {
  "package.json": '{ "type": "module" }',
  "generator/index.ts": "export {};",
  "generator/desk.ts": "export {};",
  "generator/old.ts": "export {};",
  "generator/version.ts": 'export const version = "first";',
  "generator/cli/main.ts": 'console.log((await import("../version.js")).version);',
  "generator/cli/write-fixed-texts.ts": 'console.log("built");',
  "generator/cli/write-schemas.ts": "export {};",
  "generator/cli/write-contract.ts": `
    import { existsSync, mkdirSync, writeFileSync } from "node:fs";
    export async function writeContract(folder: string): Promise<void> {
      console.log("began");
      while (existsSync("held")) await new Promise((resolve) => setTimeout(resolve, 20));
      mkdirSync(folder, { recursive: true });
      writeFileSync(folder + "/contract.ts", "export {};");
    }
  `,
};

let root = "";
const put = (path: string, text: string): void => writeFiles(root, [[path, text]]);
const command = [process.execPath, "generator/cli/build.mjs", "--if-stale"] as const;
const ask = () => runProgram(root, [process.execPath, main, "--version"]);

const prepare = async (): Promise<string> => {
  const { code, stdout, stderr } = await runProgram(root, command);
  expect(code, stderr).toBe(0);
  return stdout;
};

beforeEach(() => {
  root = makeProjectFolder();
  writeFiles(root, Object.entries(sources));
  for (const name of [
    "generator/cli/build.mjs",
    "tsconfig.json",
    "tsconfig.build.json",
    "tsconfig.types.json",
  ])
    cpSync(join(packageRoot, name), join(root, name));
});
afterEach(() => removeFolder(root));

it("A clone is built where its sources have changed or a file is missing, and not again, while its program works.", async () => {
  expect(await prepare()).toBe("began\nbuilt\n");
  expect(statSync(join(root, main)).mode & 0o111).toBe(0o111);
  const { ino } = statSync(join(root, main));
  expect(await prepare()).toBe("");

  put("held", "");
  put("generator/version.ts", 'export const version = "second";');
  rmSync(join(root, "generator/old.ts"));
  // Two projects are installed at once.
  const builds = [startProgram(root, command), startProgram(root, command)];
  const runs: Ended[] = [];
  const haveEnded = () => builds.every(({ child }) => child.exitCode !== null);
  const callOn = async (isDone: () => boolean) => {
    do runs.push(await ask());
    while (!isDone());
  };
  await callOn(() => builds.every((each) => each.printed().stdout === "began\n") || haveEnded());
  expect(new Set(runs.map(({ stdout }) => stdout))).toEqual(new Set(["first\n"]));
  rmSync(join(root, "held"));
  await callOn(haveEnded);
  expect(await Promise.all(builds.map(({ ended }) => ended))).toMatchObject([{ code: 0 }, { code: 0 }]);
  expect(runs.filter(({ code, stdout }) => code !== 0 || !/^(first|second)\n$/.test(stdout))).toEqual([]);
  expect((await ask()).stdout).toBe("second\n");
  expect(existsSync(join(root, "dist/generator/old.js"))).toBe(false);
  // What is as it was is left where it lies.
  expect(statSync(join(root, main)).ino).toBe(ino);
  expect(await prepare()).toBe("");

  rmSync(join(root, "dist/generator/index.js"));
  expect(await prepare()).toBe("began\nbuilt\n");
  expect(await prepare()).toBe("");
});
