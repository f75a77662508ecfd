import { describe, expect, it } from "vitest";
import { badCalls } from "./calls/bad-calls.js";
import { inProject } from "./project.js";

describe("a wrong call", () => {
  it.each(badCalls)("with $name says so in one line and writes nothing", async ({ given, before, want }) => {
    await inProject(async (project) => {
      before?.(project);
      const tree = project.tree();
      expect(await project.call(...given)).toEqual({
        code: 2,
        stdout: "",
        stderr: `mplus-codegen: ${want.line}\n`,
      });
      expect(project.tree()).toEqual(tree);
    });
  });

  it("says so in JSON where that was asked for", async () => {
    await inProject(async (project) => {
      const { code, stdout, stderr } = await project.call("--target", "typos", "--json");
      expect([code, stderr]).toEqual([2, ""]);
      expect(JSON.parse(stdout)).toMatchObject({
        problems: [{ code: "unknown-target", severity: "error", message: 'There is no target "typos".' }],
      });
    });
  });
});
