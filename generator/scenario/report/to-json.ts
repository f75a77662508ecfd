import type { ScenarioResult } from "../play/result.js";
import { toTraceEntry } from "../trace/to-trace.js";

/** What came of scenarios, for a program. */
export const resultsToJson = (results: readonly ScenarioResult[]): string =>
  `${JSON.stringify({ scenarios: results.map(toPlain) }, null, 2)}\n`;

const toPlain = ({ steps, ...result }: ScenarioResult): object => ({
  ...result,
  steps: steps.map(({ position, exchanges, duration, ...step }) => ({
    ...step,
    ...(position && { line: position.line, column: position.column }),
    duration: Math.round(duration),
    exchanges: exchanges.map(toTraceEntry),
  })),
});
