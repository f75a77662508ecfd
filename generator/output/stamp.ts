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
import { quotePath } from "../base/text/quote.js";
import type { OutputFile } from "../targets/target.js";

/** `stamp.json`: what the tool wrote into a folder, so that it can tell its own files from others. */
export interface Stamp {
  readonly targets: Readonly<Record<string, StampEntry>>;
}

/** One target, with the settings that it was made with. */
export interface StampEntry extends Settings {
  readonly tool: string;
  /** The hash of each file that was written, by its path in the folder; while a run writes, of what was there before as well, with a space between. */
  readonly files: Readonly<Record<string, string>>;
}

/** The settings that decide what is generated, besides spec and tool. All targets of a folder have the same, of what they read. */
export type Settings = Partial<TargetOptions>;

/** The content that a run wants in the output folder. */
export interface WantedOutput {
  readonly settings: Settings;
  readonly tool: string;
  readonly outputs: readonly {
    readonly target: string;
    /** Left out: nothing but what all targets read. */
    readonly reads?: readonly TargetSpecificOption[] | undefined;
    readonly files: readonly OutputFile[];
  }[];
}

/** The name of the stamp in the output folder. */
export const stampName = "stamp.json";

/** Reads the text of a stamp; a folder without a stamp has an empty one. */
export function parseStamp(text: string | undefined, path: string): Outcome<Stamp> {
  const value = text === undefined ? { targets: {} } : parseJson(text);
  return isStamp(value) ? success(value) : failure([report("stamp-unreadable", { path })]);
}

/** The fleet that a folder was generated for: all its targets are for the same one. */
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

/** Whether a stamp has such a setting. Anybody can write a stamp, and commands repeat it: what is no free text has a shape. */
export function isSetting({ type, names, choices }: Option, value: unknown): boolean {
  if (value === undefined) return true;
  if (type === "boolean") return typeof value === "boolean";
  const shape =
    names === "release" ? /^[\d.]+$/ : names === "releases" ? /^[\d.,]+$/ : choices ? /^\w+$/ : /^/;
  const isText = (text: unknown): boolean => typeof text === "string" && shape.test(text);
  return type === undefined ? isText(value) : Array.isArray(value) && value.every(isText);
}

/**
 * Formats the stamp of a folder that has these files of what is wanted. Targets and files are sorted, so that a small
 * change is a small diff.
 */
export function formatStamp(
  { settings, tool, outputs }: WantedOutput,
  { targets }: Stamp,
  files: readonly { readonly path: string; readonly target: string; readonly hash?: string }[],
): string {
  const entries = outputs.map(({ target, reads = [] }) => {
    const own = files.filter((file) => file.target === target).map(({ path, hash }) => [path, hash] as const);
    return [target, { ...recordSettings(settings, reads), tool, files: sortKeys(own) }] as const;
  });
  const all = sortKeys([...Object.entries(targets), ...entries]);
  return `${JSON.stringify({ targets: all }, null, 2)}\n`;
}

/** Of two entries with one key the later is taken. */
const sortKeys = (entries: readonly (readonly [string, unknown])[]): object =>
  Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));

/**
 * Compares the settings of a run with those that the folder was made with. Refuses to leave targets with other ones that
 * are not generated again; of those that are, says in words what they were made with before, if that differs.
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
  const former = remade.map((name) => targets[name]).find(isOther);
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

/** What a stamp records of the settings: those that are not as usual, or always recorded, and read. */
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
 * Formats settings as options of the command line, without those that are usual. What only some targets read may come
 * from other settings.
 */
export const formatFlags = (settings: Settings, read: Settings = settings): readonly string[] =>
  stampedOptions.flatMap(([name, row]) => {
    const value = applyDefault(row, (row.onlyRead ? read : settings)[name]);
    return isUsual(row, value) ? [] : formatOption(name, value);
  });

const isUsual = (row: Option, value: unknown): boolean =>
  isDeepStrictEqual(value, applyDefault(row, undefined));

/** Whether two outputs were made with the same settings, as far as both read them. */
const isSameSettings = (one: Settings, other: Settings): boolean =>
  String(formatFlags(one, { ...other, ...one })) === String(formatFlags(other, { ...one, ...other }));

/** Describes settings in words. */
function describeSettings(settings: Settings): string {
  const { minVersion = "", maxVersion = "", versions, responses, importExtension } = settings;
  const fleet = versions ?? `${minVersion}..${maxVersion}`;
  // A list of one is joined to a text, whatever the kind of the value.
  const others = stampedOptions.flatMap(([name, { inWords }]) =>
    settings[name] === undefined ? [] : (inWords?.replace("%", () => [settings[name]].join()) ?? []),
  );
  const always = `${fleet} with ${responses} responses and import extension ${importExtension}`;
  return [always, ...others].join(", ");
}
