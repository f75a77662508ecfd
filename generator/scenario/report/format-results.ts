import { formatRelease, parseRelease } from "../../time/release.js";
import { listWords } from "../../text/words.js";
import { showInvisible, toVisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import type { Json } from "../../json.js";
import type { Difference } from "../expect/compare.js";
import { describeAnswer } from "./describe-answer.js";
import type { Failure, ScenarioResult, StepResult } from "../play/result.js";

/** What came of scenarios, for a terminal: a line for each that is well, and of others the step with what is wrong. */
export const formatResults = (results: readonly ScenarioResult[]): string =>
  [...results.map(formatResult), formatCounts(results)].join("");

/** What came of one scenario. */
export function formatResult(result: ScenarioResult): string {
  const { outcome, reason, steps, failures } = result;
  const head = `${paint(styles[outcome], outcome)}${" ".repeat("not played".length - outcome.length)}  ${nameRun(result)}`;
  if (outcome === "not played") return `${head}: ${toVisible(reason ?? "")}\n`;
  const notes = [
    ...steps.flatMap(formatNotes),
    ...result.notes.map((note) => `  note, at the end: ${toVisible(note)}\n`),
  ];
  if (outcome === "passed") return `${head}, ${countSteps(steps)}\n${notes.join("")}`;
  const failed = steps.find((step) => step.outcome === "failed");
  const step = failed ? formatStep(failed, result) : "";
  const failure = failed ? formatStepFailure(failed) : "";
  const hints = result.hints.map((hint) => `  ${toVisible(hint)}\n`);
  return [`${head}\n`, ...notes, step, failure, ...failures.map(formatFailure), ...hints].join("");
}

const styles = { passed: "good", failed: "error", "not played": "warning" } as const;

/** A scenario and the release that it was played at: `loyalty (v58.1)`. */
export const nameRun = ({ name, release }: Pick<ScenarioResult, "name" | "release">): string =>
  `${toVisible(name)} (${nameRelease(release)})`;

function nameRelease(release: string): string {
  const parsed = parseRelease(release);
  return `v${parsed === undefined ? release : formatRelease(parsed)}`;
}

/** Where a step stands, for an editor to jump to. */
export const placeStep = ({ position }: StepResult, { file }: ScenarioResult): string =>
  position ? `${file}:${position.line}:${position.column}` : file;

function formatStep(step: StepResult, result: ScenarioResult): string {
  const { position, title } = step;
  const place = showInvisible(placeStep(step, result));
  return position
    ? `  ${paint("name", place)}\n  ${paint("faint", `${position.line} |`)} ${toVisible(position.text.trimEnd()).trim()}\n`
    : `  ${place}: ${toVisible(title)}\n`;
}

const formatNotes = (step: StepResult): readonly string[] =>
  step.notes.map((note) => `  note, ${toVisible(step.title)}: ${toVisible(note)}\n`);

/** All that is wrong in a step, and what was answered. */
export function formatStepFailure(step: StepResult): string {
  const answer = describeAnswer(step);
  return [...step.failures.map(formatFailure), answer === undefined ? "" : `  ${answer}\n`].join("");
}

/** A failure with what was expected and what was seen, one above the other. */
export const formatFailure = ({ message, differences }: Failure): string =>
  `  ${toVisible(message)}\n${differences.map(formatDifference).join("")}`;

function formatDifference({ path, expected, seen }: Difference): string {
  const head = path === "" ? "" : `    ${showInvisible(path)}\n`;
  return `${head}      expected  ${showValue(expected)}\n      seen      ${showValue(seen)}\n`;
}

/** A value on one line, and not more of it than can be read. */
function showValue(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = showInvisible(JSON.stringify(value));
  return text.length > 400 ? `${text.slice(0, 400)}…` : text;
}

const countSteps = ({ length }: readonly StepResult[]): string => `${length} step${length === 1 ? "" : "s"}`;

function formatCounts(results: readonly ScenarioResult[]): string {
  if (results.length < 2) return "";
  const counts = (["passed", "failed", "not played"] as const).map(
    (outcome) => [results.filter((result) => result.outcome === outcome).length, outcome] as const,
  );
  const named = counts.filter(([count]) => count > 0).map(([count, outcome]) => `${count} ${outcome}`);
  return `\n${listWords(named, "and")}.\n`;
}
