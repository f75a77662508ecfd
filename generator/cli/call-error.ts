import { report } from "../base/problem/catalogue.js";
import type { Outcome, Problem } from "../base/problem/problem.js";
import { formatProblems } from "./terminal/problem-text.js";

export const usageProblem = (message: string, hint?: string): Problem => report("usage", { message, hint });

export class CallError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/**
 * Ends the command. Takes lists because some are too long to spread.
 * @throws CallError
 */
export function throwProblems(...problems: readonly (Problem | readonly Problem[])[]): never {
  throw new CallError(problems.flat());
}

/**
 * Ends the command because of wrong usage.
 * @throws CallError
 */
export function throwUsageProblem(message: string, hint?: string): never {
  throw new CallError([usageProblem(message, hint)]);
}

/**
 * Ends the command on a failure.
 * @throws CallError
 */
export const requireSuccess = <T>(outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> =>
  outcome.ok ? outcome : throwProblems(outcome.problems);
