import type { List, ListItem, ReportBlock } from "../../pages/blocks/block.js";
import { printForTerminal } from "../../pages/blocks/terminal.js";
import { styled, plain, type Text } from "../../pages/blocks/text.js";
import { listItem, grid, nestedBullets, toParagraph } from "../../pages/blocks/builders.js";
import type { Json } from "../../base/json.js";
import { truncate, showInvisible, toVisible, toVisibleLine } from "../../base/text/quote.js";
import { listWords } from "../../base/text/words.js";
import type { Exchange } from "../engine/till.js";
import { formatRelease, parseRelease } from "../../base/time/release.js";
import { readAnswer } from "./judge-step.js";
import type { Failure, ScenarioResult, StepResult } from "./scenario.js";

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

/** `failed`: a step, or the failures at the end of a scenario. */
const reportFailure = (failed: StepResult | readonly Failure[]): readonly List[] =>
  nestedBullets("title" in failed ? describeFailed(failed) : failed.map(describeFailure));

function describeFailed({ failures, exchanges, complaint }: StepResult): readonly ListItem[] {
  const isServer = exchanges.some(({ verdict }) => verdict.kind !== "taken");
  return [
    ...failures.map(describeFailure),
    ...describeAnswer(exchanges),
    ...(complaint && isServer ? [toLine(`What to change: ${complaint.change}`)] : []),
  ];
}

const describeFailure = ({ message, differences }: Failure): ListItem =>
  listItem(
    plain(message),
    ...differences.flatMap(({ path, expected, seen }): readonly ReportBlock[] => {
      const values = grid([
        ["expected", showValue(expected)],
        ["seen", showValue(seen)],
      ]);
      return path === "" ? [values] : nestedBullets([listItem(plain(truncate(path, 400)), values)]);
    }),
  );

const showValue = (value: Json | undefined): Text =>
  keepSpaces(value === undefined ? "nothing" : truncate(showInvisible(JSON.stringify(value)), 400));

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

/** A suite per scenario and release, and a case per step. */
export function toJunit(results: readonly ScenarioResult[]): string {
  const totals = countCases(results.flatMap(listCases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="mplus-codegen simulate"${toAttributes(totals)}>`,
    ...results.flatMap(toSuite),
    "</testsuites>",
    "",
  ].join("\n");
}

function toSuite(result: ScenarioResult): readonly string[] {
  const cases = listCases(result);
  const name = nameRun(result);
  const attributes = toAttributes({ name, ...countCases(cases), file: result.file });
  return [
    `  <testsuite${attributes}>`,
    ...cases.map(({ title, duration, inside }) => {
      const own = toAttributes({ name: title, classname: name, time: toSeconds(duration) });
      return inside ? `    <testcase${own}>${inside}</testcase>` : `    <testcase${own}/>`;
    }),
    "  </testsuite>",
  ];
}

/**
 * Each step is a case, and so is the end of the scenario if something failed there. `inside`: why a case failed or
 * was skipped.
 */
function listCases(result: ScenarioResult) {
  const { steps, failures, file, reason = "" } = result;
  const reasons = { passed: undefined, failed: undefined, "not played": reason, "not run": unreached };
  const end = printForTerminal(reportFailure(failures));
  const cases = steps.map((step, index) => {
    const { outcome, duration } = step;
    const failure = outcome === "failed" ? printForTerminal(reportFailure(step)) : undefined;
    const skipped = reasons[outcome];
    const inside =
      skipped === undefined
        ? failure && toFailureElement(failure, placeStep(step, result))
        : `<skipped${toAttributes({ message: skipped })}></skipped>`;
    return { title: `${index + 1} ${step.title}`, outcome, duration, inside };
  });
  const atEnd = { title: "the end", outcome: "failed", duration: 0, inside: toFailureElement(end, file) };
  return end === "" ? cases : [...cases, atEnd];
}

const unreached = "The scenario ended at an earlier step.";

const toFailureElement = (failure: string, place: string): string =>
  `<failure${toAttributes({ message: failure.trim().split("\n")[0] ?? "" })}>${escapeXml(`${place}\n${failure}`)}</failure>`;

const countCases = (cases: ReturnType<typeof listCases>) => ({
  tests: cases.length,
  failures: cases.filter(({ outcome }) => outcome === "failed").length,
  errors: 0,
  skipped: cases.filter(({ outcome }) => outcome.startsWith("not")).length,
  time: toSeconds(cases.reduce((sum, { duration }) => sum + duration, 0)),
});

const toSeconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

const toAttributes = (attributes: Readonly<Record<string, string | number>>): string =>
  Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${escapeXml(toVisible(String(value)))}"`)
    .join("");

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** XML 1.0 cannot contain control characters and lone surrogates, even escaped. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, "\ufffd")
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);

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
