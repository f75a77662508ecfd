import type { Memo } from "../../memo.js";
import { findCommand } from "./find-command.js";
import { formatCommandHelp, formatGeneralHelp } from "./help-text.js";

/** What a call prints that asks for help or for the version; undefined where it asks for neither. */
export async function findAskedText(argv: readonly string[], memo: Memo): Promise<string | undefined> {
  const end = argv.indexOf("--");
  const words = end < 0 ? argv : argv.slice(0, end);
  // The spec is only read where the version is asked for.
  if (words.includes("--version")) {
    const { describeToolVersion, toolVersionToJson } = await import("../tool-version.js");
    return asksForJson(argv) ? toolVersionToJson(memo) : `${describeToolVersion(memo)}\n`;
  }
  if (words[0] !== "help" && !words.some((word) => word === "--help" || word === "-h")) return undefined;
  const command = findCommand(words);
  return command === undefined ? formatGeneralHelp() : formatCommandHelp(command);
}

/** Whether a program reads what is printed. A call that is wrong was not parsed to its end. */
export const asksForJson = (argv: readonly string[]): boolean =>
  argv.some((word, index) => /^--json(=true)?$/.test(word) && !argv.slice(0, index).includes("--"));
