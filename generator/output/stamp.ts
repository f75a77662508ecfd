import { isDeepStrictEqual } from "node:util";
import { isObject, parseJson } from "../base/json.js";
import {
  formatOption,
  isTargetName,
  outputOptions,
  applyDefault,
  type Option,
  type TargetSpecificOption,
  type TargetOptions,
} from "../base/options.js";
import { report } from "../base/problem/catalogue.js";
import { failure, success, type Outcome } from "../base/problem/problem.js";
import { parseRange, type Fleet, type History } from "../base/time/fleet.js";
import { ownEntry } from "../contract/read/values.js";
import { quotePath } from "../base/text/quote.js";
import type { OutputFile } from "../targets/target.js";

/** `stamp.json`: lists the files that the tool wrote into a folder, so that it can recognize them later. */
export interface Stamp {
  readonly targets: Readonly<Record<string, StampEntry>>;
}

export interface StampEntry extends Settings {
  readonly tool: string;
  /**
   * The fingerprint of each written file, by its path in the folder. During a run, the old and the new one, separated
   * by a space.
   */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * The settings that determine the output, besides the spec and the tool. Within a folder, all targets that read a setting use the same value.
 */
export type Settings = Partial<TargetOptions>;

export interface WantedOutput {
  readonly settings: Settings;
  readonly tool: string;
  readonly outputs: readonly {
    readonly target: string;
    /** Default: only the settings that all targets read. */
    readonly reads?: readonly TargetSpecificOption[] | undefined;
    readonly files: readonly OutputFile[];
  }[];
}

export const stampName = "stamp.json";

/** A folder without a stamp has an empty one. */
export function parseStamp(text: string | undefined, path: string): Outcome<Stamp> {
  const value = text === undefined ? { targets: {} } : parseJson(text);
  return isStamp(value) ? success(value) : failure([report("stamp-unreadable", { path })]);
}

/** All targets of a folder share its fleet. */
export function readStampFleet({ targets }: Stamp, history: History): Outcome<Fleet> {
  const [{ minVersion = "", maxVersion = "", versions } = {}] = Object.values(targets);
  return parseRange(versions ?? `${minVersion}..${maxVersion}`, history);
}

const isStamp = (value: unknown): value is Stamp =>
  isObject(value) &&
  isObject(value["targets"]) &&
  Object.entries(value["targets"]).every(([name, entry]) => isTargetName(name) && isEntry(entry));

const isEntry = (entry: unknown): boolean =>
  isObject(entry) &&
  isObject(entry["files"]) &&
  stampedOptions.every(([name, option]) => isSetting(option, entry[name])) &&
  Object.values(entry["files"]).every((hash) => typeof hash === "string");

/**
 * True if a stamp may contain such a setting. Anybody can write a stamp, and commands repeat it, so only settings
 * with a fixed form are allowed.
 */
export function isSetting({ type, names, choices }: Option, value: unknown): boolean {
  if (value === undefined) return true;
  if (type === "boolean") return typeof value === "boolean";
  const shape = names ? nameShapes[names] : choices ? /^\w+$/ : /^/;
  const isText = (text: unknown): boolean => typeof text === "string" && shape.test(text);
  return type === undefined ? isText(value) : Array.isArray(value) && value.every(isText);
}

const nameShapes = { release: /^[\d.]+$/, releases: /^[\d.,]+$/, folder: /^[\w.-]+$/ };

/**
 * Formats the stamp for those wanted files that a folder has. Targets and files are sorted, so that diffs are small.
 */
export function formatStamp(
  { settings, tool, outputs }: WantedOutput,
  { targets }: Stamp,
  files: readonly { readonly path: string; readonly target: string; readonly stamped: string }[],
): string {
  const entries = outputs.map(({ target, reads = [] }) => {
    const own = files
      .filter((file) => file.target === target)
      .map(({ path, stamped }) => [path, stamped] as const);
    return [target, { ...recordSettings(settings, reads), tool, files: sortKeys(own) }] as const;
  });
  const all = sortKeys([...Object.entries(targets), ...entries]);
  return `${JSON.stringify({ targets: all }, null, 2)}\n`;
}

/** The last of two entries with one key wins. */
const sortKeys = (entries: readonly (readonly [string, unknown])[]): object =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/**
 * Compares the settings of a run with those of the folder. Fails if targets with other settings would remain.
 * Otherwise describes the old settings of the regenerated targets, if they differ.
 */
export function compareSettings(
  out: string,
  { settings, outputs }: WantedOutput,
  { targets }: Stamp,
): Outcome<string | undefined> {
  const remade = outputs.map(({ target }) => target);
  const reads = outputs.flatMap((output) => output.reads ?? []);
  const asked = recordSettings(settings, reads);
  const isOther = (entry: Settings | undefined) => entry && !isSameSettings(entry, asked);
  const others = Object.entries(targets).filter(([name, entry]) => !remade.includes(name) && isOther(entry));
  const former = remade.map((name) => ownEntry(targets, name)).find(isOther);
  const [first] = others.map(([, entry]) => entry);
  if (!first) return success(former && describeSettings(former));
  const names = others.map(([name]) => name);
  const call = (called: readonly string[], flags: readonly string[]): string =>
    ["mplus-codegen", ...formatOption("target", called.join()), ...flags, `--out ${quotePath(out)}`].join(
      " ",
    );
  const all = others.reduce((read, [, entry]) => ({ ...entry, ...read }), asked);
  return failure([
    report("other-range", {
      existing: describeSettings(first),
      asked: describeSettings(asked),
      targets: names.join(", "),
      joining: call(remade, formatFlags(first, asked)),
      command: call([...remade, ...names], formatFlags(asked, all)),
    }),
  ]);
}

type StampedOption = readonly [name: keyof Settings, option: Option];

const stampedOptions = (Object.entries(outputOptions) as readonly StampedOption[]).filter(
  ([, { stamp }]) => stamp,
);

/** Keeps the settings that the targets read, if they are always recorded or differ from the default. */
const recordSettings = (settings: Settings, reads: readonly TargetSpecificOption[]): Settings =>
  Object.fromEntries(
    stampedOptions.flatMap(([name, row]) => {
      const { stamp, onlyRead } = row;
      const isRecorded = stamp === "always" || !isUsual(row, settings[name]);
      const isRead = !onlyRead || reads.some((each) => each === name);
      return isRecorded && isRead ? [[name, settings[name]]] : [];
    }),
  );

/**
 * Formats settings as command-line options, without defaults. Options that only some targets read may come from other
 * settings.
 */
export const formatFlags = (settings: Settings, read: Settings = settings): readonly string[] =>
  stampedOptions.flatMap(([name, row]) => {
    const value = applyDefault(row, (row.onlyRead ? read : settings)[name]);
    return isUsual(row, value) ? [] : formatOption(name, value);
  });

const isUsual = (row: Option, value: unknown): boolean =>
  isDeepStrictEqual(value, applyDefault(row, undefined));

const isSameSettings = (one: Settings, other: Settings): boolean =>
  String(formatFlags(one, { ...other, ...one })) === String(formatFlags(other, { ...one, ...other }));

function describeSettings(settings: Settings): string {
  const { minVersion = "", maxVersion = "", versions, responses, importExtension } = settings;
  const fleet = versions ?? `${minVersion}..${maxVersion}`;
  // A list of one item becomes a text, whatever its type.
  const others = stampedOptions.flatMap(([name, { inWords }]) =>
    settings[name] === undefined ? [] : (inWords?.replace("%", () => [settings[name]].join()) ?? []),
  );
  const always = `${fleet} with ${responses} responses and import extension ${importExtension}`;
  return [always, ...others].join(", ");
}
