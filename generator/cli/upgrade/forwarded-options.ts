import { existsSync } from "node:fs";
import { join } from "node:path";
import { report } from "../../problem/catalogue.js";
import { failure, success, type Outcome } from "../../problem/problem.js";
import { addRead, listFlags } from "../../write/settings.js";
import { stampName } from "../../write/stamp.js";
import { findConfig } from "../config/find-config.js";
import type { Args, Given } from "../options/args.js";
import { commands } from "../options/commands.js";
import { toCamelCase } from "../options/parse.js";
import { readStamp } from "../read-fleet.js";

type PreviewArgs = Args<"upgrade-preview">;

/** The options that say how to preview. All others are for the program that is asked. */
const own: readonly string[] = ["to", "patch", "json"];

/**
 * The options for the program that is asked: those of this call. Where they name no target and there is no config, what the
 * stamp of the folder says is added, and options win.
 */
export function listForwarded(args: PreviewArgs, given: Given): Outcome<readonly string[]> {
  const typed = commands["upgrade-preview"].options.flatMap((name) => {
    const key = toCamelCase(name) as keyof PreviewArgs;
    return given.has(key) && !own.includes(key) ? [`--${name}=${String(args[key])}`] : [];
  });
  if (given.has("target") || hasConfig()) return success(typed);
  const recorded = listRecorded(args.out);
  if (!recorded.ok) return recorded;
  const flags = typed.map(findFlag);
  const kept = recorded.value.map((text) => [text, findFlag(text)] as const);
  return success([
    ...kept.filter(([, flag]) => !flags.some((other) => replaces(other, flag))).map(([text]) => text),
    ...typed,
  ]);
}

const findFlag = (text: string): string => text.replace(/=.*$/s, "");

const rangeFlags: readonly string[] = ["--min-version", "--max-version"];

/** What was typed stands for itself, and a list of releases for a range and the other way round. */
const replaces = (typed: string, recorded: string): boolean =>
  typed === recorded ||
  (typed === "--versions" && rangeFlags.includes(recorded)) ||
  (recorded === "--versions" && rangeFlags.includes(typed));

/** Whether there is a config, or more than there may be: the program that is asked tells of that. */
function hasConfig(): boolean {
  const found = findConfig("");
  return !found.ok || found.value !== undefined;
}

function listRecorded(out: string): Outcome<readonly string[]> {
  const path = join(out, stampName);
  if (!existsSync(path)) return failure([report("nothing-to-preview", { path })]);
  const stamp = readStamp(path);
  if (!stamp.ok) return stamp;
  const entries = Object.entries(stamp.value.targets);
  const [first] = entries;
  if (!first) return failure([report("nothing-to-preview", { path })]);
  // All targets of a folder have the same settings, of what they read.
  const recorded = addRead(
    first[1],
    entries.map(([, entry]) => entry),
  );
  const settings = listFlags(recorded).map((words) => words.join("="));
  return success([`--target=${entries.map(([name]) => name).join(",")}`, ...settings]);
}
