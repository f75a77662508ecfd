import type { Change } from "../../../diff/change.js";
import type { Verdict } from "../../../diff/kinds/kind.js";
import { describeTarget } from "../diff-report.js";
import type { FileLine } from "../../spec-folder/find-line.js";
import { formatAnnotation, type Annotation } from "./annotation.js";

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
