import type { ReportBlock } from "../pages/blocks/block.js";
import { printForTerminal, type TerminalSize } from "../pages/blocks/terminal.js";
import type { Problem } from "../base/problem/problem.js";
import { toVisibleJson } from "../base/text/quote.js";
import { formatProblems } from "./terminal/problem-text.js";

/** What a command gives back to the shell. */
export type ExitCode = 0 | 1 | 2;

/** The result of a command as text; only `run` prints it. */
export interface RenderedResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** Prints a text on stdout, and warnings as text on stderr. */
export const renderText = (stdout: string, warnings: readonly Problem[] = []): RenderedResult => ({
  code: 0,
  stdout,
  stderr: formatProblems(warnings),
});

/** JSON as every command prints it. */
export const formatJson = (value: object): string => `${toVisibleJson(value)}\n`;

/** Prints problems: as text on stderr, or as JSON on stdout. */
export const renderProblems = (problems: readonly Problem[], json: boolean): RenderedResult => ({
  code: 2,
  stdout: json ? formatJson({ problems }) : "",
  stderr: json ? "" : formatProblems(problems),
});

/** Warnings of a call that succeeded. */
export interface WithWarnings {
  /** Each stops nothing. */
  readonly warnings: readonly Problem[];
}

/** The result of a command, for people and for programs. */
export interface CommandResult<Json extends object = object> {
  readonly report: (room: TerminalSize) => readonly ReportBlock[] | string;
  /** Includes the warnings. */
  readonly json: () => Json;
  readonly warnings?: readonly Problem[];
  /** Whether something is not as it should be: exit code 1. */
  readonly fails?: boolean;
}

/** Renders the result of a command, as JSON or as a report. */
export function renderResult(
  { report, json, warnings = [], fails }: CommandResult,
  asJson: boolean,
  room: TerminalSize,
): RenderedResult {
  const code = fails ? 1 : 0;
  if (asJson) return { code, stdout: formatJson(json()), stderr: "" };
  const shown = report(room);
  const stdout = typeof shown === "string" ? shown : printForTerminal(shown, room);
  return { code, stdout, stderr: formatProblems(warnings, room) };
}
