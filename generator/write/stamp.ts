import { createHash } from "node:crypto";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";

/** `stamp.json`: what the tool wrote into a folder, so that it knows its own files from others'. */
export interface Stamp {
  readonly targets: Readonly<Record<string, StampEntry>>;
}

/** One target, as it was asked for. */
export interface StampEntry extends Settings {
  readonly tool: string;
  /** Each file's path in the folder, and the hash of what was written. */
  readonly files: Readonly<Record<string, string>>;
}

/** What makes two outputs differ besides spec and tool; one folder holds one. */
export interface Settings {
  readonly minVersion?: string;
  readonly maxVersion?: string;
  readonly versions?: string;
  readonly responses: string;
  readonly importExtension: string;
  /** Left out: `number`. */
  readonly int64?: string;
  readonly crypto?: "web";
}

/** The options of the command line that ask for these settings. */
export const flagsOf = ({
  minVersion,
  maxVersion,
  versions,
  responses,
  importExtension,
  int64,
  crypto,
}: Settings): string[] => [
  ...(minVersion === undefined ? [] : [`--min-version ${minVersion}`]),
  ...(maxVersion === undefined ? [] : [`--max-version ${maxVersion}`]),
  ...(versions === undefined ? [] : [`--versions ${versions}`]),
  ...(responses === "safe" ? [] : [`--responses ${responses}`]),
  ...(importExtension === "js" ? [] : [`--import-extension ${importExtension}`]),
  ...(int64 === undefined ? [] : [`--int64 ${int64}`]),
  ...(crypto === undefined ? [] : [`--crypto ${crypto}`]),
];

export const stampName = "stamp.json";

/** The stamp that a text holds; a folder without one has an empty stamp. */
export function parseStamp(text: string | undefined, path: string): Outcome<Stamp> {
  if (text === undefined) return success({ targets: {} });
  try {
    const value: unknown = JSON.parse(text);
    if (isStamp(value)) return success(value);
  } catch {
    // Reported below, like JSON that is no stamp.
  }
  return failure([report("stamp-unreadable", { path })]);
}

function isStamp(value: unknown): value is Stamp {
  if (!isRecord(value) || !isRecord(value["targets"])) return false;
  return Object.values(value["targets"]).every(
    (entry) =>
      isRecord(entry) &&
      isRecord(entry["files"]) &&
      Object.values(entry["files"]).every((hash) => typeof hash === "string"),
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The stamp as text: targets and files sorted, so that a small change is a small diff. */
export function formatStamp({ targets }: Stamp): string {
  const sorted = sortKeys(targets).map(([name, { files, ...rest }]) => [
    name,
    { ...rest, files: Object.fromEntries(sortKeys(files)) },
  ]);
  return `${JSON.stringify({ targets: Object.fromEntries(sorted) as unknown }, null, 2)}\n`;
}

const sortKeys = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** The hash of a text file, whatever a version control system made of its line ends. */
export const hashText = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex").slice(0, 32);
