import yargs, { type Argv, type Options } from "yargs";
import type { Call } from "./args.js";
import { commandNames, getCommand, type Command, type CommandName } from "./commands.js";
import { getOption, options, type Option, type OptionName } from "./options.js";

/** What a command line asks for: a call of a command, a text to print (help, version), or nothing that is valid. */
export type Parsed =
  | { readonly kind: "call"; readonly call: Call }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "invalid"; readonly complaints: readonly string[] };

/** Reads the arguments of the command line. This is the only file that knows yargs. */
export async function parseArguments(argv: readonly string[], version: string): Promise<Parsed> {
  const inherited = argv.map(toOptionName).filter((name) => name in Object.prototype);
  if (inherited.length > 0)
    return { kind: "invalid", complaints: [`Unknown arguments: ${inherited.join(", ")}`] };
  let call: (() => Call) | undefined;
  let text = "";
  const complaints: string[] = [];
  // yargs calls the handler of a command even after a complaint, so that it only notes which command was chosen.
  const choose: Choose = (name, given) => (call = () => toCall(name, given));
  const parser = createParser(version, choose).fail((message, error) => {
    if (error instanceof Error && error.name !== "YError") throw error;
    complaints.push(toOneLine(message));
  });
  await parser.parse([...argv], (_error: unknown, _args: unknown, output: string) => void (text = output));
  if (complaints.length > 0) return { kind: "invalid", complaints };
  return call ? { kind: "call", call: call() } : { kind: "text", text };
}

/** yargs looks options up in plain objects, so that it fails at a name that every object has: `--constructor`. */
const toOptionName = (word: string): string => /^--?([^=]*)/.exec(word)?.[1] ?? "";

type Choose = (name: CommandName, given: Readonly<Record<string, unknown>>) => void;

function createParser(version: string, choose: Choose): Argv {
  const parser = yargs()
    .scriptName("mplus-codegen")
    .usage("$0 [command] [options]\n\nTyped, signed and validated MplusKASSA webhook endpoints. Unofficial.")
    .example("$0 --target express --min-version 48", "a router, for shops from v48 on")
    .example("$0 --target docs,types --out webhooks", "docs and types, in webhooks/")
    .epilogue("Exit code: 0 done, 1 what was asked about is amiss, 2 the call or the spec is wrong.")
    .version(version)
    .strict()
    .check(checkValues)
    .locale("en")
    .wrap(110)
    .parserConfiguration({
      "duplicate-arguments-array": true,
      "dot-notation": false,
      "boolean-negation": false,
    })
    .exitProcess(false);
  for (const name of commandNames) {
    const command = getCommand(name);
    parser.command(
      toUsage(name, command),
      command.describe,
      (inner) => addArguments(inner, command),
      (given) => choose(name, given),
    );
  }
  return parser;
}

/** `explain <path>`; the default command has its name and `$0`. */
function toUsage(name: string, { isDefault, positionals }: Command): string | readonly string[] {
  const words = Object.entries(positionals).map(([word, { required, many }]) =>
    required ? `<${word}>` : many ? `[${word}..]` : `[${word}]`,
  );
  const usage = [name, ...words].join(" ");
  return isDefault ? [usage, "$0"] : usage;
}

function addArguments(parser: Argv, { positionals, options: names, example }: Command): Argv {
  parser.example(`$0 ${example}`, "");
  for (const [name, { describe }] of Object.entries(positionals)) {
    parser.positional(name, { type: "string", describe });
  }
  return parser.options(Object.fromEntries(names.map((name) => [name, toYargsOption(getOption(name))])));
}

function toYargsOption(option: Option): Options {
  const { alias, type, choices, default: initial, required, describe } = option;
  const isFlag = type === "boolean";
  return {
    ...(alias !== undefined && { alias }),
    ...(choices ? { choices } : { type: isFlag ? "boolean" : "string" }),
    ...((type === "list" || type === "texts") && { array: true }),
    ...(isFlag ? { default: false } : { requiresArg: true }),
    ...(initial !== undefined && { default: initial }),
    ...(required && { demandOption: true }),
    describe,
  };
}

/** The arguments that a command declares; yargs adds others. The types follow from the tables that yargs was told. */
function toCall(name: CommandName, given: Readonly<Record<string, unknown>>): Call {
  const { positionals, options: names } = getCommand(name);
  const args = [
    ...Object.entries(positionals).map(
      ([word, { many }]) => [word, many ? (given[word] ?? []) : given[word]] as const,
    ),
    ...names.map((option) => [toCamelCase(option), toValue(option, given[option])] as const),
  ];
  return { name, args: Object.fromEntries(args) } as Call;
}

function toValue(name: OptionName, value: unknown): unknown {
  const { type } = getOption(name);
  if (type === "texts") return value ?? [];
  return type === "list" ? splitList(value as readonly string[] | undefined) : value;
}

/** `--target a,b --target c` names three. */
const splitList = (values: readonly string[] = []): readonly string[] =>
  values
    .flatMap((value) => value.split(","))
    .map((name) => name.trim())
    .filter((name) => name !== "");

const toCamelCase = (name: string): string =>
  name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Refuses an empty folder name, and an option that is given twice and takes one value. */
function checkValues(given: Readonly<Record<string, unknown>>): true | string {
  const rows = Object.entries<Option>(options);
  const empty = rows.find(([name, { nonEmpty }]) => nonEmpty && given[name] === "");
  if (empty) return `--${empty[0]} needs the name of a folder.`;
  const twice = rows.find(
    ([name, { type }]) => type !== "list" && type !== "texts" && Array.isArray(given[name]),
  );
  return twice === undefined || `--${twice[0]} is given more than once.`;
}

const toOneLine = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join(" ");
