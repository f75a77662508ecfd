import { execFileSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCommand } from "../../workbench/command.js";
import { missingPrograms } from "../running.js";
import { inSmallProject } from "../project.js";

const page = `# Definitions

## Response objects

### scanCode

| Property | Type | Since | Explanation |
| --- | --- | --- | --- |
| colour | String (optional) | v12.1 | The colour. |
`;

/** The root of the git repository, the working folder and the spec folder, relative to the project. */
const cases = [
  ["at the top of a repository", { git: ".", cwd: ".", spec: "spec" }],
  ["in a folder of one", { git: ".", cwd: "shop", spec: "shop/spec" }],
  ["in a folder of one with a name in several words", { git: ".", cwd: "my shop", spec: "my shop/a spec" }],
  ["outside of any", { git: undefined, cwd: "shop", spec: "shop/spec" }],
  ["in the spec itself", { git: ".", cwd: "spec", spec: "spec" }],
] as const;

describe.skipIf(missingPrograms("git").length > 0)("drift --patch", () => {
  it.each(cases)("makes what git apply takes, called %s", (_, { git, cwd, spec }) =>
    inSmallProject(async (project) => {
      if (spec !== "spec")
        cpSync(join(project.folder, "spec"), join(project.folder, spec), { recursive: true });
      project.put("page.md", page);
      if (git !== undefined) execFileSync("git", ["init", "--quiet"], { cwd: join(project.folder, git) });
      const here = join(project.folder, cwd);
      const argv = [
        "drift",
        join(project.folder, "page.md"),
        "--spec",
        join(project.folder, spec),
        "--patch",
      ];
      const made = await runCommand(argv, { cwd: here });
      expect([made.code, made.stdout.slice(0, 11)], made.stderr).toEqual([1, "diff --git "]);
      execFileSync("git", ["apply"], { cwd: here, input: made.stdout });
      const answer = readFileSync(join(project.folder, spec, "responses/scanCode.json"), "utf8");
      expect(answer).toContain('"colour"');
    }),
  );

  it("refuses a spec that git apply would pass over, and says where to call it", () =>
    inSmallProject(async (project) => {
      project.put("shop/page.md", page);
      execFileSync("git", ["init", "--quiet"], { cwd: project.folder });
      const argv = ["drift", "page.md", "--spec", "../spec", "--patch"];
      const { code, stdout, stderr } = await runCommand(argv, { cwd: join(project.folder, "shop") });
      expect([code, stdout]).toEqual([2, ""]);
      expect(stderr).toContain("The spec folder ../spec is outside the working folder");
      expect(stderr).toContain(`Run drift --patch and git apply in ${project.folder}.`);
    }));
});
