import type { ReportBlock } from "../pages/blocks/block.js";
import { printForTerminal, type Room } from "../pages/blocks/terminal.js";
import type { Problem } from "../base/problem/problem.js";
import { toVisibleJson } from "../base/text/quote.js";
import { formatProblems } from "./terminal/problem-text.js";

/** What a command gives back to the shell. */
export type ExitCode = 0 | 1 | 2;

/** What a call prints and its exit code. */
export interface Printed {
  readonly code: ExitCode;
  readonly stdout: string;
  readonly stderr: string;
}

/** What is printed, on its two ways. */
export type Texts = Pick<Printed, "stdout" | "stderr">;

/** Prints something before the end. */
export type Print = (texts: Texts) => void;

/** How a command ends; only `main` prints it. */
export interface Ending extends Printed {
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

/** An ending that prints a text on stdout, and warnings as text on stderr. */
export const successEnding = (stdout: string, warnings: readonly Problem[] = []): Ending => ({
  code: 0,
  stdout,
  stderr: formatProblems(warnings),
});

/** JSON as every command prints it. */
export const formatJson = (value: object): string => `${toVisibleJson(value)}\n`;

/** An ending that prints problems: as text on stderr, or as JSON on stdout. */
export const problemEnding = (problems: readonly Problem[], json: boolean): Ending => ({
  code: 2,
  stdout: json ? formatJson({ problems }) : "",
  stderr: json ? "" : formatProblems(problems),
});

/** What is worth knowing of a call that went well. */
export interface WithWarnings {
  /** Each stops nothing. */
  readonly warnings: readonly Problem[];
}

/** What a command tells, to people or to a program. */
export interface Told<Json extends object = object> {
  readonly report: (room: Room) => readonly ReportBlock[] | string;
  /** What warns of something is in it, too. */
  readonly json: () => Json;
  readonly warnings?: readonly Problem[];
  /** Whether something is not as it should be: exit code 1. */
  readonly fails?: boolean;
  readonly settled?: Settled | undefined;
}

/** How a call ends that has something to tell. */
export function tell(
  { report, json, warnings = [], fails, settled }: Told,
  asJson: boolean,
  room: Room,
): Ending {
  const made = asJson ? formatJson(json()) : report(room);
  // What is settled is printed again wherever the same call is made.
  const text = typeof made === "string" ? made : printForTerminal(made, settled ? {} : room);
  const code = fails ? 1 : 0;
  const ending = {
    code,
    stdout: text,
    stderr: asJson ? "" : formatProblems(warnings, settled ? {} : room),
  } as const;
  return settled ? { ...ending, settled } : ending;
}
