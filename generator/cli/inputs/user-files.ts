import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { isAbsolute, relative, sep } from "node:path";
import { report } from "../../base/problem/catalogue.js";
import { describeSystemError } from "../../base/problem/problem.js";
import { withPlainFile } from "../../contract/read/plain-file.js";
import { findNearPath } from "../../contract/read/read-spec.js";
import { quote } from "../../base/text/quote.js";
import { CallError, throwProblems, throwUsageProblem } from "../call-error.js";

/**
 * The bytes of a file that the user named; undefined if it has more than so many. Throws if there is no regular file: a
 * pipe or a device may never come to an end.
 */
export const readUserFile = (path: string, limit: number): Uint8Array | undefined =>
  withPlainFile(realpathSync(path), (file, size) => (size > limit ? undefined : readFileSync(file)));

/** The same, of 64 MiB at most; ends the call if the file cannot be read. */
export function requireUserFile(path: string): Uint8Array {
  try {
    return readUserFile(path, 2 ** 26) ?? throwUsageProblem(`${path} has more than 64 MiB.`);
  } catch (error) {
    if (error instanceof CallError) throw error;
    const near = findNearPath(path, error);
    const reason = describeSystemError(error);
    return throwUsageProblem(`${path} cannot be read: ${reason}.`, near && `Did you mean ${quote(near)}?`);
  }
}

/** Writes a file wholly or not at all, in the place of an earlier one, and follows no link. Ends the call if it cannot. */
export function writeUserFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.new`;
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throwProblems(report("output-unwritable", { path, reason: describeSystemError(error) }));
  }
}

/** Whether a path is that of a folder, or lies below it, as far as their texts say. */
export function isInsideFolder(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On Windows there is no way from one drive to another.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
