import type { ReportBlock } from "../../pages/blocks/block.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { plain, styled, type Text } from "../../pages/blocks/text.js";
import { codeBlock, grid, heading, toParagraph } from "../../pages/blocks/builders.js";
import type { knownReleasesToJson } from "../../base/time/fleet.js";
import { listWords } from "../../base/text/words.js";
import { toFlag, type Option } from "../../base/options.js";
import { formatJson } from "../command-result.js";
import { commandNames, getCommand, listOptions, sharedOptions, type CommandName } from "./commands.js";
import { findValueOption, getOption, type OptionName } from "./options.js";

/** The help or the version, if the call requests one of them. */
export async function findHelpOrVersion(argv: readonly string[]): Promise<string | undefined> {
  const end = argv.indexOf("--");
  const words = end < 0 ? argv : argv.slice(0, end);
  if (words.includes("--version")) return formatVersion(asksForJson(argv));
  if (words[0] !== "help" && !words.some((word) => word === "--help" || word === "-h")) return undefined;
  const [command] = words
    .filter((_, i) => !findValueOption(words[i - 1]))
    .flatMap((word) => commandNames.filter((name) => name === word));
  const targets = command === undefined || command === "generate" ? await listTargetRows() : [];
  return command === undefined ? formatGeneralHelp(targets) : formatCommandHelp(command, targets);
}

/** The version of the package, and how far the contract is known. */
export interface VersionJson {
  readonly version: string;
  /** The newest known release, and later ones that are only known to exist. */
  readonly knownUpTo: ReturnType<typeof knownReleasesToJson> | null;
}

/** The version of this package and, on a line of its own, how far the spec that comes with it is known: it is only read for this. */
async function formatVersion(json: boolean): Promise<string> {
  const { loadSpec } = await import("../../contract/package/package-files.js");
  const { readToolVersion } = await import("../../contract/package/package-files.js");
  const { describeKnownReleases, knownReleasesToJson } = await import("../../base/time/fleet.js");
  const [spec, version] = [loadSpec(), readToolVersion()];
  if (!json)
    return spec.ok ? `${version}\nThe spec is known up to ${describeKnownReleases(spec.value)}.\n` : version;
  return formatJson({
    version,
    knownUpTo: spec.ok ? knownReleasesToJson(spec.value) : null,
  } satisfies VersionJson);
}

/** Two columns: a name, and what it means. */
type Rows = readonly (readonly [name: Text, meaning: Text])[];

const toHelpRow = (name: string, meaning: string) => [styled("name", name), plain(meaning)] as const;

/** What can be generated. The code of all targets is only loaded for this. */
async function listTargetRows(): Promise<Rows> {
  const { targets } = await import("../../targets/all.js");
  return targets.map(({ name, summary }) => toHelpRow(name, summary));
}

/** Whether a program reads what is printed. A call that is wrong was not parsed to its end. */
export const asksForJson = (argv: readonly string[]): boolean =>
  argv.some((word, index) => /^--json(=true)?$/.test(word) && !argv.slice(0, index).includes("--"));

/** The build keeps these texts, so that they are laid out for any terminal. */
const printHelp = (blocks: readonly ReportBlock[]): string => printForTerminal(blocks, { columns: 80 });

/** What a call without a command, or `--help` alone, may want to know: the commands, a call, where to look. */
const formatGeneralHelp = (targets: Rows): string =>
  printHelp([
    ...toParagraph(styled("title", "mplus-codegen <command> [options]")),
    ...toParagraph("Typed, signed and validated MplusKASSA webhook endpoints. Unofficial."),
    ...section(
      "Commands",
      commandNames.map((name) => toHelpRow(formatUsage(name), getCommand(name).describe)),
    ),
    ...section("Targets", targets),
    ...section("Options of every command", sharedOptions.map(toOptionRow)),
    ...section("For example", examples),
    ...section("Exit codes", exitCodes),
    ...toParagraph(
      "All options of a command, with an example: mplus-codegen <command> --help. A call without a command is one of generate.",
    ),
  ]);

/** Everything about a command. */
function formatCommandHelp(name: CommandName, targets: Rows): string {
  const { describe, example, positionals } = getCommand(name);
  const words = Object.entries(positionals).map(([word, row]) => toHelpRow(word, row.describe));
  return printHelp([
    ...toParagraph(styled("title", `mplus-codegen ${formatUsage(name)} [options]`)),
    ...toParagraph(`${describe}.`),
    ...section("Arguments", words),
    ...section("Options", listOptions(name).map(toOptionRow)),
    ...section("Targets", targets),
    heading(2, "For example:"),
    codeBlock("sh", `mplus-codegen ${example}`),
  ]);
}

const section = (title: string, rows: Rows): readonly ReportBlock[] =>
  rows.length === 0 ? [] : [heading(2, `${title}:`), grid(rows)];

/** `explain <path>`: a command with the words that follow it. */
export const formatUsage = (name: CommandName): string =>
  [name, ...Object.entries(getCommand(name).positionals).map(formatPositional)].join(" ");

const formatPositional = ([word, { required, type }]: [string, Option]): string =>
  required ? `<${word}>` : type === "texts" ? `[${word}..]` : `[${word}]`;

function toOptionRow(name: OptionName) {
  const { alias, describe, choices, default: initial, required } = getOption(name);
  const short = alias === undefined ? "    " : `-${alias}, `;
  // What the description leaves to the table.
  const notes = [
    choices && listWords(choices, "or"),
    initial !== undefined && `default: ${initial}`,
    required && "required",
  ].filter((note) => typeof note === "string");
  const note = notes.length > 0 ? ` [${notes.join("; ")}]` : "";
  return toHelpRow(`${short}--${toFlag(name)}`, describe + note);
}

const examples: Rows = [
  [plain("mplus-codegen --target express --min-version 48"), styled("faint", "a router, from v48 on")],
  [
    plain("mplus-codegen --target docs,types --out webhooks"),
    styled("faint", "docs and types, to webhooks/"),
  ],
];

const exitCodes: Rows = [
  [plain("0"), plain("done")],
  [plain("1"), plain("a check failed: --check, --fail-on, a scenario, an answer")],
  [plain("2"), plain("the call or the spec is wrong")],
];
