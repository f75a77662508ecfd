import { frameworkNames } from "../../init/choices.js";
import { buildModel } from "../../contract/model/build.js";
import type { NamedSubject } from "../../base/options.js";
import { loadSpec } from "../../contract/package/package-files.js";
import { targets } from "../../targets/all.js";
import { formatRelease } from "../../base/time/release.js";
import { completeCall, formatCompletionScript } from "../options/parse.js";
import { requireSuccess } from "../call-error.js";
import { renderText, type RenderedResult } from "../command-result.js";
import { listBuiltInScenarios } from "../inputs/scenarios.js";

/** Prints yargs' script for the user's shell, which then requests the completions. */
export const completion = async (): Promise<RenderedResult> => renderText(await formatCompletionScript());

/** One completion of the last word per line. If there are none, the shell offers paths. */
export async function complete(words: readonly string[]): Promise<string> {
  // Bash passes `--target=types` as three words, and the last may be empty. Other shells pass one.
  const [, option = "", list = "", current = ""] =
    /^(--[^=]+=)?(.*,)?=?(.*)$/s.exec(words.at(-1) ?? "") ?? [];
  const before = [...words.slice(0, -1), option.slice(0, -1)].filter((word) => word !== "" && word !== "=");
  // The default command is generate.
  const command = [...before, current][0]?.startsWith("-") ? ["generate"] : [];
  const found = await completeCall([...command, ...before, current], listNames);
  // Yargs also offers aliases as `--t`, and options in place of a value.
  const isMeant = (word: string): boolean =>
    word.startsWith(current) && word.startsWith("-") === current.startsWith("-") && !/^--\w(?!\w)/.test(word);
  return found
    .split("\n")
    .filter((word) => word !== "" && isMeant(word))
    .map((word) => `${option}${list}${word}\n`)
    .join("");
}

function listNames(kind: NamedSubject): readonly string[] {
  if (kind === "target") return targets.map(({ name }) => name);
  if (kind === "framework") return frameworkNames;
  if (kind === "scenario") return listBuiltInScenarios();
  const { events, products, releases } = buildModel(requireSuccess(loadSpec()).value);
  if (kind === "event") return events.map(({ name }) => name);
  return kind === "product"
    ? products.map(({ id }) => id)
    : releases.map(({ release }) => formatRelease(release));
}
