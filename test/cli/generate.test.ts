import { expect, it } from "vitest";
import { inSmallProject } from "../workbench/project.js";
import { readCases } from "../workbench/cases.js";
import { toCalls, type CallsOfCode } from "./calls/rows.js";

const warnedCalls = (readCases("calls/warned-calls.yaml", import.meta) as readonly CallsOfCode[]).flatMap(
  toCalls,
);

it.each(warnedCalls.map((call) => [call.name, call] as const))(
  "generate works, with a warning, for %s",
  (_, { words, before, message }) =>
    inSmallProject(async (project) => {
      before(project);
      expect(await project.call(...words)).toEqual({
        code: 0,
        stdout: expect.stringContaining("\nWrote to generated/: 3 new.\n") as string,
        stderr: `mplus-codegen: ${message}\n`,
      });
    }),
);
