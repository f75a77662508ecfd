import { callProblems } from "./call-problems.js";
import type { Entry, Place, Problem } from "./problem.js";
import { scenarioProblems } from "./scenario-problems.js";
import { specProblems } from "./spec-problems.js";

/** Every problem that can be reported: its code, its message and its hint. */
const catalogue = {
  ...specProblems,
  ...scenarioProblems,
  ...callProblems,
};

type Catalogue = typeof catalogue;
export type ProblemCode = keyof Catalogue;
type Params<Code extends ProblemCode> = Parameters<Catalogue[Code]["message"]>[0];

export const problemCodes = Object.keys(catalogue) as readonly ProblemCode[];

/** Creates a problem of the catalogue. */
export function report<Code extends ProblemCode>(code: Code, params: Params<Code>, place?: Place): Problem {
  const { severity = "error", message, hint } = catalogue[code] as unknown as Entry<Params<Code>>;
  const advice = hint?.(params);
  return {
    code,
    severity,
    message: message(params),
    ...(advice !== undefined && { hint: advice }),
    ...(place && { place }),
  };
}
