import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { inSmallProject, type Project } from "../../workbench/project.js";

const two = `import { defineConfig, type Output } from "mplus-codegen";
const shared: Partial<Output> = { spec: "spec" };
export default defineConfig({
  outputs: [
    { ...shared, target: ["types"], minVersion: "11", out: "old" },
    { ...shared, target: ["docs"], versions: "10,12", out: "pilot/docs" },
  ],
});
`;

const one = JSON.stringify({
  outputs: [{ target: ["types"], minVersion: "11", maxVersion: "12", spec: "spec", out: "out" }],
});

async function listFleets(project: Project, ...call: readonly string[]): Promise<Record<string, string>> {
  const { stdout } = await project.call(...call, "--check", "--json");
  const { outputs } = JSON.parse(stdout) as { outputs: { out: string; fleet: { label: string } }[] };
  return Object.fromEntries(outputs.map(({ out, fleet }) => [out, fleet.label]));
}

const inTwo = (use: (project: Project) => Promise<void>) =>
  inSmallProject((project) => {
    project.put("mplus-codegen.config.ts", two);
    return use(project);
  });

describe("a config", () => {
  it("has an output for each fleet, and a call brings all of them up to date", async () => {
    await inTwo(async (project) => {
      expect((await project.call()).code).toBe(0);
      expect(project.tree()).toHaveProperty(["old/types/index.ts"]);
      expect(project.tree()).toHaveProperty(["pilot/docs/docs/README.md"]);
      expect((await project.call("--check")).code).toBe(0);
      project.putSpec({ "requests/bill.json#/description": "Changed." });
      const { code, stdout, stderr } = await project.call("--check", "--min-version", "70");
      expect([code, stdout.match(/is not up to date/g)?.length]).toEqual([1, 2]);
      expect(stderr.match(/v70 is newer than/g)).toHaveLength(1);
    });
  });

  it("is changed in nothing where one of its folders cannot be written", async () => {
    await inTwo(async (project) => {
      project.put("pilot/docs/mine.txt", "");
      const tree = project.tree();
      const { stderr } = await project.call();
      expect(stderr).toContain("pilot/docs contains files that mplus-codegen did not write");
      expect(project.tree()).toEqual(tree);
    });
  });

  it.each([
    ["mplus-codegen.config.json", one],
    ["package.json", `{ "type": "module", "mplus-codegen": ${one} }`],
    ["mplus-codegen.config.js", `import one from "./one.mjs";\nexport default one;\n`],
    ["mplus-codegen.config.cjs", `module.exports = ${one};\n`],
    ["mplus-codegen.config.mts", `const one: object = ${one};\nexport default one;\n`],
    ["mplus-codegen.config.mts", `import old from "old";\nexport default old;\n`],
  ])("can be %s, and options of the call win", async (name, text) => {
    await inSmallProject(async (project) => {
      project.put("package.json", `{ "type": "module" }`);
      project.put("one.mjs", `export default ${one};\n`);
      // A package without modules.
      project.put("node_modules/old/index.js", `module.exports = ${one};\n`);
      project.put("node_modules/old/package.json", '{ "main": "index.js" }');
      project.put(name, text);
      expect(await listFleets(project)).toEqual({ out: "11..12" });
      expect(await listFleets(project, "--min-version", "12")).toEqual({ out: "12..12" });
      expect(await listFleets(project, "--versions", "10,12")).toEqual({ out: "10 and 12" });
      expect(await listFleets(project, "--out", "elsewhere")).toEqual({ elsewhere: "11..12" });
    });
  });

  it("lies anywhere, with its paths relative to it, where --config names it", async () => {
    await inSmallProject(async (project) => {
      project.put("shop/one.json", one);
      renameSync(join(project.folder, "spec"), join(project.folder, "shop/spec"));
      expect(await project.call("--config", "shop/one.json")).toMatchObject({ code: 0 });
      expect(project.tree()).toHaveProperty(["shop/out/types/index.ts"]);
    });
  });

  it("of several outputs is generated in part where --out names one", async () => {
    await inTwo(async (project) => {
      expect(await listFleets(project, "--out", "./old/")).toEqual({ old: "11.." });
      const both = { old: "11..12", "pilot/docs": "..12" };
      expect(await listFleets(project, "--max-version", "12")).toEqual(both);
    });
  });
});
