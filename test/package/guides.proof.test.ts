import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { packageRoot } from "../../generator/contract/package/package-root.js";
import { missingPrograms, runProgram, withServer } from "../cli/running.js";
import { findFreePort } from "../workbench/servers/free-port.js";
import { isNothingSkipped } from "../workbench/tools.js";
import { comparable, findShown, inProject, listFiles, readBlocks, textsIn } from "./guide.js";

const missing = process.env["CI"] === undefined ? missingPrograms("bash", "jq") : [];

describe.skipIf(missing.length > 0)("the calls of a guide print what is shown, and its code compiles", () => {
  it("docs/config.md, whose code uses the config's own target", async () => {
    const blocks = readBlocks("docs/config.md");
    await inProject(listFiles(blocks), async (home) => {
      for (const script of ["node_modules/.bin/tsc -p .", ...textsIn(blocks, "bash")]) {
        const { code, stdout, stderr } = await runProgram(home, ["bash", "-ec", script]);
        expect(code, `${script}${stdout}${stderr}`).toBe(0);
        const shown = findShown(blocks, script);
        if (shown !== undefined) expect(stdout.endsWith(shown), stdout).toBe(true);
      }
    });
  });

  it("docs/scenarios.md, whose scenarios play and whose tests pass", async () => {
    const blocks = readBlocks("docs/scenarios.md");
    const port = await findFreePort();
    const move = (text: string): string => text.replaceAll("3000", `${port}`);
    const files = listFiles(blocks).map(([path, text]) => [path, move(text)] as const);
    const [setUp = "", ...scripts] = textsIn(blocks, "bash");
    const env = { MPLUS_SECRET: /MPLUS_SECRET="([^"]+)"/.exec(setUp)?.[1] ?? "" };
    const tests = files.map(([path]) => path).filter((path) => path.endsWith(".test.ts"));
    await inProject(files, async (home) => {
      const run = async (script: string): Promise<string> => {
        const { stdout } = await runProgram(home, ["bash", "-c", move(script)], env);
        return stdout.replaceAll(`${port}`, "3000");
      };
      const command = [process.execPath, "--import", "tsx", "server.ts"] as const;
      await withServer({ cwd: home, command, port, env }, async () => {
        expect(await run("node_modules/.bin/tsc -p .")).toBe("");
        for (const script of scripts) {
          const printed = comparable(await run(script));
          expect(printed).toBe(comparable(findShown(blocks, script) ?? printed));
        }
        expect(readFileSync(join(home, "report.xml"), "utf8")).toContain("<testsuite");
        const report = await run(`node --import tsx --test ${tests.join(" ")}`);
        // Node releases format this line differently.
        expect(report).toMatch(/^(?:#|ℹ) fail 0$/m);
        expect(report).toMatch(/^(?:#|ℹ) pass [1-9]/m);
      });
    });
  });
});

const blocks = readBlocks("docs/command.md");

/** Runs commands as a user who has the program installed and a fresh home folder. */
const inHome = (
  use: (run: (shell: string, ...words: readonly string[]) => Promise<string>) => Promise<void>,
) =>
  inProject([], (home) => {
    const bin = join(packageRoot, "node_modules/.bin");
    const env = { HOME: home, PATH: `${bin}:${process.env["PATH"] ?? ""}`, TERM: "dumb" };
    return use(async (shell, ...words) => {
      const { code, stdout, stderr } = await runProgram(home, [shell, ...words], env);
      expect(code, `${words.join(" ")}\n${stderr}`).toBe(0);
      return stdout;
    });
  });

/** Prints the completions that a new shell offers. */
const asked = {
  bash: {
    words: ["-ic", "complete -p mplus-codegen"],
    want: "complete -o bashdefault -o default -F _mplus-codegen_yargs_completions mplus-codegen\n",
  },
  zsh: { words: ["-ic", "print -r -- $_comps[mplus-codegen]"], want: "_mplus-codegen_yargs_completions\n" },
} as const;

describe.each(["bash", "zsh"] as const)("docs/command.md", (shell) => {
  it.skipIf(!isNothingSkipped && missingPrograms(shell).length > 0)(
    `puts completion where ${shell} finds it`,
    () =>
      inHome(async (run) => {
        const install = textsIn(blocks, shell).find((text) =>
          text.includes(`SHELL=${shell} mplus-codegen completion`),
        );
        await run(shell, "-c", install ?? "exit 1");
        expect(await run(shell, ...asked[shell].words)).toBe(asked[shell].want);
      }),
  );
});
