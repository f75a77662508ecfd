import type { Position, Problem } from "../../problem/problem.js";
import { showInvisible } from "../../text/quote.js";
import { paint, type Style } from "../../text/style.js";
import { measureWidth } from "../../text/width.js";

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

/** The line of a position with those around it, and carets under the word that it is about. */
export function formatCodeFrame({ line, column, text, before, after }: Position, style: Style): string {
  const start = findStart(text, column - 1);
  const gutter = String(line + 1).length;
  const write = (number: string, shown: string): string =>
    `  ${paint("faint", `${number.padStart(gutter)} |`)} ${shown}`.trimEnd() + "\n";
  const writeLine = (number: number, content: string): string =>
    content.slice(start).trim() === "" ? "" : write(`${number}`, cut(content, start));
  const indent = " ".repeat(measureWidth(show(text.slice(start, column - 1))) + (start > 0 ? 1 : 0));
  return [
    writeLine(line - 1, before ?? ""),
    writeLine(line, text),
    write("", indent + paint(style, "^".repeat(measureToken(text.slice(column - 1, start + longest))))),
    writeLine(line + 1, after ?? ""),
  ].join("");
}

/** In characters: what most terminals show on one line, with the number before it. */
const longest = 100;

/** Where a long line is cut off, so that the column is in what is left: not within a character of two units. */
function findStart(text: string, column: number): number {
  const start = Math.max(0, column - 60);
  return /^[\udc00-\udfff]/.test(text.slice(start)) ? start - 1 : start;
}

function cut(text: string, start: number): string {
  const part = text.slice(start, start + longest).replace(/[\ud800-\udbff]$/, "");
  const isCut = text.length > start + part.length;
  return `${start > 0 ? "…" : ""}${show(part)}${isCut ? "…" : ""}`;
}

/** As wide on every terminal. */
const show = (text: string): string => showInvisible(text.replaceAll("\t", "  "));

/** How wide the word is that a text begins with: a string in quotes, or anything up to a space or a sign. */
function measureToken(text: string): number {
  const [token = ""] = /^(?:"(?:[^"\\]|\\.)*"?|[^\s,:{}[\]"]+)/.exec(text) ?? [];
  return Math.max(1, measureWidth(show(token)));
}
