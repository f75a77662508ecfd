import type { Problem } from "../problem/problem.js";

/** What a command hands back to the shell. */
export type ExitCode = 0 | 1 | 2;

/** What a command prints and how it ends; only `main` writes it. */
export interface Ending {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** An ending that prints problems: for a person on stderr, or as JSON on stdout. */
export const problemEnding = (problems: readonly Problem[], json: boolean): Ending => ({
  code: 2,
  stdout: json ? `${JSON.stringify({ problems }, null, 2)}\n` : "",
  stderr: json ? "" : problems.map(formatProblem).join(""),
});

/** A problem as text: where, the line it stands on, what is wrong, what to do. */
export function formatProblem({ severity, code, message, hint, place, position }: Problem): string {
  const sentence = hint === undefined ? message : `${message} ${hint}`;
  if (!place) return `mplus-codegen: ${severity === "warning" ? "warning: " : ""}${visible(sentence)}\n`;
  const where = position ? `${place.file}:${position.line}:${position.column}` : place.file;
  const head = `${severity}: ${visible(where)} (${code})\n`;
  return `${head}${position ? excerpt(position) : ""}  ${visible(sentence)}\n`;
}

function excerpt({ line, column, text }: NonNullable<Problem["position"]>): string {
  const number = String(line);
  const start = Math.max(0, column - 61);
  const shown = visible(text.slice(start, start + 100).replaceAll("\t", " "));
  return `  ${number} | ${shown}\n  ${" ".repeat(number.length)} | ${" ".repeat(column - 1 - start)}^\n`;
}

/** Control and direction characters would act on the terminal: show them instead. */
export const visible = (text: string): string =>
  text.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

/** Columns of text, padded to line up. */
export function formatTable(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row
      .map((cell, i) => visible(cell).padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd();
  return rows.map((row) => `${line(row)}\n`).join("");
}
