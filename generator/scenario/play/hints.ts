import type { TillOptions } from "../../till/api/till.js";
import type { Scenario, Step } from "../scenario.js";
import type { ScenarioResult } from "./result.js";

/** What helps to find out why a scenario failed, a sentence each: what it needs, and time that was not there. */
export function listHints(
  { needs, steps }: Scenario,
  { outcome, steps: results }: ScenarioResult,
  { clock = "real" }: Pick<TillOptions, "clock">,
): readonly string[] {
  if (outcome !== "failed") return [];
  const failedAt = results.findIndex((step) => step.outcome === "failed");
  const isOutOfTime = clock === "virtual" && isWait(steps[failedAt]);
  return [
    ...(needs === undefined ? [] : [`The scenario needs this: ${needs.trim().replace(/\s+/g, " ")}`]),
    ...(isOutOfTime ? [needsTime] : []),
  ];
}

const isWait = (step: Step | undefined): boolean => step?.action.kind === "wait";

const needsTime =
  'The wait took no time, as the clock is virtual. If the receiver itself needs the time, use `--clock real` (in a test: `clock: "real"`).';
