import type { Outcome } from "../../generator/base/problem/problem.js";

/** The value of an outcome. @throws Error with its problems */
export function need<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(({ message, place }) => `${place?.file ?? ""} ${message}`).join("\n"));
}
