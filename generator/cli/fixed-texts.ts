import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Ending } from "./terminal.js";

/** What some calls always print, by their arguments: help and version, which no library has to lay out again. */
export type FixedTexts = Readonly<Record<string, string>>;

/** Lies beside the built code; where there is none, as in a checkout that runs from its sources, yargs answers. */
export const fixedTextsPath = fileURLToPath(new URL("fixed-texts.json", import.meta.url));

/** What of the arguments is looked up. */
export const callKey = (argv: readonly string[]): string => argv.join(" ");

/** How a call for help or the version ends. */
export function recallText(argv: readonly string[]): Ending | undefined {
  if (!isForText(argv.at(-1))) return undefined;
  try {
    const texts = JSON.parse(readFileSync(fixedTextsPath, "utf8")) as FixedTexts;
    const stdout = texts[callKey(argv)];
    return stdout === undefined ? undefined : { code: 0, stdout, stderr: "" };
  } catch {
    return undefined;
  }
}

const isForText = (word: string | undefined): boolean => word === "--help" || word === "--version";
