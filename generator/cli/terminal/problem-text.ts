import type { TerminalSize } from "../../pages/blocks/terminal.js";
import { isError, type Position, type Problem } from "../../base/problem/problem.js";
import { showInvisible } from "../../base/text/quote.js";
import { paint, type Style } from "../../base/text/style.js";
import { measureWidth, wrapText } from "../../base/text/words.js";

/** Problems as text for a terminal: file and position, what stands there, what is wrong, what to do. Of many the first are shown, errors before warnings. */
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

/** Nobody reads more of them at once, and most follow from a few. */
const maxShownProblems = 100;

function formatProblem({ severity, code, message, hint, place, position }: Problem, columns: number): string {
  const sentence = showInvisible(hint === undefined ? message : `${message} ${hint}`);
  if (!place && severity === "warning") {
    const lines = wrapText(`mplus-codegen: warning: ${sentence}`, columns).join("\n");
    return `${lines.replace("warning:", paint("warning", "warning:"))}\n`;
  }
  // A call in it is copied: only the terminal may break it.
  if (!place) return `${paint("error", "mplus-codegen:")} ${sentence}\n`;
  const where = position ? `${place.file}:${position.line}:${position.column}` : place.file;
  const head = `${paint(severity, `${severity}:`)} ${paint("name", where)} ${paint("faint", `(${code})`)}\n`;
  return `${head}${position ? formatCodeFrame(position, severity) : ""}  ${sentence}\n`;
}

/** The line of a position with those around it, and carets under the word that it is about; nothing if the line is not there, or too long. */
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

/** In characters: a longer line was written by a program, and fills more than two lines of a terminal. */
const maxLineLength = 160;

/** As wide on every terminal. */
const showText = (text: string): string => showInvisible(text.replaceAll("\t", "  "));

/** How wide the word is that a text begins with: a string in quotes, or anything up to a space or a sign. */
function measureToken(text: string): number {
  const [token = ""] = /^(?:"(?:[^"\\]|\\.)*"?|[^\s,:{}[\]"]+)/.exec(text) ?? [];
  return Math.max(1, measureWidth(showText(token)));
}
