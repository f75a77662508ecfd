import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Printed } from "../report/ending.js";

/** The texts of help and version, by the arguments that ask for them: no library has to lay them out again. */
export type FixedTexts = Readonly<Record<string, string>>;

/** The build writes this file beside the built code. A checkout that runs from its sources has none: yargs answers. */
export const fixedTextsPath = fileURLToPath(new URL("fixed-texts.json", import.meta.url));

/** The key of a call in `FixedTexts`. */
export const toTextKey = (argv: readonly string[]): string => argv.join(" ");

/** Returns what a call for help or the version prints; undefined for any other call. */
export function recallText(argv: readonly string[]): Printed | undefined {
  if (!asksForText(argv.at(-1))) return undefined;
  try {
    const texts = JSON.parse(readFileSync(fixedTextsPath, "utf8")) as FixedTexts;
    const stdout = texts[toTextKey(argv)];
    return stdout === undefined ? undefined : { code: 0, stdout, stderr: "" };
  } catch {
    return undefined;
  }
}

const asksForText = (word: string | undefined): boolean => word === "--help" || word === "--version";
