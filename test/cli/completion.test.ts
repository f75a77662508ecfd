import { expect, it } from "vitest";
import { commandNames, commands } from "../../generator/cli/options/commands.js";
import { toFlag } from "../../generator/base/options.js";
import { main, runCommand } from "../workbench/command.js";
import { runProgram } from "../workbench/run.js";
import { needs, withReason } from "../workbench/tools.js";

const lines: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ["", commandNames],
  ["si", ["simulate"]],
  ["--respo", ["--responses"]],
  // As one word, and as the three words that bash makes of it.
  ["--responses=g", ["--responses=gated"]],
  ["--responses = g", ["gated"]],
  ["--responses =", ["safe", "gated"]],
  ["--responses ", ["safe", "gated"]],
  ["--out o", []],
  ["lint --target", []],
  ["diff 48 59 ", []],
  ["inbox ", ["list", "show", "retry", "drop"]],
  ...commandNames.map((name) => {
    const options = commands[name].options.map((option) => `--${toFlag(option)}`);
    return [`${name} --`, [...options, "--help", "--version"]] as const;
  }),
];

it.each(lines)("completes %j", async (line, offered) => {
  const words = ["mplus-codegen", ...line.split(" ")];
  const { code, stdout } = await runCommand(["--get-yargs-completions", ...words]);
  expect([code, stdout.split("\n").sort()]).toEqual([0, ["", ...offered].sort()]);
});

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
