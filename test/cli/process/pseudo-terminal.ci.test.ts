import { describe, expect, it } from "vitest";
import { quoteForShell } from "../../../generator/base/text/quote.js";
import { stripStyles } from "../../../generator/base/text/style.js";
import { main } from "../../workbench/command.js";
import { inProject } from "../project.js";
import { missingPrograms, runProgram } from "../running.js";

const missing = missingPrograms("script", "stty");
if (missing.length > 0 && (process.env["CI"] ?? process.env["MPLUS_NOTHING_SKIPPED"]))
  throw new Error(`This machine lacks ${missing.join(" and ")}.`);

/** Returns stdout and stderr in order, from a terminal of 90 columns. The line may redirect one of them. */
async function callAtTerminal(call: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  return inProject(async ({ folder }) => {
    const line = `stty cols 90; ${quoteForShell(process.execPath)} ${quoteForShell(main)} ${call}`;
    const usual = { TERM: "xterm-256color", CI: "", NO_COLOR: "", FORCE_COLOR: undefined };
    const { stdout } = await runProgram(folder, ["script", "-qec", line, "/dev/null"], {
      ...usual,
      ...environment,
    });
    return stdout.replaceAll("\r\n", "\n");
  });
}

describe.skipIf(missing.length > 0)("at a terminal", () => {
  it("there are colours, and lines as wide as it is", async () => {
    const shown = await callAtTerminal("diff");
    expect(shown).toContain("\u001b[36mv48\u001b[39m");
    for (const line of stripStyles(shown).split("\n")) expect(line.length).toBeLessThanOrEqual(90);
  });

  it.each([
    { name: "NO_COLOR is set", call: "diff", environment: { NO_COLOR: "1" } },
    { name: "it has none", call: "diff", environment: { TERM: "dumb" } },
    { name: "the result goes through a pipe", call: "diff | cat", environment: {} },
  ])("there are none where $name", async ({ call, environment }) => {
    expect(await callAtTerminal(call, environment)).toMatch(/^v11/);
  });

  it("stderr has its colours where stdout goes through a pipe", async () => {
    expect(await callAtTerminal("nonsense | cat")).toMatch(
      /^\u001b\[31mmplus-codegen:\u001b\[39m Unknown command/,
    );
  });
});
