import type { ListItem, ReportBlock } from "../../pages/blocks/block.js";
import { styled, plain, type Text } from "../../pages/blocks/text.js";
import { listItem, grid, nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import { truncate, showInvisible, toVisible, toVisibleLine } from "../../base/text/quote.js";
import { listWords } from "../../base/text/words.js";
import type { Exchange } from "../engine/till-types.js";
import { formatRelease, parseRelease } from "../../base/time/release.js";
import { readAnswer } from "./judge-step.js";
import { formatValue, type Failure, type ScenarioResult, type StepResult } from "./scenario.js";

const outcomes = { passed: "good", failed: "error", "not played": "warning" } as const;

/** One line for each scenario that passed, or the failed step. */
export function reportResults(results: readonly ScenarioResult[]): readonly ReportBlock[] {
  const counts = Object.keys(outcomes).flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count > 0 ? [`${count} ${outcome}`] : [];
  });
  const list = nestedBullets(results.map(reportResult));
  return results.length < 2 ? list : [...list, ...toParagraph(`${listWords(counts, "and")}.`)];
}

function reportResult(result: ScenarioResult): ListItem {
  const { outcome, reason = "", steps, failures, notes, hints } = result;
  const isPlayed = outcome !== "not played";
  const failed = isPlayed ? steps.find((step) => step.outcome === "failed") : undefined;
  const end = { passed: `, ${countSteps(steps)}`, failed: "", "not played": `: ${reason}` };
  const noted = steps.flatMap((step) => step.notes.map((note) => `note, ${step.title}: ${note}`));
  const lines = [
    ...[...noted, ...notes.map((note) => `note, at the end: ${note}`)].map(toLine),
    ...(failed ? [...describeStepPlace(failed, result), ...describeFailed(failed)] : []),
    ...failures.map(describeFailure),
    ...hints.map(toLine),
  ];
  const name = nameRun(result).padStart(nameRun(result).length + "not played  ".length - outcome.length);
  const head = [
    ...styled(outcomes[outcome], outcome),
    ...keepSpaces(showInvisible(`${name}${toVisible(end[outcome])}`)),
  ];
  return listItem(head, ...(isPlayed ? nestedBullets(lines) : []));
}

const countSteps = ({ length }: readonly StepResult[]): string => `${length} step${length === 1 ? "" : "s"}`;

const toLine = (text: string): ListItem => listItem(plain(text));

const keepSpaces = (text: string): Text => [{ kind: "plain", text }];

/** For example `loyalty (v58.1)`. */
function nameRun({ name, release }: Pick<ScenarioResult, "name" | "release">): string {
  const parsed = parseRelease(release);
  return `${toVisible(name)} (v${parsed === undefined ? release : formatRelease(parsed)})`;
}

/** In the format that editors jump to. */
const placeStep = ({ position }: StepResult, { file }: ScenarioResult): string =>
  position ? `${file}:${position.line}:${position.column}` : file;

function describeStepPlace(step: StepResult, result: ScenarioResult): readonly ListItem[] {
  const { position, title } = step;
  const place = placeStep(step, result);
  if (!position) return [toLine(`${place}: ${title}`)];
  const source = [
    ...styled("faint", `${position.line} |`),
    ...keepSpaces(` ${toVisibleLine(position.text)}`),
  ];
  return [listItem(styled("name", place)), listItem(source)];
}

const describeFailed = ({ failures, exchanges }: StepResult): readonly ListItem[] => [
  ...failures.map(describeFailure),
  ...describeAnswer(exchanges),
];

const describeFailure = ({ message, differences }: Failure): ListItem =>
  listItem(
    plain(message),
    ...differences.flatMap(({ path, expected, seen }): readonly ReportBlock[] => {
      const values = grid([
        ["expected", keepSpaces(formatValue(expected))],
        ["seen", keepSpaces(formatValue(seen))],
      ]);
      return path === "" ? [values] : nestedBullets([listItem(plain(truncate(path, 400)), values)]);
    }),
  );

/** Empty if there is no answer or the failure quotes it. */
function describeAnswer(exchanges: StepResult["exchanges"]): readonly ListItem[] {
  const last = exchanges.at(-1);
  const isSaid = last?.verdict.kind === "failed" && last.verdict.error !== undefined;
  if (!last?.reply || (isSaid && exchanges.length === 1)) return [];
  const { event } = last;
  const request = exchanges.length === 1 ? event : `the last of ${exchanges.length} requests, ${event}`;
  const body = last.reply.body.trim();
  return [
    toLine(
      `The answer to ${request}${body === "" ? " has no body." : `: ${truncate(toVisibleLine(body), 200)}`}`,
    ),
  ];
}

/** Leaves out headers, and with them signatures. */
export const resultsToJson = (results: readonly ScenarioResult[]) => ({
  scenarios: results.map(resultToJson),
});

const resultToJson = ({ name, file, release, outcome, reason, ...result }: ScenarioResult) => ({
  name,
  file,
  release,
  outcome,
  ...(reason !== undefined && { reason }),
  steps: result.steps.map(stepToJson),
  failures: result.failures,
  notes: result.notes,
  hints: result.hints,
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
