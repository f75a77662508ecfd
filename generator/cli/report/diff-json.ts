import { type Change, changeToJson } from "../../diff/change.js";
import type { Problem } from "../../problem/problem.js";
import type { Result } from "../json/results.js";
import type { FileLine } from "../spec-folder/find-line.js";

/** A diff for a program, each change with the line of the spec where a reviewer has to look. */
export const diffToJson = (
  changes: readonly Change[],
  warnings: readonly Problem[],
  findLine: (change: Change) => FileLine | undefined,
): Result<"diff"> => ({
  changes: changes.map((change) => ({ ...changeToJson(change), ...findLine(change) })),
  warnings,
});
