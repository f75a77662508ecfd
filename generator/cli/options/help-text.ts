import type { Memo } from "../../memo.js";
import { listWords } from "../../text/words.js";
import { paint } from "../../text/style.js";
import { formatParagraph, formatTable, type Cell, type Room } from "../report/tables.js";
import type { CommandName } from "./commands.js";
import { commandNames, findCommand, getCommand, listOptions, sharedOptions } from "./commands.js";
import { toFlag, type Option } from "../../options.js";
import { getOption, type OptionName } from "./options.js";

/** What a call prints that asks for help or for the version; undefined where it asks for neither. */
export async function findAskedText(argv: readonly string[], memo: Memo): Promise<string | undefined> {
  const end = argv.indexOf("--");
  const words = end < 0 ? argv : argv.slice(0, end);
  // The spec is only read where the version is asked for.
  if (words.includes("--version")) {
    const { describeToolVersion, toolVersionToJson } = await import("../tool-version.js");
    return asksForJson(argv) ? toolVersionToJson(memo) : `${describeToolVersion(memo)}\n`;
  }
  if (words[0] !== "help" && !words.some((word) => word === "--help" || word === "-h")) return undefined;
  const command = findCommand(words);
  return command === undefined ? formatGeneralHelp() : formatCommandHelp(command);
}

/** Whether a program reads what is printed. A call that is wrong was not parsed to its end. */
export const asksForJson = (argv: readonly string[]): boolean =>
  argv.some((word, index) => /^--json(=true)?$/.test(word) && !argv.slice(0, index).includes("--"));

/** The build keeps these texts, so that they are laid out for any terminal. */
const columns = 80;

/** What a call without a command, or `--help` alone, may want to know: the commands, a call, where to look. */
const formatGeneralHelp = (): string =>
  [
    `${paint("title", "mplus-codegen <command> [options]")}\n`,
    "Typed, signed and validated MplusKASSA webhook endpoints. Unofficial.\n",
    section("Commands", commandNames.map(toCommandRow)),
    section("Options of every command", sharedOptions.map(toOptionRow)),
    section("For example", examples, {}),
    section("Exit codes", exitCodes),
    formatParagraph(
      "All options of a command, with an example: mplus-codegen <command> --help. A call without a command is one of generate.",
      { columns },
    ),
  ].join("\n");

/** Everything about a command. */
function formatCommandHelp(name: CommandName): string {
  const { describe, example, positionals } = getCommand(name);
  const words = Object.entries(positionals).map(([word, row]): Cell[] => [["name", word], row.describe]);
  return [
    `${paint("title", `mplus-codegen ${formatUsage(name)} [options]`)}\n`,
    formatParagraph(`${describe}.`, { columns }),
    ...(words.length > 0 ? [section("Arguments", words)] : []),
    section("Options", listOptions(name).map(toOptionRow)),
    section("For example", [[`mplus-codegen ${example}`]], {}),
  ].join("\n");
}

/** `explain <path>`: a command with the words that follow it. */
export const formatUsage = (name: CommandName): string =>
  [name, ...Object.entries(getCommand(name).positionals).map(formatPositional)].join(" ");

const formatPositional = ([word, { required, type }]: [string, Option]): string =>
  required ? `<${word}>` : type === "texts" ? `[${word}..]` : `[${word}]`;

/** Calls are not broken: they are copied. */
const section = (title: string, rows: readonly (readonly Cell[])[], room: Room = { columns }): string =>
  `${paint("title", `${title}:`)}\n${formatTable(rows, { ...room, indent: 2 })}`;

const toCommandRow = (name: CommandName): readonly Cell[] => [
  ["name", formatUsage(name)],
  getCommand(name).describe,
];

function toOptionRow(name: OptionName): readonly Cell[] {
  const { alias, describe, choices, default: initial, required } = getOption(name);
  const short = alias === undefined ? "    " : `-${alias}, `;
  // What the description leaves to the table.
  const notes = [
    choices && listWords(choices, "or"),
    initial !== undefined && `default: ${initial}`,
    required && "required",
  ].filter((note) => typeof note === "string");
  const note = notes.length > 0 ? ` [${notes.join("; ")}]` : "";
  return [["name", `${short}--${toFlag(name)}`], describe + note];
}

const examples: readonly (readonly Cell[])[] = [
  ["mplus-codegen --target express --min-version 48", ["faint", "a router, from v48 on"]],
  ["mplus-codegen --target docs,types --out webhooks", ["faint", "docs and types, to webhooks/"]],
];

const exitCodes: readonly (readonly Cell[])[] = [
  ["0", "done"],
  ["1", "what was asked about is amiss: --check, --fail-on, a scenario, an answer"],
  ["2", "the call or the spec is wrong"],
];
