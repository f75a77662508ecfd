import { callProblems } from "./call-problems.js";
import type { Entry } from "./entry.js";
import type { Place, Problem } from "./problem.js";
import { specProblems } from "./spec-problems.js";

/** Every problem the product can report: its code, what it says, and what to do about it. */
const catalogue = { ...specProblems, ...callProblems };

type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;
type ParamsOf<Code extends ProblemCode> = Parameters<Catalogue[Code]["message"]>[0];

export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

/** One problem of the catalogue, filled in. */
export function report<Code extends ProblemCode>(code: Code, params: ParamsOf<Code>, place?: Place): Problem {
  const { severity = "error", message, hint } = catalogue[code] as unknown as Entry<ParamsOf<Code>>;
  const advice = hint?.(params);
  return {
    code,
    severity,
    message: message(params),
    ...(advice !== undefined && { hint: advice }),
    ...(place && { place }),
  };
}
