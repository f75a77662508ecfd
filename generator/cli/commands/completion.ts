import { frameworkNames } from "../../init/choices.js";
import { buildModel } from "../../model/build.js";
import { loadSpec } from "../../package/load-spec.js";
import { report } from "../../problem/catalogue.js";
import { targets } from "../../targets/all.js";
import { formatRelease } from "../../time/release.js";
import { commandNames, findTaking, getCommand, listOptions, listPlainWords } from "../options/commands.js";
import { toFlag, type Naming } from "../../options.js";
import { formatCompletionScript } from "../options/parse.js";
import { problemEnding, successEnding, type Ending } from "../report/ending.js";
import { listBuiltIn } from "../scenario-files.js";
import type { Surroundings } from "../terminal.js";

/** `completion`: prints yargs' script for the user's shell, which then asks for the words of each call. */
export const completion = ({ environment }: Pick<Surroundings, "environment">): Ending =>
  (environment["SHELL"] ?? "").endsWith("fish")
    ? problemEnding(
        [
          report("usage", {
            message: "There is a script for bash and one for zsh, and none for fish.",
            hint: "For one of those: SHELL=bash mplus-codegen completion.",
          }),
        ],
        false,
      )
    : successEnding(formatCompletionScript());

/** What that script asks: the words that the last one of a call may become. Where it is told none, the shell offers paths. */
export function complete(words: readonly string[]): Ending {
  // An option and its value may come as one word, `--target=types`, or, from bash, as three, of which the last may be empty.
  const [, option, value = ""] = /^(--[^=]+)=(.*)$/s.exec(words.at(-1) ?? "") ?? [];
  const split = option === undefined ? words : [...words.slice(0, -1), option, value];
  const parts = [...split, ...(split.at(-1) === "=" ? [""] : [])].filter((word) => word !== "=");
  const [before, current] = [parts.slice(0, -1), parts.at(-1) ?? ""];
  return successEnding(
    listOffers(before, current)
      .filter((word) => word.startsWith(current))
      .map((word) => `${option === undefined ? "" : `${option}=`}${word}\n`)
      .join(""),
  );
}

function listOffers(before: readonly string[], current: string): readonly string[] {
  const option = findTaking(before.at(-1) ?? "");
  if (option) return listValues(option, current);
  const [name, ...positionals] = listPlainWords(before);
  const command = commandNames.find((each) => each === name);
  if (current.startsWith("-")) return listOptions(command ?? "generate").map((each) => `--${toFlag(each)}`);
  if (command === undefined) return name === undefined ? commandNames : [];
  const rows = Object.values(getCommand(command).positionals);
  const row = rows[positionals.length] ?? rows.filter(({ type }) => type === "texts").at(-1);
  return row ? listValues(row, current) : [];
}

/** The values that an option or a word of a command may have. In a list, what stands before the last comma stays. */
function listValues(
  { choices, names, type }: { choices?: readonly string[]; names?: Naming; type?: string },
  current: string,
): readonly string[] {
  const isList = type === "list" || names === "releases";
  const kept = isList ? current.slice(0, current.lastIndexOf(",") + 1) : "";
  const values = choices ?? (names === undefined ? [] : listNames(names));
  return values.map((value) => kept + value);
}

/** All that a value of this kind can name, in the built-in spec. */
function listNames(kind: Naming): readonly string[] {
  if (kind === "file" || kind === "folder") return [];
  if (kind === "target") return targets.map(({ name }) => name);
  if (kind === "framework") return frameworkNames;
  if (kind === "scenario") return listBuiltIn();
  const spec = loadSpec();
  if (!spec.ok) return [];
  const { events, products, releases } = buildModel(spec.value);
  if (kind === "event") return events.map(({ name }) => name);
  if (kind === "product") return products.map(({ id }) => id);
  return releases.map(({ release }) => formatRelease(release));
}
