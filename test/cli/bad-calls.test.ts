import { describe, expect, it } from "vitest";
import type { Problem } from "../../generator/base/problem/problem.js";
import { secret } from "../conformance/signature.js";
import { badCalls } from "./calls/bad-calls.js";
import { brokenConfigs } from "./config/broken-configs.js";
import { inProject } from "./project.js";

const sentence = ({ message, hint }: Problem): string =>
  hint === undefined ? message : `${message} ${hint}`;
const where = ({ place, position }: Problem): string =>
  `${place?.file ?? ""}:${position?.line ?? ""}:${position?.column ?? ""}`;

describe("a wrong call", () => {
  it.each([...badCalls, ...brokenConfigs])("says so and writes nothing: $name", async (call) => {
    const { given, before, environment, at, want } = call;
    await inProject(
      async (project) => {
        before?.(project);
        const tree = project.tree();
        const { code, stdout, stderr } = await project.call(...given, "--json");
        expect([code, stderr]).toEqual([2, ""]);
        const { problems } = JSON.parse(stdout) as { problems: [Problem] };
        const said = problems.map(sentence).join("\n");
        if (want.line.endsWith("…")) expect(said).toContain(want.line.slice(0, -1));
        else expect(said).toBe(want.line);
        expect(problems[0].code).toBe(want.code);
        if (at !== undefined) expect(where(problems[0])).toContain(at);
        expect(stdout).not.toContain(secret);
        expect(project.tree()).toEqual(tree);
      },
      { MPLUS_SECRET: secret, ...environment },
    );
  });

  it("says so in a line of its own, or in the lines of a file", async () => {
    await inProject(async (project) => {
      const plain = { code: 2, stdout: "" };
      const noTarget = /^mplus-codegen: Unknown target "typos"\. Did you mean "types"\? The targets .*\.\n$/;
      expect(await project.call("--target", "typos")).toEqual({
        ...plain,
        stderr: expect.stringMatching(noTarget) as string,
      });
      expect(await project.call("--target", "types", "--check", "--watch")).toEqual({
        ...plain,
        stderr: expect.stringMatching(
          /^mplus-codegen: --watch cannot be combined with --check\. .*\.\n$/,
        ) as string,
      });
      project.put(
        "mplus-codegen.config.json",
        '{\n  "outputs": [{ "target": ["types"], "minVersion": 48 }]\n}\n',
      );
      expect((await project.call()).stderr).toContain(
        'error: mplus-codegen.config.json:2:38 (config-invalid)\n  1 | {\n  2 |   "outputs": [{ "target": ["types"], "minVersion": 48 }]\n    |                                      ^^^^^^^^^^^^\n  3 | }\n  outputs[0].minVersion must be a string. Write "48".\n',
      );
    });
  });
});
