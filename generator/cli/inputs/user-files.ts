import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, isAbsolute, relative, sep } from "node:path";
import { report } from "../../base/problem/catalogue.js";
import { describeSystemError } from "../../base/problem/problem.js";
import { withPlainFile } from "../../contract/read/plain-file.js";
import { findNearPath } from "../../contract/read/read-spec.js";
import { quote } from "../../base/text/quote.js";
import { refuse, refuseCall } from "../call-error.js";

/**
 * The bytes of a file that the user named; undefined if it has more than so many. Throws if there is no regular file: a
 * pipe or a device may never come to an end.
 */
export const readNamedFile = (path: string, limit: number): Uint8Array | undefined =>
  withPlainFile(realpathSync(path), (file, size) => (size > limit ? undefined : readFileSync(file)));

/** The same, where a call is refused that names a file which cannot be read. */
export function requireNamedFile(path: string, limit: number): Uint8Array | undefined {
  try {
    return readNamedFile(path, limit);
  } catch (error) {
    const near = findNearPath(path, error);
    const reason = describeSystemError(error);
    return refuseCall(`${path} cannot be read: ${reason}.`, near && `Did you mean ${quote(near)}?`);
  }
}

/** Writes a file wholly or not at all, in the place of an earlier one, and follows no link. Refuses the call where it cannot. */
export function writeNamedFile(path: string, text: string): void {
  const temporary = `${path}.${process.pid}.new`;
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    refuse(report("output-unwritable", { path, reason: describeSystemError(error) }));
  }
}

/** A folder and those above it, the nearest first. */
export const listUp = (folder: string): readonly string[] =>
  dirname(folder) === folder ? [folder] : [folder, ...listUp(dirname(folder))];

/** Whether a path is that of a folder, or lies below it, as far as their texts say. */
export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  // On Windows there is no way from one drive to another.
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
