import yargs from "yargs";
import { Parser } from "yargs/helpers";
import { applyDefault, toFlag, type Option } from "../../base/options.js";
import { report } from "../../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../../base/problem/problem.js";
import { quote, quoteForShell } from "../../base/text/quote.js";
import { listWords, suggest } from "../../base/text/words.js";
import { commandNames, getCommand, listOptions, type Call, type CommandName } from "./commands.js";
import { formatUsage } from "./help-text.js";
import { getOption, options, type OptionName } from "./options.js";

/** A message about a wrong call, and suggestions of what was probably meant. */
type UsageError = readonly [message: string, ...meant: string[]];

const optionRows = Object.entries<Option>(options).map(([name, option]) => ({
  flag: toFlag(name),
  ...option,
}));

const [booleanFlags, valueFlags] = [true, false].map((isSwitch) =>
  optionRows.flatMap(({ flag, type }) => ((type === "boolean") === isSwitch ? flag : [])),
);

/** The words of a call, and the values of each option in it, by flags, whatever is wrong with them: "" or false where one has none that will do. */
export function splitArguments(argv: readonly string[]) {
  const { _: words, ...optionValues } = Parser([...argv], {
    boolean: booleanFlags,
    string: valueFlags,
    alias: Object.fromEntries(optionRows.map(({ flag, alias }) => [flag, alias ?? []])),
    configuration: {
      "boolean-negation": false,
      "camel-case-expansion": false,
      "dot-notation": false,
      "parse-positional-numbers": false,
      "strip-aliased": true,
    },
  });
  const values = Object.entries(optionValues).map(
    ([flag, value]) => [flag, [value].flat() as OptionValues] as const,
  );
  return { words: words.map(String), optionValues: new Map(values) };
}

type OptionValues = readonly (string | boolean)[];

/** The script of yargs that completes calls in the shell that the environment variable SHELL names. */
export function formatCompletionScript(): string {
  let script = "";
  const parser = yargs().scriptName("mplus-codegen").completion("completion").exitProcess(false);
  void parser.parse(["completion"], (_error: unknown, _argv: unknown, output: string) => (script = output));
  return `${script}\n`;
}

/** Reads the call of a command from the arguments of the command line. This is the only file that knows yargs. */
export async function parseArguments(argv: readonly string[]): Promise<Outcome<Call>> {
  const { words, optionValues } = splitArguments(argv);
  const named = commandNames.find((each) => each === words[0]);
  // A call that begins with an option is one of `generate`.
  if (named === undefined && words.length > 0 && !argv[0]?.startsWith("-"))
    return failWithUsage([await explainUnknownCommand(words[0] ?? "")]);
  const name = named ?? "generate";
  const own = named === undefined ? words : words.slice(1);
  const known = listOptions(name);
  const unknown = [...optionValues.keys()].filter((flag) => !known.some((option) => toFlag(option) === flag));
  const errors = [
    // Where an option is misspelt, the word after it is its value.
    ...(unknown.length > 0 ? [explainUnknownOptions(unknown, name)] : checkWords(own, name)),
    ...known.flatMap((option) => checkValues(option, optionValues.get(toFlag(option)))),
  ];
  return errors.length > 0 ? failWithUsage(errors, name) : success(toCall(name, own, optionValues));
}

function failWithUsage(errors: readonly UsageError[], command?: CommandName): Outcome<never> {
  const see = `See mplus-codegen ${command === undefined ? "" : `${command} `}--help.`;
  const suggestions = new Set(errors.flatMap(([, ...each]) => each));
  const message = errors.map(([each]) => each).join(" ");
  return failure([report("usage", { message, hint: [...suggestions, see].join(" ") })]);
}

/** The arguments that a command declares, of the types that follow from the tables. */
function toCall(
  name: CommandName,
  words: readonly string[],
  optionValues: ReadonlyMap<string, OptionValues>,
): Call {
  const { positionals, options: names } = getCommand(name);
  const args = [
    ...Object.entries(positionals).map(([word, row], i) => {
      return [word, applyDefault(row, takesSeveral(row) ? words.slice(i) : words[i])] as const;
    }),
    ...names.map(
      (option) => [option, toOptionValue(getOption(option), optionValues.get(toFlag(option)))] as const,
    ),
  ];
  const explicit = names.filter((option) => optionValues.has(toFlag(option)));
  return { name, args: Object.fromEntries(args) as never, explicit: new Set(explicit) };
}

