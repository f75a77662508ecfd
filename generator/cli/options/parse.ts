import yargs, { type Arguments, type Argv } from "yargs";
import { applyDefault, outputOptions, toFlag, type Option } from "../../base/options.js";
import { quote, quoteForShell } from "../../base/text/quote.js";
import { listWords, suggest } from "../../base/text/words.js";
import { throwUsageProblem } from "../call-error.js";
import { commandGroups, commandNames, getCommand, listOptions } from "./commands.js";
import type { Call, CommandName } from "./commands.js";
import { getOption, options, type OptionName } from "./options.js";

/**
 * Returns the text to print for `--help` and `--version`. Only this file uses yargs.
 * @throws CallError
 */
export async function parseArguments(argv: readonly string[]): Promise<Call | string> {
  const [first = ""] = argv;
  const isCommand = commandNames.some((name) => name === first);
  // Targets are slow to load.
  const targets = isCommand && first !== "generate" ? [] : (await import("../../targets/all.js")).targets;
  if (!isCommand && first !== "help" && !/^(-|$)/.test(first)) throwUnknownCommand(first, targets);
  if (argv.includes("--version"))
    return (await import("./version.js")).formatVersion(argv.includes("--json"));
  const summaries = targets.map(({ name, summary }) => [name, summary] as const);
  let call: Call | undefined;
  const parser = createParser(formatTable("Targets", summaries), (read) => (call = read));
  const output = await parse(parser, first === "help" ? [...argv.slice(1), "--help"] : argv);
  return call ?? output;
}

export const completeCall = (words: readonly string[]): Promise<string> =>
  parse(
    createParser("", () => undefined, true),
    ["--get-yargs-completions", "mplus-codegen", ...words],
  );

export const formatCompletionScript = (): Promise<string> =>
  parse(yargs().scriptName("mplus-codegen").completion("completion").exitProcess(false), ["completion"]);

async function parse(parser: Argv, words: readonly string[]): Promise<string> {
  let text = "";
  const hidden = words.map((word) => (word === "-" ? loneHyphen : word));
  await parser.parse(hidden, (_error: unknown, _args: unknown, output: string) => (text = output));
  return text === "" ? "" : `${text}\n`;
}

/** Stands for `-`, which yargs reads as an empty text. No word of a command line contains a NUL. */
const loneHyphen = "\0-";

const showHyphen = (value: unknown): unknown => (value === loneHyphen ? "-" : value);

function createParser(targets: string, onCall: (call: Call) => void, completes = false): Argv {
  const listFlags = (isSwitch: boolean): string[] =>
    Object.entries<Option>(completes ? {} : options).flatMap(([name, { type }]) =>
      (type === "boolean") === isSwitch ? toFlag(name) : [],
    );
  const parser = yargs()
    .scriptName("mplus-codegen")
    .locale("en")
    .updateStrings({ "Positionals:": "Arguments:" })
    .parserConfiguration({
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "parse-positional-numbers": false,
      "strip-aliased": true,
    })
    .exitProcess(false)
    .wrap(80)
    .usage(`$0 <command> [options]\n\n${about}`)
    // An option may come before the command that declares it.
    .boolean(listFlags(true))
    .string(listFlags(false))
    .help("help", options.help.describe)
    .alias("help", "h")
    .version("version", options.version.describe, "")
    .example(examples.map((example) => [example, ""]))
    .epilogue([...listCommands(), targets, closing].join("\n"));
  const declare = (word: string, name: CommandName) =>
    parser.command({
      command: [word, ...listPositionals(name)].join(" "),
      // The help groups the commands itself.
      describe: completes && word !== "$0" ? getCommand(name).describe : false,
      builder: (inner: Argv, isHelp = false) =>
        word === "$0" && isHelp ? inner : declareCommand(inner, name, targets, completes),
      handler: (args: Arguments) => onCall(toCall(args, name)),
    });
  // The default command is generate.
  declare("$0", "generate");
  for (const name of commandNames) declare(name, name);
  return parser;
}

const examples = [
  "mplus-codegen init express --min-version 48",
  "mplus-codegen --target express --min-version 48",
  "mplus-codegen --target docs,types --out webhooks",
];

