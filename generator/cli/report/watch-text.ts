import { existsSync } from "node:fs";
import { relative } from "node:path";
import { printForTerminal } from "../../blocks/terminal.js";
import type { Outcome } from "../../problem/problem.js";
import { toVisibleLine } from "../../text/quote.js";
import { listWords } from "../../text/words.js";
import { listDue, type Action, type Plan } from "../../write/plan.js";
import type { Texts } from "./ending.js";
import { formatProblems } from "./problems.js";
import { reportSummary, type Summary } from "./summary.js";

/** What a build came to, and what it was made of. */
export interface Round {
  /** One summary for each output folder. */
  readonly outcome: Outcome<readonly Summary[]>;
  /** The files and folders that were read, and those that would have been if they were there. */
  readonly inputs: readonly string[];
}

/** What changed on disk since the last build. */
interface Change {
  /** None: nobody told of any; it is only time to look again. */
  readonly paths: readonly string[];
  /** When the first of them was told, by `performance.now()`. */
  readonly since: number;
}

/** A build while watching, with what it came after. */
export interface Told {
  readonly change: Change;
  readonly round: Round;
  /** The build before; none before the first. */
  readonly before: Round | undefined;
}

/** What is watched, as far as it is there: a config may be added. */
export function formatStart(inputs: readonly string[]): string {
  const there = inputs.filter((path) => existsSync(path)).map(toShownPath);
  const what = there.length > 0 ? listWords([...new Set(there)], "and") : "for a config";
  return `Watching ${what}. Ctrl-C ends it.\n`;
}

/** What a build came to, in one line for each folder that changed; a look that finds nothing new says nothing. */
export function formatRound({ change, round, before }: Told): Texts {
  const stderr = formatComplaints(round);
  const isNews = change.paths.length > 0 || !before || stderr !== formatComplaints(before);
  const { outcome } = round;
  if (!outcome.ok) {
    const line = before
      ? formatLine(change, [`${countProblems(outcome.problems.length)}; nothing was written`])
      : "";
    return isNews ? { stdout: line, stderr } : { stdout: "", stderr: "" };
  }
  if (!before) return { stdout: printForTerminal(outcome.value.flatMap(reportSummary)), stderr };
  const isMended = !before.outcome.ok;
  const changed = outcome.value.filter(({ plan }) => listDue(plan).length > 0);
  const isOne = outcome.value.length === 1;
  const parts = changed.map((summary) => formatChanges(summary, isOne));
  if (parts.length === 0 && (isMended || isNews)) parts.push("nothing to do");
  const lines = parts.map((part) => formatLine(change, [...(isMended ? ["mended"] : []), part]));
  return { stdout: lines.join(""), stderr: isNews ? stderr : "" };
}

const formatComplaints = ({ outcome }: Round): string =>
  formatProblems(outcome.ok ? outcome.warnings : outcome.problems);

const countProblems = (count: number): string => (count === 1 ? "1 problem" : `${count} problems`);

/** `12:03:04  spec/events/scanCode.json: 3 files changed in types, validators (62 ms)`. */
function formatLine({ paths, since }: Change, parts: readonly string[]): string {
  const [first, ...others] = paths;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  const what = first === undefined ? "" : `${toShownPath(first)}${more}: `;
  const time = new Date().toTimeString().slice(0, 8);
  return `${time}  ${what}${parts.join("; ")} (${Math.round(performance.now() - since)} ms)\n`;
}

/** `3 files changed in types, validators`. */
function formatChanges({ out, plan }: Summary, isOne: boolean): string {
  const targets = new Set(listChanged(plan).map(({ target }) => target));
  const where = targets.size > 0 ? ` in ${[...targets].join(", ")}` : "";
  return `${isOne ? "" : `${toVisibleLine(out)}/: `}${countChanges(plan)}${where}`;
}

const listChanged = ({ files }: Plan) => files.filter(({ action }) => action !== "unchanged");

const verbs: readonly (readonly [Action, string])[] = [
  ["create", "new"],
  ["change", "changed"],
  ["delete", "deleted"],
];

function countChanges(plan: Plan): string {
  const counts = verbs
    .map(([action, verb]) => [plan.files.filter((file) => file.action === action).length, verb] as const)
    .filter(([count]) => count > 0);
  // Only what the stamp says of the tool or the settings is new.
  if (counts.length === 0) return "only the stamp changed";
  return counts
    .map(([count, verb], index) => `${count} ${index > 0 ? "" : count === 1 ? "file " : "files "}${verb}`)
    .join(", ");
}

/** A path as a user would type it. */
const toShownPath = (path: string): string => toVisibleLine(relative("", path) || ".");
