import { expect, it } from "vitest";
import { main } from "../workbench/command.js";
import { runProgram } from "../workbench/run.js";
import { needs, withReason } from "../workbench/tools.js";

/** Loads the script in a shell, completes `mplus-codegen -t koa --responses g` and prints the completions. */
const askers = {
  bash: 'COMP_WORDS=(mplus-codegen -t koa --responses g) COMP_CWORD=4; _mplus-codegen_yargs_completions; echo "${COMPREPLY[@]}"',
  zsh: "words=(mplus-codegen -t koa --responses g) CURRENT=5; _mplus-codegen_yargs_completions",
};

/** Functions that zsh only has during completion. */
const stubs = { bash: "", zsh: "compdef() {}; _describe() { print -- $reply };" };

for (const shell of ["bash", "zsh"] as const) {
  const title = `the completion script for ${shell} offers the completions of the program`;
  it.skipIf(needs(shell))(withReason(title, needs(shell)), async () => {
    const program = `mplus-codegen() { "${process.execPath}" "${main}" "$@"; }`;
    const load = `eval "$(SHELL=${shell} mplus-codegen completion)"`;
    const script = [program, stubs[shell], load, askers[shell]].join("\n");
    expect(await runProgram(process.cwd(), [shell, "-c", script])).toEqual({
      code: 0,
      stdout: "gated\n",
      stderr: "",
    });
  });
}
