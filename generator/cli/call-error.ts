import { report } from "../base/problem/catalogue.js";
import { eachOnce, failure, success, type Outcome, type Problem } from "../base/problem/problem.js";
import { formatProblems } from "./terminal/problem-text.js";

/** A problem with the call itself. */
export const usage = (message: string, hint?: string): Problem => report("usage", { message, hint });

/** A value of the call, or a problem with the call where the value is not right. */
export const ensure = <T>(value: T, isRight: boolean, message: string, hint?: string): Outcome<T> =>
  isRight ? success(value) : failure([usage(message, hint)]);

/** Ends a call that cannot go on, for these reasons. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/**
 * Ends a call. Lists may be longer than the arguments of a call.
 * @throws Refusal
 */
export function refuse(...problems: readonly (Problem | readonly Problem[])[]): never {
  throw new Refusal(problems.flat());
}

/**
 * Ends a call that is wrong itself.
 * @throws Refusal
 */
export function refuseCall(message: string, hint?: string): never {
  throw new Refusal([usage(message, hint)]);
}

/**
 * An outcome that is good, or the end of the call.
 * @throws Refusal
 */
export const need = <T>(outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> =>
  outcome.ok ? outcome : refuse(outcome.problems);

/** What a function makes, or the problems for which it refuses to. */
export function attempt<T>(make: () => T): Outcome<T> {
  try {
    return success(make());
  } catch (error) {
    if (error instanceof Refusal) return failure(error.problems);
    throw error;
  }
}

/** The values of all outcomes, or everything that is wrong with them. Two can be wrong for the same reason. */
export function joinOutcomes<Values extends readonly unknown[]>(
  outcomes: readonly [...{ readonly [I in keyof Values]: Outcome<Values[I]> }],
): Outcome<Values> {
  const all = outcomes as readonly Outcome<unknown>[];
  const good = all.flatMap((outcome) => (outcome.ok ? outcome : []));
  return good.length < all.length
    ? failure(eachOnce(all.flatMap((outcome) => (outcome.ok ? [] : outcome.problems))))
    : success(
        good.map(({ value }) => value) as unknown as Values,
        eachOnce(good.flatMap(({ warnings }) => warnings)),
      );
}
