import { suggest } from "../../text/suggest.js";
import { commandNames, getCommand, type CommandName } from "./commands.js";

/** Unknown words of a call, and the known ones that were probably meant. */
export interface UnknownWords {
  readonly words: readonly string[];
  readonly meant: readonly string[];
}

/** Returns the words that a complaint of yargs calls unknown, as they were typed; undefined for another complaint. */
export function findUnknownWords(complaint: string, argv: readonly string[]): UnknownWords | undefined {
  const names = /^Unknown arguments?: (.*)$/.exec(complaint)?.[1]?.split(", ");
  if (!names) return undefined;
  const typed = new Set(names.flatMap((name) => findTyped(name, argv) ?? []));
  const words = typed.size > 0 ? [...typed] : names;
  const command = commandNames.find((name) => name === argv[0]);
  return { words, meant: words.flatMap((word) => findMeant(word, command) ?? []) };
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

/** Suggests an option for an option and a command for a command. */
function findMeant(word: string, command: CommandName | undefined): string | undefined {
  if (!isOption(word)) {
    const isCommand = commandNames.some((name) => name === word);
    return command === undefined && !isCommand ? suggest(word, commandNames) : undefined;
  }
  const options = [...getCommand(command ?? "generate").options, "help", "version"];
  const near = suggest(word.replace(/^--?/, ""), options);
  return near && `--${near}`;
}

const isOption = (word: string): boolean => word.startsWith("-");
