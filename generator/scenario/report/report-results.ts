import type { List, ListItem, ReportBlock } from "../../blocks/block.js";
import { styled, plain, type Text } from "../../blocks/text.js";
import { entry, grid, nestedBullets, toParagraph } from "../../blocks/write.js";
import type { Json } from "../../json.js";
import { showInvisible, toVisible, toVisibleLine } from "../../text/quote.js";
import { listWords } from "../../text/words.js";
import { formatRelease, parseRelease } from "../../time/release.js";
import type { Failure, ScenarioResult, StepResult } from "../play/result.js";

const outcomes = { passed: "good", failed: "error", "not played": "warning" } as const;

/** Results of scenarios: a line for each that is well, and of others the step with what is wrong. */
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
    ...[...noted, ...notes.map((note) => `note, at the end: ${note}`)].map(toItem),
    ...(failed ? [...describePlace(failed, result), ...describeFailed(failed)] : []),
    ...failures.map(describeFailure),
    ...hints.map(toItem),
  ];
  // The names stand below one another.
  const name = nameRun(result).padStart(nameRun(result).length + "not played  ".length - outcome.length);
  const head = [
    ...styled(outcomes[outcome], outcome),
    ...exactly(showInvisible(`${name}${toVisible(end[outcome])}`)),
  ];
  return entry(head, ...(isPlayed ? nestedBullets(lines) : []));
}

const countSteps = ({ length }: readonly StepResult[]): string => `${length} step${length === 1 ? "" : "s"}`;

const toItem = (text: string): ListItem => entry(plain(text));

/** A text of which no space is left out. */
const exactly = (text: string): Text => [{ kind: "plain", text }];

/** A scenario and the release that it was played at: `loyalty (v58.1)`. */
export function nameRun({ name, release }: Pick<ScenarioResult, "name" | "release">): string {
  const parsed = parseRelease(release);
  return `${toVisible(name)} (v${parsed === undefined ? release : formatRelease(parsed)})`;
}

/** Where a step stands, for an editor to jump to. */
export const placeStep = ({ position }: StepResult, { file }: ScenarioResult): string =>
  position ? `${file}:${position.line}:${position.column}` : file;

function describePlace(step: StepResult, result: ScenarioResult): readonly ListItem[] {
  const { position, title } = step;
  const place = placeStep(step, result);
  if (!position) return [toItem(`${place}: ${title}`)];
  const source = [...styled("faint", `${position.line} |`), ...exactly(` ${toVisibleLine(position.text)}`)];
  return [entry(styled("name", place)), entry(source)];
}

/** What is wrong in a step, with the answer, and what to change at the server; or at the end, without a step. */
export const reportFailure = (failed: StepResult | readonly Failure[]): readonly List[] =>
  nestedBullets("title" in failed ? describeFailed(failed) : failed.map(describeFailure));

function describeFailed({ failures, exchanges, complaint }: StepResult): readonly ListItem[] {
  const isServer = exchanges.some(({ verdict }) => verdict.kind !== "taken");
  return [
    ...failures.map(describeFailure),
    ...describeAnswer(exchanges),
    ...(complaint && isServer ? [toItem(`What to change: ${complaint.change}`)] : []),
  ];
}

/** A failure with what was expected and what was seen, one above the other. */
const describeFailure = ({ message, differences }: Failure): ListItem =>
  entry(
    plain(message),
    ...differences.flatMap(({ path, expected, seen }): readonly ReportBlock[] => {
      const values = grid([
        ["expected", showValue(expected)],
        ["seen", showValue(seen)],
      ]);
      return path === "" ? [values] : nestedBullets([entry(plain(path), values)]);
    }),
  );

/** A value on one line, and not more of it than can be read. */
const showValue = (value: Json | undefined): Text =>
  exactly(value === undefined ? "nothing" : cut(showInvisible(JSON.stringify(value)), 400));

const cut = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;

/** The answer to the last request; nothing if there is none, or if that is said already. */
function describeAnswer(exchanges: StepResult["exchanges"]): readonly ListItem[] {
  const last = exchanges.at(-1);
  const isSaid = last?.verdict.kind === "failed" && last.verdict.error !== undefined;
  if (!last?.reply || (isSaid && exchanges.length === 1)) return [];
  const { event } = last;
  const request = exchanges.length === 1 ? event : `the last of ${exchanges.length} requests, ${event}`;
  const body = last.reply.body.trim();
  return [
    toItem(`The answer to ${request}${body === "" ? " has no body." : `: ${cut(toVisibleLine(body), 200)}`}`),
  ];
}