const about = "Typed, signed and validated MplusKASSA webhook endpoints. Unofficial.";

/** Printed for a call without arguments when there is no config. */
export const introduction = [
  about,
  ...["", ...examples.map((example) => `  ${example}`), ""],
  "All commands, targets and options: mplus-codegen --help\n",
].join("\n");

/** Yargs aligns lines that contain tabs. */
const formatTable = (title: string, rows: readonly (readonly [string, string])[]): string =>
  [`${title}:`, ...rows.map(([name, meaning]) => `  ${name}\t  ${meaning}`), ""].join("\n");

const listCommands = (): readonly string[] =>
  Object.entries(commandGroups).map(([title, names]) =>
    formatTable(
      title,
      names.map((name) => [formatUsage(name), getCommand(name).describe]),
    ),
  );

const closing = [
  formatTable("Exit codes", [
    ["0", "Done"],
    ["1", "A check failed: --check, --fail-on, a scenario, an answer"],
    ["2", "The command line or the spec is invalid"],
  ]),
  "For the options of a command, run $0 <command> --help. The default command is generate.",
].join("\n");

function declareCommand(parser: Argv, name: CommandName, targets: string, completes: boolean): Argv {
  const { describe, example, positionals, options: names, describes = {} } = getCommand(name);
  const toYargs = (row: Option) => ({
    alias: row.alias,
    choices: row.choices,
    describe: row.describe,
    type: row.type === "boolean" ? ("boolean" as const) : ("string" as const),
    // The describe text states the default.
    defaultDescription: row.describe.includes("[default: ") ? undefined : row.default,
    demandOption: row.required && !completes,
  });
  for (const [word, row] of Object.entries(positionals)) parser.positional(word, toYargs(row));
  const toRow = (option: OptionName): Option => {
    const row = getOption(option);
    return { ...row, describe: describes[option] ?? row.describe };
  };
  const rows = names.map((option) => [toFlag(option), toYargs(toRow(option))] as const);
  parser.options(Object.fromEntries(rows));
  if (completes) return parser.fail(() => undefined);
  const missing = { one: `The %s is missing. For example: mplus-codegen ${example}.` };
  return parser
    .usage(`$0 ${formatUsage(name)} [options]\n\n${describe}.`)
    .example(`$0 ${example}`, "")
    .epilogue(name === "generate" ? targets : "")
    .demandOption(Object.keys(positionals).filter((word) => positionals[word]?.required))
    .updateStrings({ "Missing required argument: %s": missing as never })
    .middleware((args) => checkCall(args, name), true)
    .fail((message) => throwUsageProblem(message.trim().replaceAll(/\n */g, " "), seeHelp(name)));
}

const takesSeveral = ({ type }: Option): boolean => type === "list" || type === "texts";

/**
 * All positionals are optional to yargs. Otherwise it would report a missing one before our check sees a
 * misspelled option.
 */
const listPositionals = (name: CommandName): readonly string[] =>
  Object.entries(getCommand(name).positionals).map(([word, row]) =>
    takesSeveral(row) ? `[${word}..]` : `[${word}]`,
  );

const formatUsage = (name: CommandName): string =>
  [name, ...listPositionals(name)]
    .map((word) =>
      getCommand(name).positionals[word.slice(1, -1)]?.required ? `<${word.slice(1, -1)}>` : word,
    )
    .join(" ");

const seeHelp = (name: CommandName): string => `See mplus-codegen ${name} --help.`;

