// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { CheckContext } from "./check-context.js";
import type { Fault, Faults, Found } from "./fault.js";
import { isPolluted } from "./own.js";
import { toProblem } from "./fault-problem.js";
import type { Invalid, Problem, Result } from "./result.js";

/** A function of `compiled/`: returns what is wrong with a value. */
export type CompiledCheck = (value: unknown, context: CheckContext) => Found | Faults;

/** The greatest number of problems that is reported of one value. */
export const mostProblems = 100;

/** Runs the compiled check of a response. A valid value is returned as it came. */
export function toResult<T>(check: CompiledCheck, value: unknown, context: CheckContext): Result<T> {
  const found = check(value, isPolluted() ? { ...context, polluted: true } : context);
  return found === undefined ? { ok: true, value: value as T } : refuse(found, context);
}

/** Returns all problems of a value, with no limit on their number. */
export function findProblems(
  check: CompiledCheck,
  value: unknown,
  context: CheckContext,
): readonly Problem[] {
  const found = check(value, isPolluted() ? { ...context, polluted: true } : context) ?? [];
  return [found].flat().map((fault) => toProblem(fault, context));
}

/** The result of a check that found faults. */
export const refuse = (found: Fault | Fault[], context: CheckContext): Invalid => new Refusal(found, context);

/** Makes problems of faults only when `problems` is read: that takes longer than checking a small value. */
class Refusal implements Invalid {
  readonly ok = false;
  private readonly found: Fault | Fault[];
  private readonly context: CheckContext;
  private described: readonly Problem[] | undefined;

  constructor(found: Fault | Fault[], context: CheckContext) {
    this.found = found;
    this.context = context;
    this.described = undefined;
  }

  get problems(): readonly Problem[] {
    const faults = Array.isArray(this.found) ? this.found.slice(0, mostProblems) : [this.found];
    return (this.described ??= faults.map((fault) => toProblem(fault, this.context)));
  }

  toJSON(): Invalid {
    return { ok: this.ok, problems: this.problems };
  }
}
