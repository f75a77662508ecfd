import { report } from "../base/problem/catalogue.js";
import { uniqueProblems, failure, success, type Outcome, type Problem } from "../base/problem/problem.js";
import { formatProblems } from "./terminal/problem-text.js";

export const usageProblem = (message: string, hint?: string): Problem => report("usage", { message, hint });

export const ensure = <T>(value: T, isRight: boolean, message: string, hint?: string): Outcome<T> =>
  isRight ? success(value) : failure([usageProblem(message, hint)]);

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

export function catchProblems<T>(make: () => T): Outcome<T> {
  try {
    return success(make());
  } catch (error) {
    if (error instanceof CallError) return failure(error.problems);
    throw error;
  }
}

/** Returns problems without duplicates, because two values can be wrong for the same reason. */
export function joinOutcomes<Values extends readonly unknown[]>(
  outcomes: readonly [...{ readonly [I in keyof Values]: Outcome<Values[I]> }],
): Outcome<Values> {
  const all = outcomes as readonly Outcome<unknown>[];
  const good = all.flatMap((outcome) => (outcome.ok ? outcome : []));
  return good.length < all.length
    ? failure(uniqueProblems(all.flatMap((outcome) => (outcome.ok ? [] : outcome.problems))))
    : success(
        good.map(({ value }) => value) as unknown as Values,
        uniqueProblems(good.flatMap(({ warnings }) => warnings)),
      );
}
