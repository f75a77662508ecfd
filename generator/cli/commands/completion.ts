import { frameworkNames } from "../../init/choices.js";
import { buildModel } from "../../contract/model/build.js";
import { toFlag, type Naming, type Option } from "../../base/options.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { targets } from "../../targets/all.js";
import { formatRelease } from "../../base/time/release.js";
import { commandNames, getCommand, listOptions } from "../options/commands.js";
import { findTaking } from "../options/options.js";
import { formatCompletionScript, readWords } from "../options/parse.js";
import { need, refuseCall } from "../call-error.js";
import { successEnding, type Ending } from "../command-result.js";
import { listBuiltIn } from "../inputs/scenarios.js";
import type { Surroundings } from "../terminal/terminal.js";

/** `completion`: prints yargs' script for the user's shell, which then asks for the words of each call. */
export const completion = (_args: object, { environment }: Surroundings): Ending =>
  environment["SHELL"]?.endsWith("fish")
    ? refuseCall(
        "There is a script for bash and one for zsh, and none for fish.",
        "For one of those: SHELL=bash mplus-codegen completion.",
      )
    : successEnding(formatCompletionScript());

/** What that script asks: the words that the last one of a call may become. Where it is told none, the shell offers paths. */
export function complete(words: readonly string[]): Ending {
  // An option and its value may come as one word, `--target=types`, or, from bash, as three, of which the last may be empty.
  const [, start = "", value = words.at(-1) ?? ""] = /^(--[^=]+=)(.*)$/s.exec(words.at(-1) ?? "") ?? [];
  const before = [...words.slice(0, -1), start.slice(0, -1)].filter((word) => word !== "" && word !== "=");
  const current = value === "=" ? "" : value;
  return successEnding(
    listOffers(before, current)
      .filter((word) => word.startsWith(current))
      .map((word) => `${start}${word}\n`)
      .join(""),
  );
}

function listOffers(before: readonly string[], current: string): readonly string[] {
  const option = findTaking(before.at(-1));
  if (option) return listValues(option, current);
  const [name, ...others] = readWords(before).words;
  const command = commandNames.find((each) => each === name);
  if (current.startsWith("-")) return listOptions(command ?? "generate").map((each) => `--${toFlag(each)}`);
  if (command === undefined) return name === undefined ? commandNames : [];
  const rows = Object.values(getCommand(command).positionals);
  const row = rows[others.length] ?? rows.find(({ type }) => type === "texts");
  return row ? listValues(row, current) : [];
}

/** The values that an option or a word of a command may have. In a list, what stands before the last comma stays. */
function listValues({ choices, names, type }: Option, current: string): readonly string[] {
  const isList = type === "list" || names === "releases";
  const kept = isList ? current.slice(0, current.lastIndexOf(",") + 1) : "";
  return (choices ?? (names ? named[names]() : [])).map((value) => kept + value);
}

const model = () => buildModel(need(loadSpec()).value);
const listReleases = () => need(loadSpec()).value.releases.map(({ release }) => formatRelease(release));

/** All that a value of a kind can name, in the built-in spec. */
const named: Readonly<Record<Naming, () => readonly string[]>> = {
  target: () => targets.map(({ name }) => name),
  framework: () => frameworkNames,
  scenario: listBuiltIn,
  event: () => model().events.map(({ name }) => name),
  product: () => model().products.map(({ id }) => id),
  release: listReleases,
  releases: listReleases,
};
