import { toFlag } from "../../options.js";
import { quote, quoteForShell } from "../../text/quote.js";
import { listWords, suggest } from "../../text/words.js";
import type { CommandName } from "./commands.js";
import {
  commandNames,
  findCommand,
  findTaking,
  getCommand,
  listPlainWords,
  sharedOptions,
} from "./commands.js";
import { findOption } from "./options.js";

/** What is wrong with a call, and what to do. */
export interface Complaint {
  readonly message: string;
  readonly hint: string;
}

/** A wrong call: the words of yargs, what was probably meant, and where to look. */
export function explainComplaints(
  complaints: readonly string[],
  argv: readonly string[],
  targets: readonly string[],
): Complaint {
  const command = findCommand(argv);
  const [first = ""] = argv;
  // A call that begins with an option is one of `generate`.
  const isOfGenerate = command === undefined && (first === "" || first.startsWith("-"));
  const meant =
    command !== undefined || isOfGenerate
      ? [
          ...explainBareWord(listPlainWords(argv)[1], command ?? "generate"),
          ...argv.flatMap((word, index) => [
            ...explainOption(word, command ?? "generate"),
            ...explainValue(word, argv[index - 1] ?? ""),
          ]),
        ]
      : explainCommand(first, targets);
  const asked = command ?? (isOfGenerate ? "generate" : "");
  const see = `See mplus-codegen ${asked}${asked === "" ? "" : " "}--help.`;
  const said = [...new Set(complaints)].map((text) => (/[.!?]$/.test(text) ? text : `${text}.`));
  return { message: said.join(" "), hint: [...new Set(meant), see].join(" ") };
}

function explainCommand(word: string, targets: readonly string[]): readonly string[] {
  const command = findNear(word, commandNames);
  if (command !== undefined) return [`Did you mean ${command}?`];
  const target = suggest(word, targets);
  if (target === undefined) return [];
  const is = target === word ? "It is a target:" : `Did you mean the target ${target}?`;
  return [`${is} mplus-codegen --target ${target}.`];
}

/** The option that a word was probably meant for, of a command that takes none. */
function explainBareWord(word: string | undefined, command: CommandName): readonly string[] {
  const { bareWord } = getCommand(command);
  return word === undefined || bareWord === undefined
    ? []
    : [`Did you mean --${toFlag(bareWord)} ${quoteForShell(word)}?`];
}

/** What an option was probably meant to be that the command does not have: another one of it, or one of other commands. */
function explainOption(word: string, command: CommandName): readonly string[] {
  const name = /^--([^=]+)/.exec(word)?.[1];
  const own = [...getCommand(command).options, ...sharedOptions].map(toFlag);
  if (name === undefined || own.includes(name)) return [];
  const owners = (flag: string) =>
    commandNames.filter((each) => getCommand(each).options.some((option) => toFlag(option) === flag));
  if (owners(name).length > 0) return [`--${name} belongs to ${listWords(owners(name), "and")}.`];
  const near = findNear(name, own);
  return near === undefined ? [] : [`Did you mean --${near}?`];
}

/** Which value was probably meant, where an option takes one of a few. */
function explainValue(word: string, before: string): readonly string[] {
  const [, name = "", inline] = /^--([^=]+)=(.*)$/s.exec(word) ?? [];
  const { choices = [] } = (inline === undefined ? findTaking(before) : findOption(name)?.[1]) ?? {};
  const value = inline ?? word;
  const near = choices.includes(value) ? undefined : suggest(value, choices);
  return near === undefined ? [] : [`Did you mean ${quote(near)}?`];
}

/** A name that is nearly the same, or of which the beginning was typed. */
const findNear = (name: string, known: readonly string[]): string | undefined =>
  suggest(name, known) ?? (name.length > 1 ? known.find((each) => each.startsWith(name)) : undefined);
