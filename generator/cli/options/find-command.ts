import { commandNames, type CommandName } from "./commands.js";
import { findOption } from "./options.js";

/** The command that a call names, whatever else is wrong with it; undefined where it names none. */
export const findCommand = (argv: readonly string[]): CommandName | undefined =>
  argv.flatMap((word, index) =>
    takesValue(argv[index - 1] ?? "") ? [] : commandNames.filter((name) => name === word),
  )[0];

/** Whether the next word is the value of this one. */
function takesValue(word: string): boolean {
  const [, name] = /^(?:-(?=.$)|--)([^=-][^=]*)$/.exec(word) ?? [];
  const [, option] = name === undefined ? [] : (findOption(name) ?? []);
  return option !== undefined && option.type !== "boolean";
}
