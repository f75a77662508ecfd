import type { Change } from "../../diff/change.js";
import { changeToJson } from "../../diff/change-json.js";
import type { Problem } from "../../problem/problem.js";
import type { Result } from "../json/results.js";

/** A diff for a program. */
export const diffToJson = (changes: readonly Change[], warnings: readonly Problem[]): Result<"diff"> => ({
  changes: changes.map(changeToJson),
  warnings,
});
