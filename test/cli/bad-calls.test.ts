import { describe, expect, it } from "vitest";
import type { Problem } from "../../generator/base/problem/problem.js";
import { secret } from "../conformance/signature.js";
import { readCases } from "../workbench/cases.js";
import { inProject } from "../workbench/project.js";
import type { Ended } from "../workbench/run.js";
import { toCalls, type CallsOfCode } from "./calls/rows.js";
import { brokenConfigs } from "./config/broken-configs.js";

const badCalls = (readCases("calls/calls.yaml", import.meta) as readonly CallsOfCode[]).flatMap(toCalls);

const toSentence = ({ message, hint }: Problem): string =>
  hint === undefined ? message : `${message} ${hint}`;
const toPlace = ({ place, position }: Problem): string =>
  `${place?.file ?? ""}:${position?.line ?? ""}:${position?.column ?? ""}`;

function readProblems({ code, stdout, stderr }: Ended): readonly Problem[] {
  expect([code, stderr]).toEqual([2, ""]);
  return (JSON.parse(stdout) as { problems: readonly Problem[] }).problems;
}

/** For commands without --json. */
function readLine({ code, stdout, stderr }: Ended): string {
  expect([code, stdout]).toEqual([2, ""]);
  return /^mplus-codegen: (.*)\n$/.exec(stderr)?.[1] ?? "";
}

describe("a wrong call says what is wrong and writes nothing:", () => {
  it.each([...badCalls, ...brokenConfigs])(
    "$name",
    async ({ words, before, environment, message, ...want }) => {
      await inProject(
        async (project) => {
          before(project);
          const tree = project.tree();
          const hasJson = words[0] !== "till" && words[0] !== "listen";
          const ended = await project.call(...words, ...(hasJson ? ["--json"] : []));
          const problems = hasJson ? readProblems(ended) : [];
          const said = hasJson ? problems.map(toSentence).join("\n") : readLine(ended);
          if (message.endsWith("…")) expect(said).toContain(message.slice(0, -1));
          else expect(said).toBe(message);
          const [first] = problems;
          if (first)
            expect([first.code, toPlace(first)]).toEqual([want.code, expect.stringContaining(want.at ?? "")]);
          expect(ended.stdout + ended.stderr).not.toContain(secret);
          expect(project.tree()).toEqual(tree);
        },
        { MPLUS_SECRET: secret, ...environment },
      );
    },
  );
});

it("people get a sentence about a wrong call, and the line of a wrong config", async () => {
  await inProject(async (project) => {
    const calls = {
      "--check": "--watch cannot be combined with --check. Remove one of them.",
      "--quiet": "There is nothing to watch. Use --watch with a config, --spec or --additions.",
    };
    for (const [option, sentence] of Object.entries(calls))
      expect(await project.call("--target", "types", "--watch", option)).toEqual({
        code: 2,
        stdout: "",
        stderr: `mplus-codegen: ${sentence}\n`,
      });
    const config = '{\n  "outputs": [{ "target": ["types"], "minVersion": 48 }]\n}\n';
    project.put("mplus-codegen.config.json", config);
    expect((await project.call()).stderr).toContain(
      'error: mplus-codegen.config.json:2:38 (config-invalid)\n  1 | {\n  2 |   "outputs": [{ "target": ["types"], "minVersion": 48 }]\n    |                                      ^^^^^^^^^^^^\n  3 | }\n  outputs[0].minVersion must be a string. Write "48".\n',
    );
  });
});
