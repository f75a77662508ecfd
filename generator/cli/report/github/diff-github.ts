import type { Change } from "../../../diff/change.js";
import type { Verdict } from "../../../diff/verdict.js";
import { describeTarget } from "../diff-report.js";
import { formatAnnotation, type Annotation } from "./annotation.js";

/** The line of the spec that a change is about; the path starts at the working folder. */
export interface FileLine {
  readonly file: string;
  readonly line: number;
}

const levels: Readonly<Record<Verdict, Annotation["level"]>> = {
  breaking: "error",
  handle: "warning",
  safe: "notice",
  docs: "notice",
};

/** Formats a diff as GitHub workflow commands: GitHub shows each change at its line. */
export const formatDiffGithub = (
  changes: readonly Change[],
  findLine: (change: Change) => FileLine | undefined,
): string => changes.map((change) => formatChange(change, findLine(change))).join("");

function formatChange(change: Change, line: FileLine | undefined): string {
  const { verdict, code, direction, advice, events } = change;
  return formatAnnotation({
    level: levels[verdict],
    ...line,
    title: `${verdict}: ${code}`,
    message: `${direction} ${describeTarget(change)} (${events.join(", ")}): ${advice}`,
  });
}
