import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { runProgram, startProgram, type Ended } from "../cli/running.js";
import { makeProjectFolder, removeFolder, writeFiles } from "../workbench/folders.js";

const main = "dist/main.js";

/** What the build compiles and starts, in a few lines. The contract takes as long as there is a file `held`, the program as long as there is one `slow`. */
const sources = {
  "package.json": '{ "type": "module" }',
  "package-lock.json": "{}",
  "spec/releases.json": "{}",
  "spec/dialect/releases.schema.json": '{ "type": "object" }',
  "templates/copied/express/index.hbs": "",
  "generator/index.ts": 'export type { Kept } from "./kept.js";',
  "generator/kept.ts": "export type Kept = 1;",
  "generator/till.ts":
    'import { version } from "./version.js"; export const isNew = (): boolean => version !== "first";',
  "generator/cli/results.ts": "export type Results = 1;",
  "generator/version.ts": 'export const version: string = "first";',
  "generator/cli/main.ts": `
    import { existsSync } from "node:fs";
    if (existsSync("slow")) console.log("began");
    while (existsSync("slow")) await new Promise((resolve) => setTimeout(resolve, 20));
    console.log((await import("../version.js")).version);
  `,
  "generator/cli/compile/write-data.ts": `
    import { writeFileSync } from "node:fs";
    import { describeData } from "../../contract/package/build-id.js";
    export default function writeData(dist: string, id: string): void {
      console.log("built");
      writeFileSync(dist + "/data-state", describeData(id));
    }
  `,
  "generator/cli/compile/write-contract.ts": `
    import { existsSync, mkdirSync, writeFileSync } from "node:fs";
    export default async function writeContract(folder: string): Promise<void> {
      console.log("began");
      while (existsSync("held")) await new Promise((resolve) => setTimeout(resolve, 20));
      mkdirSync(folder, { recursive: true });
      writeFileSync(folder + "/contract.ts", "export {};");
    }
  `,
};

/** Those of the real sources that it uses, too. */
const real = [
  "generator/cli/compile/build.mjs",
  "generator/base/once.ts",
  "generator/contract/package/build-id.ts",
  "generator/contract/package/package-root.ts",
  "generator/contract/read/plain-file.ts",
  "generator/contract/read/write-dialect.mjs",
  "tsconfig.json",
  "tsconfig.types.json",
];

let root = "";
const put = (path: string, text: string): void => writeFiles(root, [[path, text]]);
const command = [process.execPath, "generator/cli/compile/build.mjs", "--if-stale"] as const;
const ask = () => runProgram(root, [process.execPath, main, "--version"]);

const prepare = async (): Promise<string> => {
  const { code, stdout, stderr } = await runProgram(root, command);
  expect(code, stderr).toBe(0);
  return stdout;
};

beforeEach(() => {
  root = makeProjectFolder();
  writeFiles(root, Object.entries(sources));
  for (const name of real) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    cpSync(join(packageRoot, name), join(root, name));
  }
});
afterEach(() => removeFolder(root));

it("A clone is built where its sources have changed or a file is missing, and not again, while its program works.", async () => {
  expect(await prepare()).toBe("began\nbuilt\n");
  expect(statSync(join(root, main)).mode & 0o111).toBe(0o111);
  expect(readFileSync(join(root, "dist/types/index.d.ts"), "utf8")).toMatch(/type Kept = 1;/);
  expect(readdirSync(join(root, "dist/types")).sort()).toEqual(["index.d.ts", "results.d.ts", "till.d.ts"]);
  const { ino } = statSync(join(root, "dist/types/index.d.ts"));
  expect(await prepare()).toBe("");

  put("held", "");
  put("generator/version.ts", 'export const version: string = "second";');
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
  // What is as it was is left where it lies.
  expect(statSync(join(root, "dist/types/index.d.ts")).ino).toBe(ino);
  expect(readdirSync(root).filter((name) => name.startsWith("dist-"))).toEqual([]);
  expect(await prepare()).toBe("");

  rmSync(join(root, "dist/index.js"));
  expect(await prepare()).toBe("began\nbuilt\n");
  expect(await prepare()).toBe("");
});

