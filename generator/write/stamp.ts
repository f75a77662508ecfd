import { createHash } from "node:crypto";
import { report } from "../problem/catalogue.js";
import { failure, success, type Outcome } from "../problem/problem.js";
import type { Settings } from "./settings.js";

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

/** The name of the stamp in the output folder. */
export const stampName = "stamp.json";

/** Reads the text of a stamp; a folder without a stamp has an empty one. */
export function parseStamp(text: string | undefined, path: string): Outcome<Stamp> {
  if (text === undefined) return success({ targets: {} });
  try {
    const value: unknown = JSON.parse(text);
    if (isStamp(value)) return success(value);
  } catch {
    // Reported below, like JSON that is not a stamp.
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

/** Formats a stamp, with targets and files sorted so that a small change is a small diff. */
export function formatStamp({ targets }: Stamp): string {
  const sorted = sortKeys(targets).map(([name, { files, ...rest }]) => [
    name,
    { ...rest, files: Object.fromEntries(sortKeys(files)) },
  ]);
  return `${JSON.stringify({ targets: Object.fromEntries(sorted) as unknown }, null, 2)}\n`;
}

const sortKeys = <T>(record: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** Hashes a text file. Line ends make no difference: version control systems change them. */
export const hashText = (text: string): string =>
  createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex").slice(0, 32);
