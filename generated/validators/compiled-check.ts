// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Fault, Faults, Found } from "./fault.js";
import type { Fleet } from "./fleet-check.js";
import { isPolluted, type Surroundings } from "./own.js";
import { toProblem } from "./fault-problem.js";
import type { Invalid, Problem, Result } from "./result.js";

/** A function of `compiled/`: says what is wrong with a value. */
export type CompiledCheck = (value: unknown, context: CheckContext) => Found | Faults;

/** What a value is checked for. */
export interface CheckContext extends Surroundings {
  /** The shop's release as a number. Left out: every release has to agree. */
  readonly version?: number;
  /** The same as the user wrote it. */
  readonly release?: string;
  /** The releases that the code was generated for. */
  readonly fleet?: Fleet;
  /** Whether to pass what any release takes. */
  readonly any?: true;
}

/** At most so many problems are reported of one value. */
const mostProblems = 100;

/** Runs a compiled function. The value is returned as it came. */
export function toResult<T>(
  check: CompiledCheck,
  value: unknown,
  context: CheckContext = noRelease,
): Result<T> {
  const found = check(value, isPolluted() ? { ...context, polluted: true } : context);
  return found === undefined ? { ok: true, value: value as T } : new Refusal(found, context);
}

/** All that is wrong with a value, however much that is. */
export function findProblems(
  check: CompiledCheck,
  value: unknown,
  context: CheckContext,
): readonly Problem[] {
  const found = check(value, isPolluted() ? { ...context, polluted: true } : context) ?? [];
  return [found].flat().map((fault) => toProblem(fault, context));
}

/** Puts what was found into words when somebody reads them: that takes longer than to check a small value. */
class Refusal implements Invalid {
  readonly ok = false;
  private readonly found: Fault | Fault[];
  private readonly context: CheckContext;
  private told: readonly Problem[] | undefined;

  constructor(found: Fault | Fault[], context: CheckContext) {
    this.found = found;
    this.context = context;
    this.told = undefined;
  }

  get problems(): readonly Problem[] {
    const faults = Array.isArray(this.found) ? this.found.slice(0, mostProblems) : [this.found];
    return (this.told ??= faults.map((fault) => toProblem(fault, this.context)));
  }

  toJSON(): Invalid {
    return { ok: this.ok, problems: this.problems };
  }
}

/** No release: every one has to agree. */
const noRelease: CheckContext = {};
