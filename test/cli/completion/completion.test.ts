import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync, existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createGrammar } from "../../../generator/cli/completion/grammar.js";
import { formatBash } from "../../../generator/cli/completion/bash.js";
import { formatFish } from "../../../generator/cli/completion/fish.js";
import { formatZsh } from "../../../generator/cli/completion/zsh.js";
import { commandNames, commands } from "../../../generator/cli/options/commands.js";
import { runCommand } from "../../workbench/command.js";
import { readTemplates } from "../../../generator/package/package-files.js";
import { targets } from "../../../generator/targets/all.js";
import { frameworkNames } from "../../../generator/init/frameworks.js";
import { complete, missingShells, type ShellName } from "./shells.js";

/** A line up to the cursor, and what completes its last word. */
const lines: readonly (readonly [line: string, offered: readonly string[]])[] = [
  ["", commandNames],
  ["--respo", ["--responses"]],
  ["--target ", targets.map(({ name }) => name)],
  ["generate --target types,va", ["types,validators"]],
  ["-t koa -t ex", ["express"]],
  ["--out out --ou", []],
  ["--target koa --targ", ["--target"]],
  ["--out=o", ["out"]],
  ["--min-version 59.3.", ["59.3.2", "59.3.4"]],
  ["lint --target", []],
  ["diff 4", ["43.1.1", "46", "48"]],
  ["explain printB", ["printBill"]],
  ["init ", frameworkNames],
  ["init express --events scanCode,printB", ["scanCode,printBill"]],
  ["send scan", ["scanCode"]],
  ["send scanCode --file b", ["body.json"]],
  ["send scanCode --url ", []],
  ["doctor --product h", ["handheld"]],
  ["simulate loy", ["loyalty"]],
  ["simulate loyalty cust", ["customer"]],
  ["simulate rou", ["round.yaml"]],
  ["completion ", ["bash", "zsh", "fish"]],
  ...commandNames.map((name) => {
    const options = commands[name].options.map((option) => `--${option}`);
    return [`${name} --`, [...options, "--color", "--help", "--version"]] as const;
  }),
];

/** Where no word can stand: zsh then offers options. */
const full = ["diff 48 59 ", "send scanCode ", "init express ", "lint "];

/** Words that a shell would run or take apart if they stood in the script as they are. */
const evil = [
  "$(touch ran)",
  "`touch ran`",
  "it's",
  "a;touch ran",
  'say "so"',
  "back\\slash",
  "co:lon",
  "[x]",
  "*",
];

const home = mkdtempSync(join(realpathSync(tmpdir()), "completion-"));
const folder = join(home, "it's a folder");
beforeAll(() => {
  mkdirSync(join(folder, "out"), { recursive: true });
  for (const name of ["other.txt", "body.json", "round.yaml"]) writeFileSync(join(folder, name), "");
});
afterAll(() => rmSync(home, { recursive: true }));

/** The script, as a user has it in a file. */
async function install(shell: ShellName, name: string): Promise<string> {
  const { stdout } = await runCommand(["completion", shell]);
  writeFileSync(join(home, name), stdout);
  return join(home, name);
}

const formats = { bash: formatBash, zsh: formatZsh, fish: formatFish };

const shells = ["bash", "zsh", "fish"] as const;

describe.each(shells)("completion in %s", (shell: ShellName) => {
  const isMissing = missingShells.includes(shell);

  it.skipIf(isMissing)("offers what can stand where the cursor is", async () => {
    const script = await install(shell, shell);
    const typed = lines.map(([line]) => line);
    const offered = complete(shell, script, typed, folder).map((words, index) => [typed[index], words]);
    expect(offered).toEqual(lines.map(([line, want]) => [line, [...want].sort()]));
  });

  it.skipIf(isMissing)("offers no word where none can stand", async () => {
    // As a function of its own in a folder that zsh looks in.
    const script = await install(shell, "_mplus-codegen");
    const offered = complete(shell, script, [...full, "--respo"], folder);
    expect(offered.pop()).toEqual(["--responses"]);
    expect(offered.flat().filter((word) => !word.startsWith("-"))).toEqual([]);
  });

  it.skipIf(isMissing)("runs nothing that a spec has for a name", () => {
    const names = { target: evil, event: evil, scenario: evil };
    const none = { ...names, release: [], releases: [], product: [], framework: [] };
    const template = readTemplates().get(`completion/${shell}.hbs`) ?? "";
    writeFileSync(join(home, `${shell}.evil`), formats[shell](template, createGrammar(none)));
    const offered = complete(shell, join(home, `${shell}.evil`), ["send ", "--target "], folder);
    expect(offered).toEqual([[...evil].sort(), [...evil].sort()]);
    expect(existsSync(join(folder, "ran"))).toBe(false);
  });
});
