import type { ReportBlock } from "../pages/blocks/block.js";
import { printForTerminal, type TerminalSize } from "../pages/blocks/terminal.js";
import type { Problem } from "../base/problem/problem.js";
import { toVisibleJson } from "../base/text/quote.js";
import { formatProblems } from "./terminal/problem-text.js";

export type ExitCode = 0 | 1 | 2;

/** Only `run` prints it. */
export interface RenderedResult {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

export const renderText = (stdout: string, warnings: readonly Problem[] = []): RenderedResult => ({
  code: 0,
  stdout,
  stderr: formatProblems(warnings),
});

export const formatJson = (value: object): string => `${toVisibleJson(value)}\n`;

/** Text goes to stderr, JSON to stdout. */
export const renderProblems = (problems: readonly Problem[], json: boolean): RenderedResult => ({
  code: 2,
  stdout: json ? formatJson({ problems }) : "",
  stderr: json ? "" : formatProblems(problems),
});

export interface WithWarnings {
  readonly warnings: readonly Problem[];
}

/** `report` is for people, `json` for programs. */
export interface CommandResult<Json extends object = object> {
  readonly report: (room: TerminalSize) => readonly ReportBlock[] | string;
  readonly json: () => Json;
  readonly warnings?: readonly Problem[];
  /** For people, on stderr, so that stdout can be piped. */
  readonly note?: () => string;
  /** True if a check failed, which gives exit code 1. */
  readonly fails?: boolean;
}

export function renderResult(
  { report, json, warnings = [], note = () => "", fails }: CommandResult,
  asJson: boolean,
  room: TerminalSize,
): RenderedResult {
  const code = fails ? 1 : 0;
  if (asJson) return { code, stdout: formatJson(json()), stderr: "" };
  const shown = report(room);
  const stdout = typeof shown === "string" ? shown : printForTerminal(shown, room);
  return { code, stdout, stderr: formatProblems(warnings, room) + note() };
}
