import { commandNames, type CommandName } from "./commands.js";
import type { Option } from "../../options.js";
import { findOption } from "./options.js";

/** The command that a call names, whatever else is wrong with it; undefined where it names none. */
export const findCommand = (argv: readonly string[]): CommandName | undefined =>
  listPlainWords(argv).flatMap((word) => commandNames.filter((name) => name === word))[0];

/** The words of a call that are neither options nor their values: its command, and what follows that. */
export const listPlainWords = (argv: readonly string[]): readonly string[] =>
  argv.filter((word, index) => !word.startsWith("-") && findTaking(argv[index - 1] ?? "") === undefined);

/** The option that takes the next word as its value; undefined where this word is none. */
export function findTaking(word: string): Option | undefined {
  const [, name] = /^(?:-(?=.$)|--)([^=-][^=]*)$/.exec(word) ?? [];
  const [, option] = name === undefined ? [] : (findOption(name) ?? []);
  return option?.type === "boolean" ? undefined : option;
}
