import { lstatSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { stdin } from "node:process";
import { report } from "../../base/problem/catalogue.js";
import { describeSystemError, getErrorCode } from "../../base/problem/problem.js";
import { withPlainFile } from "../../contract/read/plain-file.js";
import { findNearPath } from "../../contract/read/read-spec.js";
import { quote } from "../../base/text/quote.js";
import { CallError, throwProblems, throwUsageProblem } from "../call-error.js";

/**
 * Undefined if the file is larger than the limit, in bytes. Throws if it is not a regular file, because a pipe or
 * device may never end.
 */
export const readUserFile = (path: string, limit: number): Uint8Array | undefined =>
  withPlainFile(realpathSync(path), (file, size) => (size > limit ? undefined : readFileSync(file)));

/** Ends the command on a failure. The limit is 64 MiB. */
export function requireUserFile(path: string): Uint8Array {
  try {
    return readUserFile(path, maxBytes) ?? throwUsageProblem(`${path} is larger than 64 MiB.`);
  } catch (error) {
    if (error instanceof CallError) throw error;
    const near = findNearPath(path, error);
    const reason = describeSystemError(error);
    return throwUsageProblem(`${path} cannot be read: ${reason}.`, near && `Did you mean ${quote(near)}?`);
  }
}

/** Reads a text from a file, or from standard input for `-`. Ends the command on a failure. The limit is 64 MiB. */
export async function readUserText(path: string): Promise<string> {
  const bytes = path === "-" ? await readStandardInput() : requireUserFile(path);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return throwUsageProblem(`${path === "-" ? "The input" : path} is not UTF-8.`);
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throwUsageProblem("The input is larger than 64 MiB.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const maxBytes = 2 ** 26;

/** Replaces a file completely or not at all, without following links. Ends the command if that fails. */
export function writeUserFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.new`;
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    refuseUnwritable(path, error);
  }
}

const refuseUnwritable = (path: string, error: unknown): never =>
  throwProblems(report("output-unwritable", { path, reason: describeSystemError(error) }));

/** Ends the command if there is something at the path. Before long work; `createUserFile` checks again. */
export function mustBeNewFile(path: string, option: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })) refuseExisting(path, option);
}

/** Writes a new file that only its owner can read. Ends the command if something is at the path. */
export function createUserFile(path: string, text: string, option: string): void {
  try {
    writeFileSync(path, text, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (getErrorCode(error) === "EEXIST") refuseExisting(path, option);
    refuseUnwritable(path, error);
  }
}

const refuseExisting = (path: string, option: string): never =>
  throwUsageProblem(`${path} already exists.`, `Choose another name for ${option}.`);

/** True if the path is the folder or inside it. Compares only the paths, not the files. */
export function isInsideFolder(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On Windows, no relative path leads from one drive to another.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
