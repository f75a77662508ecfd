import { describe, expect, it } from "vitest";
import { commandNames, commands } from "../../generator/cli/options/commands.js";
import { toFlag } from "../../generator/base/options.js";
import { targets } from "../../generator/targets/all.js";
import { frameworkNames } from "../../generator/init/choices.js";
import { main, runCommand } from "../workbench/command.js";
import { missingPrograms, runProgram } from "./running.js";
import { isNothingSkipped } from "../workbench/tools.js";

const lines: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ["", commandNames],
  ["si", ["simulate"]],
  ["--respo", ["--responses"]],
  ["--target ", targets.map(({ name }) => name)],
  ["generate --target types,va", ["types,validators"]],
  ["-t koa -t ex", ["express"]],
  // As one word, and as the three words that bash makes of it.
  ["--target=ex", ["--target=express"]],
  ["--responses = g", ["gated"]],
  ["--responses =", ["safe", "gated"]],
  ["--responses ", ["safe", "gated"]],
  ["--min-version 59.3.", ["59.3.2", "59.3.4"]],
  ["--versions 48,59.3.", ["48,59.3.2", "48,59.3.4"]],
  ["--out o", []],
  ["lint --target", []],
  ["diff 4", ["43.1.1", "46", "48"]],
  ["diff 48 59 ", []],
  ["explain printB", ["printBill"]],
  ["init ", frameworkNames],
  ["init express --events scanCode,printB", ["scanCode,printBill"]],
  ["send scan", ["scanCode"]],
  ["send scanCode ", []],
  ["doctor --product h", ["handheld"]],
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

/** Loads the script in a shell, completes `mplus-codegen -t koa -t ex` and prints the completions. */
const askers = {
  bash: 'COMP_WORDS=(mplus-codegen -t koa -t ex) COMP_CWORD=4; _mplus-codegen_yargs_completions; echo "${COMPREPLY[@]}"',
  zsh: "words=(mplus-codegen -t koa -t ex) CURRENT=5; _mplus-codegen_yargs_completions",
};

/** Functions that zsh only has during completion. */
const stubs = { bash: "", zsh: "compdef() {}; _describe() { print -- $reply };" };

describe.each(["bash", "zsh"] as const)("the script for %s", (shell) => {
  const isMissing = !isNothingSkipped && missingPrograms(shell).length > 0;

  it.skipIf(isMissing)("offers what the program says", async () => {
    const program = `mplus-codegen() { "${process.execPath}" "${main}" "$@"; }`;
    const load = `eval "$(SHELL=${shell} mplus-codegen completion)"`;
    const script = [program, stubs[shell], load, askers[shell]].join("\n");
    expect(await runProgram(process.cwd(), [shell, "-c", script])).toEqual({
      code: 0,
      stdout: "express\n",
      stderr: "",
    });
  });
});
