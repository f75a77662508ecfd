import { toFlag } from "../../options.js";
import { report } from "../../problem/catalogue.js";
import type { Problem } from "../../problem/problem.js";
import { targets } from "../../targets/all.js";
import { quote, quoteForShell } from "../../text/quote.js";
import { listWords, suggest } from "../../text/words.js";
import {
  commandNames,
  findCommand,
  findTaking,
  getCommand,
  listOptions,
  listPlainWords,
  type CommandName,
} from "./commands.js";
import { findOption } from "./options.js";

/** A wrong call: the words of yargs, what was probably meant, and where to look. */
export function explainComplaints(complaints: readonly string[], argv: readonly string[]): Problem {
  const [first = ""] = argv;
  // A call that begins with an option is one of `generate`.
  const command = findCommand(argv) ?? (/^(-|$)/.test(first) ? "generate" : undefined);
  const meant = command === undefined ? explainCommand(first) : explainWords(argv, command);
  const see = `See mplus-codegen ${command === undefined ? "" : `${command} `}--help.`;
  const said = [...new Set(complaints)].map((text) => (/[.!?]$/.test(text) ? text : `${text}.`));
  return report("usage", { message: said.join(" "), hint: [...new Set(meant), see].join(" ") });
}

/** Where an option is misspelt, the word after it is its value. */
function explainWords(argv: readonly string[], command: CommandName): readonly string[] {
  const options = argv.flatMap((word) => explainOption(word, command));
  return [
    ...(options.length > 0 ? options : explainBareWord(listPlainWords(argv)[1], command)),
    ...argv.flatMap((word, index) => explainValue(word, argv[index - 1] ?? "")),
  ];
}

function explainCommand(word: string): readonly string[] {
  const command = findNear(word, commandNames);
  if (command !== undefined) return [`Did you mean ${command}?`];
  const names = targets.map(({ name }) => name);
  const target = suggest(word, names);
  if (target === undefined) return [];
  const is = target === word ? "It is a target:" : `Did you mean the target ${target}?`;
  return [`${is} mplus-codegen --target ${target}.`];
}

/** What the first word was probably meant for: one of a few, or the value of an option where a command takes none. */
function explainBareWord(word: string | undefined, command: CommandName): readonly string[] {
  if (word === undefined) return [];
  const { bareWord, positionals } = getCommand(command);
  if (bareWord !== undefined) return [`Did you mean --${toFlag(bareWord)} ${quoteForShell(word)}?`];
  const [first] = Object.values(positionals);
  const choices = first?.choices ?? [];
  const near = choices.includes(word) ? undefined : suggest(word, choices);
  return near === undefined ? [] : [`Did you mean ${near}?`];
}

/** What an option was probably meant to be that the command does not have: another one of it, or one of other commands. */
function explainOption(word: string, command: CommandName): readonly string[] {
  const name = /^--([^=]+)/.exec(word)?.[1];
  const own = listOptions(command).map(toFlag);
  if (name === undefined || own.includes(name)) return [];
  const others = commandNames.flatMap((each) => getCommand(each).options.map(toFlag));
  const near = others.includes(name) ? undefined : findNear(name, own);
  if (near !== undefined) return [`Did you mean --${near}?`];
  const other = findNear(name, others);
  const owners = commandNames.filter((each) =>
    getCommand(each).options.some((option) => toFlag(option) === other),
  );
  return other === undefined ? [] : [`--${other} belongs to ${listWords(owners, "and")}.`];
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
