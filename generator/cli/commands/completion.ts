import { frameworkNames } from "../../init/choices.js";
import { buildModel } from "../../contract/model/build.js";
import { toFlag, type NamedSubject, type Option } from "../../base/options.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { targets } from "../../targets/all.js";
import { formatRelease } from "../../base/time/release.js";
import { commandNames, getCommand, listOptions } from "../options/commands.js";
import { findValueOption } from "../options/options.js";
import { formatCompletionScript, splitArguments } from "../options/parse.js";
import { requireSuccess, throwUsageProblem } from "../call-error.js";
import { renderText, type RenderedResult } from "../command-result.js";
import { listBuiltInScenarios } from "../inputs/scenarios.js";
import type { CommandContext } from "../terminal/terminal.js";

/** `completion`: prints yargs' script for the user's shell, which then asks for the words of each call. */
export const completion = (_args: object, { environment }: CommandContext): RenderedResult =>
  environment["SHELL"]?.endsWith("fish")
    ? throwUsageProblem(
        "There is a script for bash and one for zsh, and none for fish.",
        "For one of those: SHELL=bash mplus-codegen completion.",
      )
    : renderText(formatCompletionScript());

/** What that script asks: the words that the last one of a call may become. If there are none, the shell offers paths. */
export function complete(words: readonly string[]): RenderedResult {
  // An option and its value may come as one word, `--target=types`, or, from bash, as three, of which the last may be empty.
  const [, start = "", value = words.at(-1) ?? ""] = /^(--[^=]+=)(.*)$/s.exec(words.at(-1) ?? "") ?? [];
  const before = [...words.slice(0, -1), start.slice(0, -1)].filter((word) => word !== "" && word !== "=");
  const current = value === "=" ? "" : value;
  return renderText(
    listCompletions(before, current)
      .filter((word) => word.startsWith(current))
      .map((word) => `${start}${word}\n`)
      .join(""),
  );
}

function listCompletions(before: readonly string[], current: string): readonly string[] {
  const option = findValueOption(before.at(-1));
  if (option) return listOptionValues(option, current);
  const [name, ...others] = splitArguments(before).words;
  const command = commandNames.find((each) => each === name);
  if (current.startsWith("-")) return listOptions(command ?? "generate").map((each) => `--${toFlag(each)}`);
  if (command === undefined) return name === undefined ? commandNames : [];
  const rows = Object.values(getCommand(command).positionals);
  const row = rows[others.length] ?? rows.find(({ type }) => type === "texts");
  return row ? listOptionValues(row, current) : [];
}

/** The values that an option or a word of a command may have. In a list, what stands before the last comma stays. */
function listOptionValues({ choices, names, type }: Option, current: string): readonly string[] {
  const isList = type === "list" || names === "releases";
  const kept = isList ? current.slice(0, current.lastIndexOf(",") + 1) : "";
  return (choices ?? (names ? namesByKind[names]() : [])).map((value) => kept + value);
}

const model = () => buildModel(requireSuccess(loadSpec()).value);
const listReleaseNames = () =>
  requireSuccess(loadSpec()).value.releases.map(({ release }) => formatRelease(release));

/** All that a value of a kind can name, in the built-in spec. */
const namesByKind: Readonly<Record<NamedSubject, () => readonly string[]>> = {
  target: () => targets.map(({ name }) => name),
  framework: () => frameworkNames,
  scenario: listBuiltInScenarios,
  event: () => model().events.map(({ name }) => name),
  product: () => model().products.map(({ id }) => id),
  release: listReleaseNames,
  releases: listReleaseNames,
};
