import type { Json } from "../../json.js";
import { showInvisible, toVisible, toVisibleLine } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import { listWords } from "../../text/words.js";
import { formatRelease, parseRelease } from "../../time/release.js";
import type { Difference } from "../expect/compare.js";
import type { Failure, ScenarioResult, StepResult } from "../play/result.js";

const outcomes = { passed: "good", failed: "error", "not played": "warning" } as const;

/** Results of scenarios, for a terminal: a line for each that is well, and of others the step with what is wrong. */
export function formatResults(results: readonly ScenarioResult[]): string {
  const texts = results.map(formatResult).join("");
  if (results.length < 2) return texts;
  const counts = Object.keys(outcomes).flatMap((outcome) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count > 0 ? [`${count} ${outcome}`] : [];
  });
  return `${texts}\n${listWords(counts, "and")}.\n`;
}

/** The result of one scenario. */
export function formatResult(result: ScenarioResult): string {
  const { outcome, reason = "", steps, failures, notes, hints } = result;
  const head = `${paint(outcomes[outcome], outcome)}${" ".repeat("not played".length - outcome.length)}  ${nameRun(result)}`;
  if (outcome === "not played") return `${head}: ${toVisible(reason)}\n`;
  const failed = steps.find((step) => step.outcome === "failed");
  return [
    outcome === "passed" ? `${head}, ${steps.length} step${steps.length === 1 ? "" : "s"}\n` : `${head}\n`,
    ...steps.flatMap((step) => step.notes.map((note) => toLine(`note, ${step.title}: ${note}`))),
    ...notes.map((note) => toLine(`note, at the end: ${note}`)),
    ...(failed ? [formatPlace(failed, result), formatStepFailure(failed)] : []),
    ...failures.map(formatFailure),
    ...hints.map(toLine),
  ].join("");
}

const toLine = (text: string): string => `  ${toVisible(text)}\n`;

/** A scenario and the release that it was played at: `loyalty (v58.1)`. */
export function nameRun({ name, release }: Pick<ScenarioResult, "name" | "release">): string {
  const parsed = parseRelease(release);
  return `${toVisible(name)} (v${parsed === undefined ? release : formatRelease(parsed)})`;
}

/** Where a step stands, for an editor to jump to. */
export const placeStep = ({ position }: StepResult, { file }: ScenarioResult): string =>
  position ? `${file}:${position.line}:${position.column}` : file;

function formatPlace(step: StepResult, result: ScenarioResult): string {
  const { position, title } = step;
  const place = showInvisible(placeStep(step, result));
  return position
    ? `  ${paint("name", place)}\n  ${paint("faint", `${position.line} |`)} ${toVisible(position.text.trimEnd()).trim()}\n`
    : `  ${place}: ${toVisible(title)}\n`;
}

/** All that is wrong in a step, the answer, and what to change at the server. */
export function formatStepFailure(step: StepResult): string {
  const answer = describeAnswer(step);
  const isServer = step.exchanges.some(({ verdict }) => verdict.kind !== "taken");
  return [
    ...step.failures.map(formatFailure),
    answer === undefined ? "" : `  ${answer}\n`,
    step.complaint && isServer ? toLine(`What to change: ${step.complaint.change}`) : "",
  ].join("");
}

/** A failure with what was expected and what was seen, one above the other. */
export const formatFailure = ({ message, differences }: Failure): string =>
  `${toLine(message)}${differences.map(formatDifference).join("")}`;

function formatDifference({ path, expected, seen }: Difference): string {
  const head = path === "" ? "" : `    ${showInvisible(path)}\n`;
  return `${head}      expected  ${showValue(expected)}\n      seen      ${showValue(seen)}\n`;
}

/** A value on one line, and not more of it than can be read. */
const showValue = (value: Json | undefined): string =>
  value === undefined ? "nothing" : cut(showInvisible(JSON.stringify(value)), 400);

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** The answer of a step that failed; undefined if there is none, or if that is said already. */
function describeAnswer({ exchanges }: StepResult): string | undefined {
  const last = exchanges.at(-1);
  const isSaid = last?.verdict.kind === "failed" && last.verdict.error !== undefined;
  if (!last?.reply || (isSaid && exchanges.length === 1)) return undefined;
  const { event } = last;
  const request = exchanges.length === 1 ? event : `the last of ${exchanges.length} requests, ${event}`;
  const body = last.reply.body.trim();
  return `The answer to ${request}${body === "" ? " has no body." : `: ${cut(toVisibleLine(body), 200)}`}`;
}