it("A program that began before a build goes on as it was, and the build after that one removes its code.", async () => {
  await prepare();
  const old = readdirSync(join(root, "dist")).filter((name) => /^version-.*\.js$/.test(name));
  put("slow", "");
  const early = startProgram(root, [process.execPath, main]);
  while (early.printed().stdout === "") await new Promise((resolve) => setTimeout(resolve, 20));
  put("generator/version.ts", 'export const version: string = "second";');
  await prepare();
  rmSync(join(root, "slow"));
  expect(await early.ended).toMatchObject({ code: 0, stdout: "began\nfirst\n" });

  put("generator/version.ts", 'export const version: string = "third";');
  await prepare();
  expect((await ask()).stdout).toBe("third\n");
  expect(old.filter((name) => existsSync(join(root, "dist", name)))).toEqual([]);
});

it("npm packs one build, though the code of the build before lies beside it.", async () => {
  const { scripts } = JSON.parse(readFileSync(join(packageRoot, "package.json"), "utf8")) as {
    scripts: Record<"prepare" | "prepack", string>;
  };
  const { prepare: prepares, prepack } = scripts;
  const own = { name: "packed", version: "1.0.0", type: "module", files: ["dist"] };
  put("package.json", JSON.stringify({ ...own, scripts: { prepare: prepares, prepack } }));
  await prepare();
  put("generator/version.ts", 'export const version: string = "second";');
  await prepare();
  const listCode = () => readdirSync(join(root, "dist")).filter((name) => /^version-.*\.js$/.test(name));
  expect(listCode()).toHaveLength(2);
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const packed = await runProgram(root, [npm, "pack", "--json", "--loglevel", "error"]);
  expect(packed.code, packed.stderr).toBe(0);
  const [{ files = [] } = {}] = JSON.parse(packed.stdout.slice(packed.stdout.indexOf("["))) as {
    files?: { path: string }[];
  }[];
  expect(files.filter(({ path }) => /^dist\/version-.*\.js$/.test(path))).toHaveLength(1);
  expect(listCode()).toHaveLength(1);
  expect((await ask()).stdout).toBe("second\n");
});

it("A build of a broken spec ends with what is wrong with it, and leaves the program as it is.", async () => {
  await prepare();
  put("generator/cli/compile/write-contract.ts", 'export default () => "error: envelope.json\\n";');
  const { code, stdout, stderr } = await runProgram(root, command);
  expect([code, stdout]).toEqual([2, ""]);
  expect(stderr).toBe("error: envelope.json\nThe spec is broken, so nothing was built.\n");
  expect((await ask()).stdout).toBe("first\n");
  expect(readdirSync(root).filter((name) => name.startsWith("dist-"))).toEqual([]);
});

it("A build is known by an id, which an edit of its data takes away until the next one; an installed package is not edited.", async () => {
  const askId = async () => {
    const call = 'import("./dist/build-id.js").then((it) => console.log(it.readBuildId()))';
    return (await runProgram(root, [process.execPath, "-e", call])).stdout;
  };
  await prepare();
  const id = await askId();
  expect(id).toMatch(/^[0-9a-f]{16}\n$/);
  put("spec/releases.json", "[]");
  expect(await askId()).toBe("undefined\n");
  await prepare();
  const next = await askId();
  expect(next).toMatch(/^[0-9a-f]{16}\n$/);
  expect(next).not.toBe(id);
  // Touched, and not changed.
  utimesSync(join(root, "templates/copied/express/index.hbs"), 1, 1);
  expect(await askId()).toBe("undefined\n");
  await prepare();
  expect(await askId()).toBe(next);
  rmSync(join(root, "generator"), { recursive: true });
  utimesSync(join(root, "templates/copied/express/index.hbs"), 2, 2);
  expect(await askId()).toBe(next);
});
