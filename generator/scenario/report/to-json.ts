import { readAnswer } from "../expect/judge-step.js";
import type { Exchange } from "../../till/api/till.js";
import type { ScenarioResult, StepResult } from "../play/result.js";

/** Results of scenarios, for a program. Headers, and so signatures, are left out. */
export const resultsToJson = (results: readonly ScenarioResult[]) => ({
  scenarios: results.map(resultToJson),
});

const resultToJson = ({ name, file, release, outcome, reason, ...result }: ScenarioResult) => ({
  ...{ name, file, release, outcome, ...(reason !== undefined && { reason }) },
  steps: result.steps.map(stepToJson),
  ...{ failures: result.failures, notes: result.notes, hints: result.hints },
});

const stepToJson = ({ position, exchanges, duration, complaint, ...step }: StepResult) => ({
  ...step,
  ...(complaint && step.outcome === "failed" && { complaint }),
  ...(position && { line: position.line, column: position.column }),
  duration: Math.round(duration),
  exchanges: exchanges.map(exchangeToJson),
});

function exchangeToJson(exchange: Exchange) {
  const { at, event, request, reply, verdict, report } = exchange;
  const answer = readAnswer(exchange);
  return {
    ...{ at, event, request },
    ...(reply && { status: reply.status }),
    ...(answer ? { answer } : reply && reply.body !== "" && { body: reply.body }),
    verdict: verdict.kind,
    ...("findings" in verdict && { findings: verdict.findings.map(({ message }) => message) }),
    ...(report && { report: { request: report.request, status: report.status ?? null } }),
  };
}
