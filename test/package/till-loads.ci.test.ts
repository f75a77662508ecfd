import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runProgram } from "../cli/running.js";
import { removeFolder, writeFiles } from "../workbench/folders.js";
import { linkPackages } from "./link-packages.js";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "mplus-till-"));
  linkPackages(folder);
});
afterAll(() => removeFolder(folder));

const play = `
  const options = { url: "http://shop.test", subscription: "shop-12", secret: btoa("0123456789abcdef"), release: "58.1" };
  const fetch = async () => new Response("{}");
  runScenario({ steps: [{ startSession: {} }] }, { ...options, fetch }).then(({ report }) => console.log(report));
  createTill({ ...options, fetch }).send("startSession").then(({ verdict }) => console.log(verdict.kind));
  console.log(listReleases({ targets: { node: { versions: "48,56", files: {} } } }).join());
`;

/** Makes any Node release behave like 20.18 and older, which cannot `require` ES modules. */
const flag = "--no-experimental-require-module";

describe("mplus-codegen/till plays", () => {
  it.each([
    [
      "require",
      "till.cjs",
      `const { createTill, listReleases, runScenario } = require("mplus-codegen/till");`,
    ],
    ["import", "till.mjs", `import { createTill, listReleases, runScenario } from "mplus-codegen/till";`],
  ])("where a module loads it by %s", async (_how, file, load) => {
    writeFiles(folder, [[file, load + play]]);
    const { code, stdout, stderr } = await runProgram(folder, [process.execPath, flag, file]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("48,56\n");
    expect(stdout).toContain("refused\n");
    expect(stdout).toMatch(/failed +scenario \(v58\.1\)[^]*signature/);
  });
});

const typed = `
  import { createTill, listReleases, runScenario, TillError, type ScenarioRun, type Till } from "mplus-codegen/till";
  const [release = ""] = listReleases("{}");
  const options = { url: "http://shop.test", subscription: "shop-12", secret: "", release };
  export const till: Till = createTill(options);
  export const run: Promise<ScenarioRun> = runScenario({ steps: [] }, options);
  export const kind: "not there" | "misuse" = new TillError("misuse", "").kind;
  // @ts-expect-error: Without the types this would compile.
  createTill(1);
`;

describe("the types of mplus-codegen/till are found, from both kinds of modules, by", () => {
  it.each(["typescript-5.9", "typescript", "typescript-7"])("%s", async (compiler) => {
    const compilerOptions = {
      ...{ module: "nodenext", types: ["node"], target: "es2022", lib: ["es2023"] },
      ...{ strict: true, noEmit: true, skipLibCheck: compiler !== "typescript-7" },
    };
    const files = ["typed.mts", "typed.cts"];
    writeFiles(folder, [
      ...files.map((file) => [file, typed] as const),
      ["tsconfig.json", JSON.stringify({ compilerOptions, files })],
    ]);
    const tsc = [process.execPath, `node_modules/${compiler}/bin/tsc`] as const;
    const { code, stdout } = await runProgram(folder, tsc);
    expect([code, stdout]).toEqual([0, ""]);
  });
});
