import { readAnswer } from "../expect/judge-verdict.js";
import type { ScenarioResult } from "../play/result.js";
import type { Exchange } from "../../till/api/till.js";

/** Every request of some scenarios with what came of it, one JSON object a line. Headers, and so signatures, are left out. */
export const toTrace = (results: readonly ScenarioResult[]): string =>
  results
    .flatMap((result) => listTraceEntries(result))
    .map((entry) => `${JSON.stringify(entry)}\n`)
    .join("");

const listTraceEntries = ({ name, release, steps }: ScenarioResult): readonly object[] =>
  steps.flatMap(({ exchanges, position }, index) =>
    exchanges.map((exchange) => ({
      scenario: name,
      release,
      step: index + 1,
      ...(position && { line: position.line }),
      ...toTraceEntry(exchange),
    })),
  );

/** One request and what came of it, as data. */
export function toTraceEntry(exchange: Exchange) {
  const { at, event, request, reply, verdict, report } = exchange;
  const answer = readAnswer(exchange);
  return {
    at,
    event,
    request,
    ...(reply && { status: reply.status }),
    ...(answer ? { answer } : reply && reply.body !== "" && { body: reply.body }),
    verdict: verdict.kind,
    ...("findings" in verdict && { findings: verdict.findings.map(({ message }) => message) }),
    ...(report && { report: { request: report.request, status: report.status ?? null } }),
  };
}
