import type { Position, Problem } from "../../problem/problem.js";
import { showInvisible } from "../../text/invisible.js";

/** Problems as text for a terminal: file and position, that line of the file, what is wrong, what to do. */
export const formatProblems = (problems: readonly Problem[]): string => problems.map(formatProblem).join("");

function formatProblem({ severity, code, message, hint, place, position }: Problem): string {
  const sentence = hint === undefined ? message : `${message} ${hint}`;
  if (!place)
    return `mplus-codegen: ${severity === "warning" ? "warning: " : ""}${showInvisible(sentence)}\n`;
  const where = position ? `${place.file}:${position.line}:${position.column}` : place.file;
  const head = `${severity}: ${showInvisible(where)} (${code})\n`;
  return `${head}${position ? formatExcerpt(position) : ""}  ${showInvisible(sentence)}\n`;
}

function formatExcerpt({ line, column, text }: Position): string {
  const number = String(line);
  const start = Math.max(0, column - 61);
  const shown = showInvisible(text.slice(start, start + 100).replaceAll("\t", " "));
  return `  ${number} | ${shown}\n  ${" ".repeat(number.length)} | ${" ".repeat(column - 1 - start)}^\n`;
}
