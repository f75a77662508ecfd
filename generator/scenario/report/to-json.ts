import type { ScenarioResult } from "../play/result.js";
import { toTraceEntry } from "../trace/to-trace.js";

/** What came of scenarios, for a program. */
export const resultsToJson = (results: readonly ScenarioResult[]) => ({ scenarios: results.map(toPlain) });

const toPlain = ({ steps, ...result }: ScenarioResult) => ({
  ...result,
  steps: steps.map(({ position, exchanges, duration, ...step }) => ({
    ...step,
    ...(position && { line: position.line, column: position.column }),
    duration: Math.round(duration),
    exchanges: exchanges.map(toTraceEntry),
  })),
});
