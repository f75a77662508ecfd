import type { ReportBlock } from "../pages/blocks/block.js";
import { printForTerminal, type TerminalSize } from "../pages/blocks/terminal.js";
import type { Problem } from "../base/problem/problem.js";
import { toVisibleJson } from "../base/text/quote.js";
import { formatProblems } from "./terminal/problem-text.js";

/** What a command gives back to the shell. */
export type ExitCode = 0 | 1 | 2;

/** What a call prints, and its exit code. */
export interface ProcessOutput {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** The text for each stream. */
export type StreamTexts = Pick<ProcessOutput, "stdout" | "stderr">;

/** Prints something before the end. */
export type Print = (texts: StreamTexts) => void;

/** The result of a command as text; only `main` prints it. */
export interface RenderedResult extends ProcessOutput {
  /** Set if there was nothing to do: the same call would end so again, as long as these files stay as they are. */
  readonly settled?: Settled;
  /** Set if the command does not end here: it goes on, prints now and then, and comes to this exit code. */
  readonly goOn?: (print: Print) => Promise<ExitCode>;
}

/** What a call that found nothing to do has looked at. */
export interface Settled {
  /** The files and folders that were read, besides those of the package. */
  readonly inputs: readonly string[];
  /** The files that are as they should be. */
  readonly outputs: readonly string[];
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
  readonly settled?: Settled | undefined;
}

/** Renders the result of a command, as JSON or as a report. */
export function renderResult(
  { report, json, warnings = [], fails, settled }: CommandResult,
  asJson: boolean,
  room: TerminalSize,
): RenderedResult {
  const output = asJson ? formatJson(json()) : report(room);
  // A settled result is printed again on any terminal.
  const text = typeof output === "string" ? output : printForTerminal(output, settled ? {} : room);
  const code = fails ? 1 : 0;
  const rendered = {
    code,
    stdout: text,
    stderr: asJson ? "" : formatProblems(warnings, settled ? {} : room),
  } as const;
  return settled ? { ...rendered, settled } : rendered;
}