const takesSeveral = ({ type }: Option): boolean => type === "list" || type === "texts";

/** `--target a,b --target c` names three. */
function toOptionValue(option: Option, values: OptionValues = []): unknown {
  if (!takesSeveral(option)) return applyDefault(option, values[0]);
  if (option.type === "texts") return values;
  return values.flatMap((value) => String(value).split(",")).flatMap((name) => name.trim() || []);
}

function checkValues(name: OptionName, values: OptionValues | undefined): readonly UsageError[] {
  const [option, flag] = [getOption(name), `--${toFlag(name)}`];
  if (values === undefined) return option.required ? [[`${flag} is missing.`]] : [];
  if (values.includes(false)) return [[`${flag} takes no value.`]];
  if (values.includes("")) return [[`${flag} needs a value.`]];
  if (!takesSeveral(option) && values.length > 1) return [[`${flag} is given more than once.`]];
  return checkChoices(flag, values.map(String), option);
}

function checkChoices(name: string, values: readonly string[], { choices }: Option): readonly UsageError[] {
  const wrong = choices && values.find((value) => !choices.includes(value));
  if (choices === undefined || wrong === undefined) return [];
  const near = suggest(wrong, choices);
  const message = `${name} has to be ${listWords(choices, "or")}, not ${quote(wrong)}.`;
  return [near === undefined ? [message] : [message, `Did you mean ${near}?`]];
}

/** What is wrong with the words that follow the name of a command. */
function checkWords(words: readonly string[], command: CommandName): readonly UsageError[] {
  const { positionals, bareWord } = getCommand(command);
  const rows = Object.entries<Option>(positionals);
  const extra = rows.some(([, row]) => takesSeveral(row)) ? undefined : words[rows.length];
  return [
    ...rows.flatMap(([word, row], i): readonly UsageError[] => {
      const value = words[i];
      if (value !== undefined) return checkChoices(`The ${word}`, [value], row);
      return row.required ? [[`The ${word} is missing: mplus-codegen ${formatUsage(command)}.`]] : [];
    }),
    ...(extra === undefined
      ? []
      : [
          [
            `${command} has no use for ${quote(extra)}.`,
            ...(bareWord === undefined
              ? []
              : [`Did you mean --${toFlag(bareWord)} ${quoteForShell(extra)}?`]),
          ] as const,
        ]),
  ];
}

/** Commands of earlier versions. */
const removedCommands: Readonly<Record<string, string>> = {
  targets: "The targets: mplus-codegen --help.",
  versions: "The releases: mplus-codegen diff.",
};

async function explainUnknownCommand(word: string): Promise<UsageError> {
  const message = `There is no command ${quote(word)}.`;
  const near = findNear(word, commandNames);
  const hint = removedCommands[word] ?? (near && `Did you mean ${near}?`);
  if (hint !== undefined) return [message, hint];
  const { targets } = await import("../../targets/all.js");
  const target = suggest(
    word,
    targets.map(({ name }) => name),
  );
  if (target === undefined) return [message];
  const is = target === word ? "It is a target:" : `Did you mean the target ${target}?`;
  return [message, `${is} mplus-codegen --target ${target}.`];
}

/** Flags that a command does not have, and what each was probably meant to be: another one of it, or one of other commands. */
function explainUnknownOptions(flags: readonly string[], command: CommandName): UsageError {
  const own = listOptions(command).map(toFlag);
  const others = commandNames.flatMap((each) => getCommand(each).options.map(toFlag));
  const suggestions = flags.flatMap((flag) => {
    const near = others.includes(flag) ? undefined : findNear(flag, own);
    if (near !== undefined) return [`Did you mean --${near}?`];
    const other = findNear(flag, others);
    const owners = commandNames.filter((each) =>
      getCommand(each).options.some((option) => toFlag(option) === other),
    );
    return other === undefined ? [] : [`--${other} belongs to ${listWords(owners, "and")}.`];
  });
  const typed = flags.map((flag) => (flag.length === 1 ? `-${flag}` : `--${flag}`));
  return [`${command} has no option ${listWords(typed, "or")}.`, ...suggestions];
}

/** A name that is nearly the same, or of which the beginning was typed. */
const findNear = (name: string, known: readonly string[]): string | undefined =>
  name.length < 2 ? undefined : (suggest(name, known) ?? known.find((each) => each.startsWith(name)));
