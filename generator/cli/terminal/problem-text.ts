import type { TerminalSize } from "../../pages/blocks/terminal.js";
import { isError, type Position, type Problem } from "../../base/problem/problem.js";
import { showInvisible } from "../../base/text/quote.js";
import { paint, type Style } from "../../base/text/style.js";
import { measureWidth, wrapText } from "../../base/text/words.js";

/** Shows only the first of many, errors before warnings. */
export function formatProblems(
  problems: readonly Problem[],
  { columns = Infinity }: TerminalSize = {},
): string {
  const isGeneral = ({ place }: Problem): boolean => place === undefined;
  const urgent = [...problems.filter(isGeneral), ...problems.filter(isError), ...problems];
  const first = new Set([...new Set(urgent)].slice(0, maxShownProblems));
  const shown = problems.filter((problem) => first.has(problem));
  const rest = problems.length - shown.length;
  const more = rest > 0 ? `mplus-codegen: and ${rest.toLocaleString("en")} more.\n` : "";
  return shown.map((problem) => formatProblem(problem, columns)).join("") + more;
}

/** Nobody reads more problems at once, and most of them follow from the first few. */
const maxShownProblems = 100;

function formatProblem({ severity, code, message, hint, place, position }: Problem, columns: number): string {
  const sentence = showInvisible(hint === undefined ? message : `${message} ${hint}`);
  if (!place && severity === "warning") {
    const lines = wrapText(`mplus-codegen: warning: ${sentence}`, columns).join("\n");
    return `${lines.replace("warning:", paint("warning", "warning:"))}\n`;
  }
  // It may contain a command to copy, so only the terminal may wrap it.
  if (!place) return `${paint("error", "mplus-codegen:")} ${sentence}\n`;
  const where = position ? `${place.file}:${position.line}:${position.column}` : place.file;
  const head = `${paint(severity, `${severity}:`)} ${paint("name", where)} ${paint("faint", `(${code})`)}\n`;
  return `${head}${position ? formatCodeFrame(position, severity) : ""}  ${sentence}\n`;
}

/** Shows the line with its neighbors, and carets under the word. Empty if the line does not exist or is too long. */
export function formatCodeFrame({ line, column, text, before, after }: Position, style: Style): string {
  if (column > text.length + 1 || text.length > maxLineLength) return "";
  const gutter = String(line + 1).length;
  const write = (number: string, shown: string): string =>
    `  ${paint("faint", `${number.padStart(gutter)} |`)} ${shown}`.trimEnd() + "\n";
  const writeLine = (number: number, content = ""): string =>
    content.trim() === "" || content.length > maxLineLength ? "" : write(`${number}`, showText(content));
  const indent = " ".repeat(measureWidth(showText(text.slice(0, column - 1))));
  const carets = "^".repeat(measureToken(text.slice(column - 1)));
  return [
    writeLine(line - 1, before),
    writeLine(line, text),
    write("", indent + paint(style, carets)),
    writeLine(line + 1, after),
  ].join("");
}

/** In characters. Longer lines are written by programs, and take more than two terminal lines. */
const maxLineLength = 160;

/** Makes the text equally wide on every terminal. */
const showText = (text: string): string => showInvisible(text.replaceAll("\t", "  "));

/** A word is a quoted string, or everything up to a space or punctuation mark. */
function measureToken(text: string): number {
  const [token = ""] = /^(?:"(?:[^"\\]|\\.)*"?|[^\s,:{}[\]"]+)/.exec(text) ?? [];
  return Math.max(1, measureWidth(showText(token)));
}
