import { completeCall, formatCompletionScript } from "../options/parse.js";
import { renderText, type RenderedResult } from "../command-result.js";

/** Prints yargs' script for the user's shell, which then requests the completions. */
export const completion = async (): Promise<RenderedResult> => renderText(await formatCompletionScript());

/** One completion of the last word per line. If there are none, the shell offers paths. */
export async function complete(words: readonly string[]): Promise<string> {
  // Bash passes `--responses=safe` as three words, and the last may be empty. Other shells pass one.
  const [, option = "", current = ""] = /^(--[^=]+=)?=?(.*)$/s.exec(words.at(-1) ?? "") ?? [];
  const before = [...words.slice(0, -1), option.slice(0, -1)].filter((word) => word !== "" && word !== "=");
  // The default command is generate.
  const command = [...before, current][0]?.startsWith("-") ? ["generate"] : [];
  const found = await completeCall([...command, ...before, current]);
  // Yargs also offers aliases as `--t`, and options in place of a value.
  const isMeant = (word: string): boolean =>
    word.startsWith(current) && word.startsWith("-") === current.startsWith("-") && !/^--\w(?!\w)/.test(word);
  return found
    .split("\n")
    .filter((word) => word !== "" && isMeant(word))
    .map((word) => `${option}${word}\n`)
    .join("");
}
