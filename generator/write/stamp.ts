import { createHash } from "node:crypto";
import { isObject, parseJson } from "../json.js";
import { outputOptions, toFlag, type Option, type ReadOption, type TargetOptions } from "../options.js";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";

/** `stamp.json`: what the tool wrote into a folder, so that it can tell its own files from others. */
export interface Stamp {
  readonly targets: Readonly<Record<string, StampEntry>>;
}

/** One target, with the settings that it was made with. */
export interface StampEntry extends Settings {
  readonly tool: string;
  /** The hash of each file that was written, by its path in the folder. */
  readonly files: Readonly<Record<string, string>>;
}

/** The settings that decide what is generated, besides spec and tool. All targets of a folder have the same, of what they read. */
export type Settings = Partial<TargetOptions>;

/** The name of the stamp in the output folder. */
export const stampName = "stamp.json";

/** Reads the text of a stamp; a folder without a stamp has an empty one. */
export function parseStamp(text: string | undefined, path: string): Outcome<Stamp> {
  const value = text === undefined ? { targets: {} } : parseJson(text);
  return isStamp(value) ? success(value) : failure([report("stamp-unreadable", { path })]);
}

const isStamp = (value: unknown): value is Stamp =>
  isObject(value) && isObject(value["targets"]) && Object.values(value["targets"]).every(isEntry);

const isEntry = (entry: unknown): boolean =>
  isObject(entry) &&
  isObject(entry["files"]) &&
  Object.values(entry["files"]).every((hash) => typeof hash === "string");

/** Hashes a text file. Line ends make no difference: version control systems change them. */
export const hashText = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex").slice(0, 32);

type Row = readonly [name: keyof Settings, option: Option];

const rows = (Object.entries(outputOptions) as readonly Row[]).filter(([, { stamp }]) => stamp);

/** What a stamp records of the settings: those that are not as usual, or always recorded, and read. */
export const recordSettings = (settings: Settings, reads: readonly ReadOption[]): Settings =>
  Object.fromEntries(
    rows.flatMap(([name, { stamp, onlyRead, default: usual }]) => {
      const isRecorded = stamp === "always" || settings[name] !== usual;
      const isRead = !onlyRead || reads.some((each) => each === name);
      return isRecorded && isRead ? [[name, settings[name]]] : [];
    }),
  );

/**
 * Formats settings as options of the command line, without those that are usual. What only some targets read may come
 * from other settings.
 */
export const formatFlags = (settings: Settings, read: Settings = settings): readonly string[] =>
  rows.flatMap(([name, { default: usual, onlyRead }]) => {
    const value = (onlyRead ? read : settings)[name] ?? usual;
    return value === usual ? [] : [`--${toFlag(name)} ${value}`];
  });

/** Whether two outputs were made with the same settings, as far as both read them. */
export function isSameSettings(one: Settings, other: Settings): boolean {
  const [first, second] = [formatFlags(one, { ...other, ...one }), formatFlags(other, { ...one, ...other })];
  return first.join(" ") === second.join(" ");
}

/** Describes settings in words. */
export function describeSettings(settings: Settings): string {
  const { minVersion = "", maxVersion = "", versions, responses, importExtension } = settings;
  const fleet = versions ?? `${minVersion}..${maxVersion}`;
  const others = rows.flatMap(([name, { inWords }]) =>
    settings[name] === undefined ? [] : (inWords?.replace("%", settings[name]) ?? []),
  );
  const always = `${fleet} with ${responses} responses and import extension ${importExtension}`;
  return [always, ...others].join(", ");
}