/** Reports unknown options, extra words and values outside the choices, which yargs accepts or reports poorly. */
function checkCall(args: Arguments, name: CommandName): void {
  if (args["help"] === true) return;
  const { positionals, bareWord } = getCommand(name);
  const own = listOptions(name);
  const fail = (message: string, ...hints: readonly string[]): never =>
    throwUsageProblem(message, [...hints, seeHelp(name)].join(" "));
  const known = new Set(["_", "--", "$0", ...Object.keys(positionals), ...own.map(toFlag)]);
  const unknown = Object.keys(args).filter((key) => !known.has(key));
  if (unknown.length > 0) {
    const typed = unknown.map((flag) => (flag.length === 1 ? `-${flag}` : `--${flag}`));
    const hints = new Set(unknown.flatMap((flag) => suggestOption(flag, name)));
    fail(`${name} has no option ${listWords(typed, "or")}.`, ...hints);
  }
  const words = [...args._.slice(args._[0] === name ? 1 : 0), ...[args["--"] ?? []].flat()];
  const [extra] = words.map(showHyphen).map(String);
  if (extra !== undefined) {
    const meant = bareWord ? [`Did you mean --${bareWord} ${quoteForShell(extra)}?`] : [];
    fail(`Unexpected argument for ${name}: ${quote(extra)}.`, ...meant);
  }
  const checkChoices = (subject: string, { choices }: Option, values: readonly unknown[]): void => {
    const wrong = choices && values.map(String).find((value) => !choices.includes(value));
    if (!choices || wrong === undefined) return;
    const near = suggest(wrong, choices);
    const message = `${subject} must be ${listWords(choices, "or")}, not ${quote(wrong)}.`;
    fail(message, ...(near === undefined ? [] : [`Did you mean ${near}?`]));
  };
  for (const [word, row] of Object.entries(positionals))
    checkChoices(`The ${word}`, row, [args[word] ?? []].flat().map(showHyphen));
  for (const option of own) {
    const flag = toFlag(option);
    const values = [args[flag] ?? []].flat().map(showHyphen);
    if (values.length === 0 && getOption(option).required) fail(`--${flag} is missing.`);
    if (values.includes(false)) fail(`--${flag} takes no value.`);
    if (values.includes("")) fail(`--${flag} needs a value.`);
    if (values.length > 1 && !takesSeveral(getOption(option))) fail(`--${flag} may be given only once.`);
    checkChoices(`--${flag}`, getOption(option), values);
  }
}

/** Suggests another option of this command, or one that only other commands have. */
function suggestOption(flag: string, command: CommandName): string[] {
  const own = listOptions(command).map(toFlag);
  const all = Object.keys(options).map(toFlag);
  const near = all.includes(flag) ? flag : (findNear(flag, own) ?? findNear(flag, all));
  if (near === undefined) return [];
  if (own.includes(near)) return [`Did you mean --${near}?`];
  const owners = commandNames.filter((name) => listOptions(name).map(toFlag).includes(near));
  return [`--${near} belongs to ${listWords(owners, "and")}.`];
}

function throwUnknownCommand(word: string, targets: readonly { readonly name: string }[]): never {
  const names = targets.map(({ name }) => name);
  const target = suggest(word, names);
  const meant = findNear(word, commandNames) ?? (target && `--target ${target}`);
  const hint = meant === undefined ? "" : `Did you mean mplus-codegen ${meant}? `;
  return throwUsageProblem(`Unknown command: ${quote(word)}.`, `${hint}See mplus-codegen --help.`);
}

/** Also finds a name that starts with the typed text. */
const findNear = (name: string, known: readonly string[]): string | undefined =>
  name.length < 2 ? undefined : (suggest(name, known) ?? known.find((each) => each.startsWith(name)));

function toCall(args: Arguments, name: CommandName): Call {
  const { positionals, options: names } = getCommand(name);
  const values = [
    ...Object.entries(positionals).map(([word, row]) => [word, toValue(row, args[word])] as const),
    ...names.map((option) => [option, toValue(getOption(option), args[toFlag(option)])] as const),
  ];
  return { name, args: Object.fromEntries(values) as never };
}

/** `--target a,b --target c` gives three values. */
function toValue(row: Option, value: unknown): unknown {
  // A config may set it.
  if (Object.values<Option>(outputOptions).includes(row) && row.type === undefined) return showHyphen(value);
  if (!takesSeveral(row)) return applyDefault(row, showHyphen(value));
  const values = [value ?? []].flat().map(showHyphen).map(String);
  if (row.type === "texts") return values;
  return values.flatMap((each) => each.split(",")).flatMap((name) => name.trim() || []);
}
