// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Faults } from "./fault.js";
import { toProblem } from "./fault-problem.js";
import type { Result } from "./result.js";

/** A function of `compiled/`: says what is wrong with a value. */
export type CompiledCheck = (value: unknown, shop: Shop) => Faults;

/** For which shop a value is checked. */
export interface Shop {
  /** The shop's release as a number. Left out: every release has to agree. */
  readonly version?: number;
  /** The same as the user wrote it. */
  readonly release?: string;
  /** Whether to pass what any release takes. */
  readonly any?: true;
}

/** At most so many problems are reported of one value. */
const mostProblems = 100;

/** Runs a compiled function. The value is returned as it came. */
export function toResult<T>(check: CompiledCheck, value: unknown, shop: Shop = everyShop): Result<T> {
  const faults = check(value, shop);
  if (faults === undefined) return { ok: true, value: value as T };
  return { ok: false, problems: faults.slice(0, mostProblems).map((fault) => toProblem(fault, shop)) };
}

/** No release: every one has to agree. */
export const everyShop: Shop = {};
