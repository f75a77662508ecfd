import { describe, expect, it } from "vitest";
import { inProject, type Project } from "../project.js";

const two = `import { defineConfig, type Output } from "mplus-codegen";
const shared: Partial<Output> = { spec: "spec" };
export default defineConfig({
  outputs: [
    { ...shared, target: ["types"], minVersion: "11", out: "old" },
    { ...shared, target: ["docs"], versions: "10,12", out: "pilot/docs" },
  ],
});
`;

const one = {
  outputs: [{ target: ["types"], minVersion: "11", maxVersion: "12", spec: "spec", out: "out" }],
};

const folders = (project: Project): readonly string[] =>
  [...new Set(Object.keys(project.tree()).map((path) => path.split("/").slice(0, -1).join("/")))].filter(
    (path) => path !== "" && !path.startsWith("spec"),
  );

interface Summary {
  readonly outputs: readonly { readonly out: string; readonly fleet: { readonly label: string } }[];
}

/** Which fleet each folder is for, as a call says. */
async function listFleets(project: Project, ...call: readonly string[]): Promise<Record<string, string>> {
  const { stdout } = await project.call(...call, "--dry-run", "--json");
  const { outputs } = JSON.parse(stdout) as Summary;
  return Object.fromEntries(outputs.map(({ out, fleet }) => [out, fleet.label]));
}

describe("a config", () => {
  it("has an output for each fleet, and a call brings all of them up to date", async () => {
    await inProject(async (project) => {
      project.putSpec();
      project.put("mplus-codegen.config.ts", two);
      expect((await project.call()).code).toBe(0);
      expect(folders(project)).toEqual(expect.arrayContaining(["old/types", "pilot/docs/docs"]));
      expect((await project.call("--check")).code).toBe(0);

      project.putSpec({ "requests/bill.json#/description": "Changed." });
      const { code, stdout } = await project.call("--check");
      expect([code, stdout.match(/is not up to date/g)?.length]).toEqual([1, 2]);
    });
  });

  it("is changed in nothing where one of its folders cannot be written", async () => {
    await inProject(async (project) => {
      project.putSpec();
      project.put("mplus-codegen.config.ts", two);
      project.put("pilot/docs/mine.txt", "");
      const tree = project.tree();
      expect((await project.call()).stderr).toContain(
        "pilot/docs holds files that mplus-codegen did not write",
      );
      expect(project.tree()).toEqual(tree);
    });
  });

  it.each([
    ["mplus-codegen.config.json", JSON.stringify(one)],
    ["package.json", JSON.stringify({ type: "module", "mplus-codegen": one })],
    ["mplus-codegen.config.js", `import one from "./one.mjs";\nexport default one;\n`],
    ["mplus-codegen.config.cjs", `module.exports = ${JSON.stringify(one)};\n`],
    ["mplus-codegen.config.mts", `const one: object = ${JSON.stringify(one)};\nexport default one;\n`],
  ])("can be %s, and options of the call win", async (name, text) => {
    await inProject(async (project) => {
      project.putSpec();
      project.put("package.json", `{ "type": "module" }`);
      project.put("one.mjs", `export default ${JSON.stringify(one)};\n`);
      project.put(name, text);
      expect(await listFleets(project)).toEqual({ out: "11..12" });
      expect(await listFleets(project, "--min-version", "12")).toEqual({ out: "12..12" });
      expect(await listFleets(project, "--versions", "10,12")).toEqual({ out: "10 and 12" });
      expect(await listFleets(project, "--out", "elsewhere")).toEqual({ elsewhere: "11..12" });
    });
  });

  it("lies anywhere, with its paths relative to it, where --config names it", async () => {
    await inProject(async (project) => {
      project.put("shop/one.json", JSON.stringify(one));
      project.putSpec();
      await project.call("--config", "shop/one.json");
      expect(folders(project)).toEqual(["shop"]);
    });
  });

  it("of several outputs is generated in part where --out names one", async () => {
    await inProject(async (project) => {
      project.putSpec();
      project.put("mplus-codegen.config.ts", two);
      expect(await listFleets(project, "--out", "./old/")).toEqual({ old: "11.." });
      expect(await listFleets(project, "--max-version", "12")).toEqual({
        old: "11..12",
        "pilot/docs": "..12",
      });
    });
  });

  it("in JSON is remembered by a run that leaves nothing to do, until it differs", async () => {
    await inProject(async (project) => {
      project.put("node_modules/.keep", "");
      project.putSpec();
      project.put("mplus-codegen.config.json", JSON.stringify(one));
      await project.call();
      project.forgeNotes("recalled\n");
      expect((await project.call()).stdout).toBe("recalled\n");
      project.put("mplus-codegen.config.json", JSON.stringify(one).replace('"11"', '"10"'));
      expect((await project.call()).stdout).toContain("Fleet 10..12");
    });
  });

  it("that is added counts, though the same call left nothing to do before", async () => {
    await inProject(async (project) => {
      project.put("node_modules/.keep", "");
      project.putSpec();
      const call = ["--target", "types", "--spec", "spec"] as const;
      await project.call(...call);
      project.put("mplus-codegen.config.json", JSON.stringify(one));
      expect((await project.call(...call)).stdout).toContain("Fleet 11..12");
    });
  });
});
