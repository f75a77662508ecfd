import { renameSync, rmSync, writeFileSync } from "node:fs";
import { report } from "../problem/catalogue.js";
import { describeSystemError, type Problem } from "../problem/problem.js";

/** Writes a file wholly or not at all, in the place of an earlier one. Returns what kept it from that. */
export function writeReport(path: string, text: string): readonly Problem[] {
  const temporary = `${path}.${process.pid}.new`;
  try {
    writeFileSync(temporary, text);
    renameSync(temporary, path);
    return [];
  } catch (error) {
    rmSync(temporary, { force: true });
    return [report("output-unwritable", { path, reason: describeSystemError(error) })];
  }
}
