import { type Change, changeToJson } from "../../diff/change.js";
import type { Problem } from "../../problem/problem.js";
import type { Result } from "../json/results.js";

/** A diff for a program. */
export const diffToJson = (changes: readonly Change[], warnings: readonly Problem[]): Result<"diff"> => ({
  changes: changes.map(changeToJson),
  warnings,
});
