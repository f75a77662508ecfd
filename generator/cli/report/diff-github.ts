import type { Change } from "../../diff/change.js";
import type { Verdict } from "../../diff/verdict.js";
import { nameOfPlace } from "./diff-report.js";

/** Where a change stands for a reviewer: a path from the working folder, and a line. */
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

/** A diff as commands of a GitHub workflow, which shows each beside the line it is about. */
export const formatDiffGithub = (
  changes: readonly Change[],
  placeOf: (change: Change) => FileLine | undefined,
): string => changes.map((change) => `${formatCommand(change, placeOf(change))}\n`).join("");

function formatCommand(change: Change, place: FileLine | undefined): string {
  const { verdict, code, direction, advice, events } = change;
  const at = place ? [`file=${escapeProperty(place.file)}`, `line=${place.line}`] : [];
  const properties = [...at, `title=${escapeProperty(`${verdict}: ${code}`)}`].join(",");
  const message = `${direction} ${nameOfPlace(change)} (${events.join(", ")}): ${advice}`;
  return `::${levels[verdict]} ${properties}::${escapeData(message)}`;
}

/** As GitHub's own toolkit does it; anything else would end the command, or begin another. */
const escapeData = (text: string): string =>
  text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
