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

/** `completion`: prints yargs' script for the user's shell, which then asks for the words of each call. */
export const completion = async (): Promise<RenderedResult> => renderText(await formatCompletionScript());

/** The words that the last one of a call may become, a line each. If there are none, the shell offers paths. */
export async function complete(words: readonly string[]): Promise<string> {
  // `--target=types` may come as one word, or, from bash, as three, of which the last may be empty.
  const [, option = "", list = "", current = ""] =
    /^(--[^=]+=)?(.*,)?=?(.*)$/s.exec(words.at(-1) ?? "") ?? [];
  const before = [...words.slice(0, -1), option.slice(0, -1)].filter((word) => word !== "" && word !== "=");
  // A call without a command is one of generate.
  const command = [...before, current][0]?.startsWith("-") ? ["generate"] : [];
  const found = await completeCall([...command, ...before, current], listNames);
  // Yargs offers an alias as `--t`, and options where a value may stand.
  const isMeant = (word: string): boolean =>
    word.startsWith(current) && word.startsWith("-") === current.startsWith("-") && !/^--\w(?!\w)/.test(word);
  return found
    .split("\n")
    .filter((word) => word !== "" && isMeant(word))
    .map((word) => `${option}${list}${word}\n`)
    .join("");
}

/** Everything that a value of a kind can name, in the built-in spec. */
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
