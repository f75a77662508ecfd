import yargs, { type Argv, type Options } from "yargs";
import type { Call, CommandName } from "./commands.js";
import { commandNames, getCommand, listOptions } from "./commands.js";
import { formatUsage } from "./help-text.js";
import { settle, toFlag, type Option } from "../../options.js";
import { getOption, options, type OptionName } from "./options.js";

/** What a command line asks for: a call of a command, or nothing that is valid. */
export type Parsed =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "invalid"; readonly complaints: readonly string[] };

/** Reads the arguments of the command line. This is the only file that knows yargs. */
export async function parseArguments(argv: readonly string[]): Promise<Parsed> {
  const misread = [...findInherited(argv), ...findFlagValues(argv)];
  if (misread.length > 0) return { kind: "invalid", complaints: misread };
  let call: (() => Call) | undefined;
  const complaints: string[] = [];
  // yargs calls the handler of a command even after a complaint, so that it only notes which command was chosen.
  const choose: Choose = (name, given) => (call = () => toCall(name, given));
  const parser = createParser(choose).fail((message, error) => {
    if (error instanceof Error && error.name !== "YError") throw error;
    complaints.push(
      message
        .trim()
        .split(/\s*\n\s*/)
        .join(" "),
    );
  });
  await parser.parse([...argv], () => undefined);
  return call && complaints.length === 0 ? { kind: "call", call: call() } : { kind: "invalid", complaints };
}

/** yargs looks options up in plain objects, so that it fails at a name that every object has: `--constructor`. */
function findInherited(argv: readonly string[]): readonly string[] {
  const names = argv.map(toOptionName).filter((name) => name in Object.prototype);
  return names.length > 0 ? [`Unknown arguments: ${names.join(", ")}`] : [];
}

const toOptionName = (word: string): string => /^--?([^=]*)/.exec(word)?.[1] ?? "";

/** yargs takes `--check=yes` for a no. */
const findFlagValues = (argv: readonly string[]): readonly string[] =>
  Object.entries<Option>(options)
    .filter(
      ([name, { type }]) => type === "boolean" && argv.some((word) => word.startsWith(`--${toFlag(name)}=`)),
    )
    .map(([name]) => `--${toFlag(name)} takes no value.`);

/** The script of yargs that completes calls in the shell that the environment variable SHELL names. */
export function formatCompletionScript(): string {
  let script = "";
  void yargs()
    .scriptName("mplus-codegen")
    .completion("completion")
    .exitProcess(false)
    .parse(["completion"], (_error: unknown, _argv: unknown, output: string) => (script = `${output}\n`));
  return script;
}

type Choose = (name: CommandName, given: Readonly<Record<string, unknown>>) => void;

function createParser(choose: Choose): Argv {
  const parser = yargs()
    .help(false)
    .version(false)
    .strict()
    .check(checkValues)
    .locale("en")
    .parserConfiguration({
      "duplicate-arguments-array": true,
      "dot-notation": false,
      "camel-case-expansion": false,
      "boolean-negation": false,
    })
    .exitProcess(false);
  for (const name of commandNames) {
    const command = getCommand(name);
    parser.command(
      command.isDefault ? [formatUsage(name), "$0"] : formatUsage(name),
      command.describe,
      (inner) => addArguments(inner, name),
      (given) => choose(name, given),
    );
  }
  return parser;
}

/** No descriptions: yargs prints no help. */
function addArguments(parser: Argv, name: CommandName): Argv {
  for (const [word, { choices }] of Object.entries(getCommand(name).positionals))
    parser.positional(word, { type: "string", ...(choices && { choices }) });
  const rows = listOptions(name).map((option) => [toFlag(option), toYargsOption(getOption(option))]);
  return parser.options(Object.fromEntries(rows) as Record<string, Options>);
}

/** What is usual is filled in afterwards, so that one can tell what was given. */
const toYargsOption = ({ alias, type, choices, required }: Option): Options => ({
  ...(alias !== undefined && { alias }),
  ...(choices ? { choices } : { type: type === "boolean" ? type : "string" }),
  array: takesSeveral(type),
  requiresArg: type !== "boolean",
  ...(required && { demandOption: true }),
});

const takesSeveral = (type: Option["type"]): boolean => type === "list" || type === "texts";

/** The arguments that a command declares; yargs adds others. The types follow from the tables that yargs was told. */
function toCall(name: CommandName, given: Readonly<Record<string, unknown>>): Call {
  const { positionals, options: names } = getCommand(name);
  const args = [
    ...Object.entries(positionals).map(([word, { many }]) => [word, given[word] ?? (many ? [] : undefined)]),
    ...names.map((option) => [option, toValue(option, given[toFlag(option)])]),
  ];
  const isGiven = names.filter((option) => given[toFlag(option)] !== undefined);
  return { name, args: Object.fromEntries(args) as never, given: new Set(isGiven) };
}

function toValue(name: OptionName, value: unknown): unknown {
  const option = getOption(name);
  return settle(option, option.type === "list" ? splitList(value as readonly string[]) : value);
}

/** `--target a,b --target c` names three. */
const splitList = (values: readonly string[] = []): readonly string[] =>
  values
    .flatMap((value) => value.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");

/** Refuses an empty folder name, and an option that is given twice and takes one value. */
function checkValues(given: Readonly<Record<string, unknown>>): true | string {
  const rows = Object.entries<Option>(options);
  const empty = rows.find(([name, { nonEmpty }]) => nonEmpty && given[toFlag(name)] === "");
  if (empty) return `--${toFlag(empty[0])} needs the name of a folder.`;
  const twice = rows.find(([name, { type }]) => !takesSeveral(type) && Array.isArray(given[toFlag(name)]));
  return twice === undefined || `--${toFlag(twice[0])} is given more than once.`;
}
