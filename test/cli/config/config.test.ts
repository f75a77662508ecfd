import { describe, expect, it } from "vitest";
import type { Problem } from "../../../generator/problem/problem.js";
import { inProject } from "../project.js";
import { brokenConfigs } from "./broken-configs.js";

const describePlace = ({ place, position }: Problem): string =>
  `${place?.file ?? ""}:${position?.line ?? ""}:${position?.column ?? ""}`;

describe("a config that", () => {
  it.each(brokenConfigs)(
    "$name is refused, and nothing is written",
    async ({ files, call = [], at, want }) => {
      await inProject(async (project) => {
        for (const [path, text] of Object.entries(files)) project.put(path, text);
        const tree = project.tree();
        const { code, stdout, stderr } = await project.call(...call, "--json");
        expect([code, stderr]).toEqual([2, ""]);
        const [problem] = (JSON.parse(stdout) as { problems: [Problem] }).problems;
        expect(problem.code).toBe(want.code);
        expect(`${problem.message} ${problem.hint ?? ""}`).toContain(want.says);
        if (at !== undefined) expect(describePlace(problem)).toContain(at);
        expect(project.tree()).toEqual(tree);
      });
    },
  );

  it("imports a package without modules gets what that exports", async () => {
    await inProject(async (project) => {
      project.put("package.json", '{ "type": "module" }');
      project.put("node_modules/old/index.js", 'module.exports = { folder: "from-old" };\n');
      project.put("node_modules/old/package.json", '{ "main": "index.js" }');
      project.put(
        "mplus-codegen.config.mts",
        'import old from "old";\nexport default { outputs: [{ target: ["types"], out: old.folder }] };\n',
      );
      expect((await project.call("--dry-run")).stdout).toContain("Would write to from-old/");
    });
  });

  it("is refused is shown in its lines", async () => {
    await inProject(async (project) => {
      project.put(
        "mplus-codegen.config.json",
        '{\n  "outputs": [{ "target": ["types"], "minVersion": 48 }]\n}\n',
      );
      const { stderr } = await project.call();
      expect(stderr).toContain("error: mplus-codegen.config.json:2:38 (config-invalid)\n");
      expect(stderr).toContain('outputs[0].minVersion has to be a text: "48".\n');
    });
  });
});
