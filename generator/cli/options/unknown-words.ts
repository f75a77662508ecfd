import { toFlag } from "../../options.js";
import { listWords, suggest } from "../../text/words.js";
import { quote, quoteForShell } from "../../text/quote.js";
import { commandNames, getCommand, sharedOptions, type CommandName } from "./commands.js";
import { formatUsage } from "./help-text.js";

/** What is unknown in a call, and what was probably meant. */
export interface UnknownWords {
  readonly message: string;
  readonly meant: readonly string[];
}

/** A call with unknown words. */
export interface Misspelt {
  readonly argv: readonly string[];
  readonly command: CommandName | undefined;
  /** What can be generated: its name alone is often taken for a command. */
  readonly targets: readonly string[];
}

/** Explains the words that a complaint of yargs calls unknown. */
export function explainUnknownWords(
  names: readonly string[],
  { argv, command, targets }: Misspelt,
): UnknownWords {
  const typed = [...new Set(names.flatMap((name) => findTyped(name, argv) ?? []))];
  const words = typed.length > 0 ? typed : names;
  const options = words.filter(isOption);
  if (command === undefined && argv[0] !== undefined && !isOption(argv[0]))
    return explainCommand(argv[0], targets);
  // Where an option is unknown, a word may be its value.
  if (options.length > 0) return explainOptions(options, command ?? "generate");
  return explainExtraWords(words, command ?? "generate");
}

/** yargs leaves the dashes out, reports `-ab` as `a` and `b`, and `--a-b` a second time as `aB`. */
function findTyped(name: string, argv: readonly string[]): string | undefined {
  const options = argv.filter(isOption).map((word) => word.replace(/=.*$/s, ""));
  return (
    options.find((word) => word.replace(/^--?/, "") === name) ??
    options.find((word) => /^-[^-]/.test(word) && name.length === 1 && word.includes(name)) ??
    argv.find((word) => word === name)
  );
}

const isOption = (word: string): boolean => word.startsWith("-");

function explainOptions(words: readonly string[], command: CommandName): UnknownWords {
  const message = `${command} has no option${words.length > 1 ? "s" : ""} ${listWords(words, "or")}.`;
  return { message, meant: words.flatMap((word) => findOption(word, command) ?? []) };
}

/** The option that was meant: one of this command, or else one of others, which are named. */
function findOption(word: string, command: CommandName): string | undefined {
  const name = word.replace(/^--?/, "");
  const own = [...getCommand(command).options, ...sharedOptions].map(toFlag);
  const all = [...new Set(commandNames.flatMap((each) => getCommand(each).options.map(toFlag)))];
  const isElsewhere = all.some((each) => each === name);
  const near = isElsewhere ? undefined : findNear(name, own);
  if (near !== undefined) return `Did you mean --${near}?`;
  const other = isElsewhere ? name : findNear(name, all);
  const owners = commandNames.filter((each) =>
    getCommand(each).options.some((option) => toFlag(option) === other),
  );
  if (other === undefined || owners.length === 0) return undefined;
  return `--${other} belongs to ${listWords(owners, "and")}.`;
}

function explainCommand(word: string, targets: readonly string[]): UnknownWords {
  const command = findNear(word, commandNames);
  const target = suggest(word, targets);
  const meant =
    command !== undefined
      ? `Did you mean ${command}?`
      : target === undefined
        ? `The commands are ${listWords(commandNames, "and")}.`
        : `${target === word ? "It is a target:" : `Did you mean the target ${target}?`} mplus-codegen --target ${target}.`;
  return { message: `There is no command ${quote(word)}.`, meant: [meant] };
}

/** More words than a command takes. */
function explainExtraWords(words: readonly string[], command: CommandName): UnknownWords {
  const { positionals, bareWord } = getCommand(command);
  const [first = ""] = words;
  const quoted = listWords(words.map(quote), "and");
  const are = words.length > 1 ? "are" : "is";
  const [[name, { describe }] = ["", { describe: "" }]] = Object.entries(positionals).slice(-1);
  if (name === "")
    return {
      message: `${command} takes options only, and ${quoted} ${are} none.`,
      meant: bareWord === undefined ? [] : [`Did you mean --${toFlag(bareWord)} ${quoteForShell(first)}?`],
    };
  return {
    message: `${quoted} ${are} more than ${command} takes: ${formatUsage(command)}.`,
    meant: [`${name}: ${describe}.`],
  };
}

/** A name that is nearly the same, or of which the beginning was typed. */
const findNear = (name: string, known: readonly string[]): string | undefined =>
  suggest(name, known) ?? (name.length > 1 ? known.find((each) => each.startsWith(name)) : undefined);
