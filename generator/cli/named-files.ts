import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { report } from "../problem/catalogue.js";
import { describeSystemError, type Problem } from "../problem/problem.js";
import { withPlainFile } from "../spec/read/plain-file.js";

/**
 * The bytes of a file that the user named; undefined if it has more than so many. Throws if there is no regular file: a
 * pipe or a device may never come to an end.
 */
export const readNamedFile = (path: string, limit: number): Uint8Array | undefined =>
  withPlainFile(realpathSync(path), (file, size) => (size > limit ? undefined : readFileSync(file)));

/** Writes a file wholly or not at all, in the place of an earlier one, and follows no link. Returns what kept it from that. */
export function writeNamedFile(path: string, text: string): readonly Problem[] {
  const temporary = `${path}.${process.pid}.new`;
  try {
    rmSync(temporary, { force: true });
    writeFileSync(temporary, text, { flag: "wx" });
    renameSync(temporary, path);
    return [];
  } catch (error) {
    rmSync(temporary, { force: true });
    return [report("output-unwritable", { path, reason: describeSystemError(error) })];
  }
}
