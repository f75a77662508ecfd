import { expect, it } from "vitest";
import { commandNames, commands } from "../../generator/cli/options/commands.js";
import { toFlag } from "../../generator/base/options.js";
import { runCommand } from "../workbench/command.js";

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
