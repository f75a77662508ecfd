import yargs, { type Argv, type Options } from "yargs";
import { settle, toFlag, type Option } from "../../options.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { commandNames, getCommand, listOptions } from "./commands.js";
import type { Call, CommandName } from "./commands.js";
import { formatUsage } from "./help-text.js";
import { getOption, options, type OptionName } from "./options.js";

/** Reads the call of a command from the arguments of the command line. This is the only file that knows yargs. */
export async function parseArguments(argv: readonly string[]): Promise<Outcome<Call>> {
  const complaints = [...findInherited(argv), ...findFlagValues(argv)];
  // yargs calls the handler of a command even after a complaint, so that it only notes which command was chosen.
  let call: (() => Call) | undefined;
  const parser = createParser((name, given) => (call = () => toCall(name, given)));
  parser.fail((message, error) => {
    if (error instanceof Error && error.name !== "YError") throw error;
    complaints.push(
      message
        .split("\n")
        .map((line) => line.trim())
        .join(" ")
        .trim(),
    );
  });
  if (complaints.length === 0) await parser.parse([...argv], () => undefined);
  if (call && complaints.length === 0) return success(call());
  const { explainComplaints } = await import("./complaints.js");
  return failure([explainComplaints(complaints, argv)]);
}

/** yargs looks options up in plain objects, so that it fails at a name that every object has: `--constructor`. */
function findInherited(argv: readonly string[]): readonly string[] {
  const names = argv.map((word) => /^--?([^=]*)/.exec(word)?.[1] ?? "");
  const inherited = names.filter((name) => name in Object.prototype);
  return inherited.length > 0 ? [`Unknown arguments: ${inherited.join(", ")}`] : [];
}

/** yargs takes `--check=yes` for a no. */
const findFlagValues = (argv: readonly string[]): readonly string[] =>
  rows
    .filter(([flag, { type }]) => type === "boolean" && argv.some((word) => word.startsWith(`--${flag}=`)))
    .map(([flag]) => `--${flag} takes no value.`);

/** Every option by its flag. */
const rows = Object.entries<Option>(options).map(([name, option]) => [toFlag(name), option] as const);

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

function createParser(choose: (name: CommandName, given: Values) => void): Argv {
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
    const { isDefault, describe } = getCommand(name);
    parser.command(
      isDefault ? [formatUsage(name), "$0"] : formatUsage(name),
      describe,
      (inner) => addArguments(inner, name),
      (given) => choose(name, given),
    );
  }
  return parser;
}

/** What yargs has read, by flags and the names of positionals. */
type Values = Readonly<Record<string, unknown>>;

/** No descriptions: yargs prints no help. */
function addArguments(parser: Argv, name: CommandName): Argv {
  for (const [word, { choices }] of Object.entries(getCommand(name).positionals))
    parser.positional(word, { type: "string", choices });
  for (const option of listOptions(name)) parser.option(toFlag(option), toYargsOption(getOption(option)));
  return parser;
}

/** What is usual is filled in afterwards, so that one can tell what was given. */
const toYargsOption = ({ alias, type, choices, required }: Option): Options => ({
  ...(alias !== undefined && { alias }),
  ...(choices ? { choices } : { type: type === "boolean" ? type : "string" }),
  array: takesSeveral(type),
  requiresArg: type !== "boolean",
  demandOption: required === true,
});

const takesSeveral = (type: Option["type"]): boolean => type === "list" || type === "texts";

/** The arguments that a command declares; yargs adds others. The types follow from the tables that yargs was told. */
function toCall(name: CommandName, given: Values): Call {
  const { positionals, options: names } = getCommand(name);
  const args = [
    ...Object.entries(positionals).map(([word, row]) => [word, settle(row, given[word])]),
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
function checkValues(given: Values): true | string {
  const [empty] = rows.find(([flag, { nonEmpty }]) => nonEmpty && given[flag] === "") ?? [];
  if (empty !== undefined) return `--${empty} needs the name of a folder.`;
  const [twice] = rows.find(([flag, { type }]) => !takesSeveral(type) && Array.isArray(given[flag])) ?? [];
  return twice === undefined || `--${twice} is given more than once.`;
}
