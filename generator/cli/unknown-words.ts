import { suggest } from "../text/suggest.js";
import {
  diffOptions,
  explainOptions,
  generateOptions,
  initOptions,
  readOptions,
  releaseOptions,
  type OptionRow,
} from "./options.js";

/** The words that may come first, each with its options. */
const optionsOf: Readonly<Record<string, Readonly<Record<string, OptionRow>>>> = {
  generate: generateOptions,
  lint: readOptions,
  diff: diffOptions,
  explain: explainOptions,
  versions: readOptions,
  targets: { json: readOptions.json },
  release: releaseOptions,
  init: initOptions,
};

export const commandNames = Object.keys(optionsOf);

/** Words of a call that mean nothing, and what they were most likely meant to be. */
export interface UnknownWords {
  readonly words: readonly string[];
  readonly meant: readonly string[];
}

/** What yargs complains of, as it was typed; undefined where it complains of something else. */
export function findUnknownWords(complaint: string, argv: readonly string[]): UnknownWords | undefined {
  const names = /^Unknown arguments?: (.*)$/.exec(complaint)?.[1]?.split(", ");
  if (!names) return undefined;
  const typed = new Set(names.flatMap((name) => findTyped(name, argv) ?? []));
  const words = typed.size > 0 ? [...typed] : names;
  const [first = ""] = argv;
  const command = commandNames.includes(first) ? first : undefined;
  return { words, meant: words.flatMap((word) => findMeant(word, command) ?? []) };
}

/** The word that yargs calls by this name: without its dashes, `-ab` as `a` and `b`, and `--a-b` as `aB` once more. */
function findTyped(name: string, argv: readonly string[]): string | undefined {
  const options = argv.filter(isOption).map((word) => word.replace(/=.*$/s, ""));
  return (
    options.find((word) => word.replace(/^--?/, "") === name) ??
    options.find((word) => /^-[^-]/.test(word) && name.length === 1 && word.includes(name)) ??
    argv.find((word) => word === name)
  );
}

/** An option for an option, a command for a command. */
function findMeant(word: string, command: string | undefined): string | undefined {
  if (!isOption(word)) {
    const isFirst = command === undefined && !commandNames.includes(word);
    return isFirst ? suggest(word, commandNames) : undefined;
  }
  const options = [...Object.keys(optionsOf[command ?? "generate"] ?? {}), "help", "version"];
  const near = suggest(word.replace(/^--?/, ""), options);
  return near && `--${near}`;
}

const isOption = (word: string): boolean => word.startsWith("-");
