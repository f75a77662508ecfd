import { expect, it } from "vitest";
import { compilers } from "../workbench/compile.js";
import { inProject } from "../workbench/project.js";
import { runProgram } from "../workbench/run.js";
import { linkPackages } from "./link-packages.js";

const names = "createTill, listReleases, runScenario";
const play = `
  const options = { url: "http://shop.test", subscription: "shop-12", secret: btoa("0123456789abcdef"), release: "58.1" };
  const fetch = async () => new Response("{}");
  runScenario({ steps: [{ startSession: {} }] }, { ...options, fetch }).then(({ report }) => console.log(report));
  createTill({ ...options, fetch }).send("startSession").then(({ verdict }) => console.log(verdict.kind));
  console.log(listReleases({ targets: { node: { versions: "48,56", files: {} } } }).join());
`;

it.each([
  ["require", "till.cjs", `const { ${names} } = require("mplus-codegen/till");`],
  ["import", "till.mjs", `import { ${names} } from "mplus-codegen/till";`],
])("mplus-codegen/till plays when a module loads it by %s", (_how, file, load) =>
  inProject(async ({ folder, put }) => {
    linkPackages(folder);
    put(file, load + play);
    // Makes any Node release behave like 20.18 and older, which cannot `require` ES modules.
    const node = [process.execPath, "--no-experimental-require-module"] as const;
    const { code, stdout, stderr } = await runProgram(folder, [...node, file]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("48,56\n");
    expect(stdout).toContain("refused\n");
    expect(stdout).toMatch(/failed +scenario \(v58\.1\)[^]*NO_SIGNATURE/);
  }),
);

const typed = `
  import { ${names}, TillError, type ScenarioRun, type Till } from "mplus-codegen/till";
  const [release = ""] = listReleases("{}");
  const options = { url: "http://shop.test", subscription: "shop-12", secret: "", release };
  export const till: Till = createTill(options);
  export const run: Promise<ScenarioRun> = runScenario({ steps: [] }, options);
  export const kind: "not there" | "misuse" = new TillError("misuse", "").kind;
  // @ts-expect-error: Without the types this would compile.
  createTill(1);
`;

it.each(compilers)("%s finds the types of mplus-codegen/till from both kinds of modules", (compiler) =>
  inProject(async ({ folder, put }) => {
    linkPackages(folder);
    const files = ["typed.mts", "typed.cts"];
    for (const file of files) put(file, typed);
    const compilerOptions = {
      ...{ module: "nodenext", types: ["node"], target: "es2022", lib: ["es2023"] },
      ...{ strict: true, noEmit: true, skipLibCheck: compiler !== "typescript-7" },
    };
    put("tsconfig.json", JSON.stringify({ compilerOptions, files }));
    const tsc = [process.execPath, `node_modules/${compiler}/bin/tsc`] as const;
    expect(await runProgram(folder, tsc)).toMatchObject({ code: 0, stdout: "" });
  }),
);
