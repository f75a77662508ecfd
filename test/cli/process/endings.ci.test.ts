import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../../generator/contract/package/package-root.js";
import { main } from "../../workbench/command.js";
import { inProject } from "../../workbench/project.js";
import { runProgram } from "../../workbench/run.js";

/** Runs a shell line in which `$1 $2` is the program. */
const runLine = (line: string) => runProgram(packageRoot, ["sh", "-c", line, "sh", process.execPath, main]);

describe("the program", () => {
  it.skipIf(!existsSync("/dev/full"))("says in a sentence that its output cannot be written", async () => {
    const said = "mplus-codegen: Cannot write the output: the disk is full.\n";
    expect(await runLine('"$1" "$2" --help > /dev/full')).toEqual({ code: 2, stdout: "", stderr: said });
  });

  it("reports no error when the reader of its output stops early", async () => {
    const ended = await runLine('"$1" "$2" diff .. --json | true');
    expect(ended).toEqual({ code: 0, stdout: "", stderr: "" });
  });

  it.each([
    ["ends the process", "process.exit(0)"],
    ["waits for what never comes", "new Promise(() => undefined)"],
  ])("does not pass a target that %s for one that is up to date", async (_, what) => {
    await inProject(async (project) => {
      const own = `{ apiVersion: 1, name: "own", summary: "x", emit: () => ${what} }`;
      project.put("mplus-codegen.config.js", `module.exports = { outputs: [{ target: [${own}] }] };\n`);
      const { code, stderr } = await project.callBuilt("--check");
      expect([code, stderr]).toEqual([
        2,
        "mplus-codegen: The run ended early. A config or a custom target may have stopped it.\n",
      ]);
    });
  });
});
