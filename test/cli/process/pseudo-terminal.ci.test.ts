import { describe, expect, it } from "vitest";
import { quoteForShell } from "../../../generator/base/text/quote.js";
import { stripStyles } from "../../../generator/base/text/style.js";
import { main } from "../../workbench/command.js";
import { inProject } from "../../workbench/project.js";
import { runProgram } from "../../workbench/run.js";
import { needs, withReason } from "../../workbench/tools.js";

const missing = needs("script", "stty");

/** Returns stdout and stderr in order, from a terminal of 90 columns. The line may redirect one of them. */
async function callAtTerminal(call: string): Promise<string> {
  return inProject(async ({ folder }) => {
    const line = `stty cols 90; ${quoteForShell(process.execPath)} ${quoteForShell(main)} ${call}`;
    const usual = { TERM: "xterm-256color", CI: "", NO_COLOR: "", FORCE_COLOR: undefined };
    const { stdout } = await runProgram(folder, ["script", "-qec", line, "/dev/null"], usual);
    return stdout.replaceAll("\r\n", "\n");
  });
}

describe.skipIf(missing)(withReason("at a terminal", missing), () => {
  it("there are colours, and lines as wide as it is", async () => {
    const shown = await callAtTerminal("diff");
    expect(shown).toContain("\u001b[36mv48\u001b[39m");
    for (const line of stripStyles(shown).split("\n")) expect(line.length).toBeLessThanOrEqual(90);
  });

  it("a result that goes through a pipe has no colours", async () => {
    expect(await callAtTerminal("diff | cat")).toMatch(/^v11/);
  });

  it("stderr has its colours where stdout goes through a pipe", async () => {
    expect(await callAtTerminal("nonsense | cat")).toMatch(
      /^\u001b\[31mmplus-codegen:\u001b\[39m Unknown command/,
    );
  });
});
