import type { Problem } from "../../problem/problem.js";
import { showInvisible } from "../../text/quote.js";
import { paint } from "../../text/style.js";
import { formatCodeFrame } from "./code-frame.js";

/** Problems as text for a terminal: file and position, what stands there, what is wrong, what to do. */
export const formatProblems = (problems: readonly Problem[]): string => problems.map(formatProblem).join("");

function formatProblem({ severity, code, message, hint, place, position }: Problem): string {
  const sentence = showInvisible(hint === undefined ? message : `${message} ${hint}`);
  if (!place)
    return severity === "warning"
      ? `mplus-codegen: ${paint("warning", "warning:")} ${sentence}\n`
      : `${paint("error", "mplus-codegen:")} ${sentence}\n`;
  const where = position ? `${place.file}:${position.line}:${position.column}` : place.file;
  const head = `${paint(severity, `${severity}:`)} ${paint("name", where)} ${paint("faint", `(${code})`)}\n`;
  return `${head}${position ? formatCodeFrame(position, severity) : ""}  ${sentence}\n`;
}
