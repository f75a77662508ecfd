import type { Change } from "../../diff/change.js";
import type { Verdict } from "../../diff/verdict.js";
import { describeTarget } from "./diff-report.js";

/** The line of the spec that a change is about; the path starts at the working folder. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

const levels: Readonly<Record<Verdict, "error" | "warning" | "notice">> = {
  breaking: "error",
  handle: "warning",
  safe: "notice",
  docs: "notice",
};

/** Formats a diff as GitHub workflow commands: GitHub shows each change at its line. */
export const formatDiffGithub = (
  changes: readonly Change[],
  findLine: (change: Change) => FileLine | undefined,
): string => changes.map((change) => `${formatCommand(change, findLine(change))}\n`).join("");

function formatCommand(change: Change, line: FileLine | undefined): string {
  const { verdict, code, direction, advice, events } = change;
  const at = line ? [`file=${escapeProperty(line.file)}`, `line=${line.line}`] : [];
  const properties = [...at, `title=${escapeProperty(`${verdict}: ${code}`)}`].join(",");
  const message = `${direction} ${describeTarget(change)} (${events.join(", ")}): ${advice}`;
  return `::${levels[verdict]} ${properties}::${escapeData(message)}`;
}

/** Escapes as GitHub's own toolkit does, so that no text can end the command or begin another. */
const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
