import type { Problem } from "../../problem/problem.js";
import { formatProblems } from "./problem-text.js";

/** What a command gives back to the shell. */
export type ExitCode = 0 | 1 | 2;

/** What a call prints and its exit code. */
export interface Printed {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a command ends; only `main` prints it. */
export interface Ending extends Printed {
  readonly next?: NextEnding;
}

/** How the same call would end next time, as long as the files that it reads and wrote stay as they are. */
export interface NextEnding {
  readonly printed: Printed;
  readonly spec: string;
  readonly out: string;
  /** The files that were written to `out`, the stamp among them. */
  readonly files: readonly string[];
}

/** An ending that prints a text on stdout, and warnings as text on stderr. */
export const successEnding = (stdout: string, warnings: readonly Problem[] = []): Ending => ({
  code: 0,
  stdout,
  stderr: formatProblems(warnings),
});

/** An ending that prints problems: as text on stderr, or as JSON on stdout. */
export const problemEnding = (problems: readonly Problem[], json: boolean): Ending => ({
  code: 2,
  stdout: json ? `${JSON.stringify({ problems }, null, 2)}\n` : "",
  stderr: json ? "" : formatProblems(problems),
});
