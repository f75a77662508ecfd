import type { Problem } from "../../validators/results.js";

/** The problems of an answer in one line, each with its JSON Pointer. */
export function describeProblems(problems: readonly Problem[]): string {
  const lines = problems.map(({ path, message }) => `${path === "" ? "the answer" : path}: ${message}`);
  return lines.join("; ").replaceAll(".; ", "; ");
}
