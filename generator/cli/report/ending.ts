import type { ReportBlock } from "../../pages/blocks/block.js";
import { printForTerminal, type TerminalSize } from "../../pages/blocks/terminal.js";
import { report } from "../../base/problem/catalogue.js";
import {
  eachOnce,
  failure,
  isError,
  success,
  type Outcome,
  type Position,
  type Problem,
} from "../../base/problem/problem.js";
import { showInvisible, toVisibleJson } from "../../base/text/quote.js";
import { paint, type Style } from "../../base/text/style.js";
import { measureWidth, wrapText } from "../../base/text/words.js";

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

/** What a command tells, to people or to a program. */
export interface Told<Json extends object = object> {
  readonly report: (room: TerminalSize) => readonly ReportBlock[] | string;
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
  room: TerminalSize,
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

/** A problem with the call itself. */
export const usage = (message: string, hint?: string): Problem => report("usage", { message, hint });

/** A value of the call, or a problem with the call where the value is not right. */
export const ensure = <T>(value: T, isRight: boolean, message: string, hint?: string): Outcome<T> =>
  isRight ? success(value) : failure([usage(message, hint)]);

/** Ends a call that cannot go on, for these reasons. */
export class Refusal extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(formatProblems(problems));
    this.problems = problems;
  }
}

/**
 * Ends a call. Lists may be longer than the arguments of a call.
 * @throws Refusal
 */
export function refuse(...problems: readonly (Problem | readonly Problem[])[]): never {
  throw new Refusal(problems.flat());
}

/**
 * Ends a call that is wrong itself.
 * @throws Refusal
 */
export function refuseCall(message: string, hint?: string): never {
  throw new Refusal([usage(message, hint)]);
}

/**
 * An outcome that is good, or the end of the call.
 * @throws Refusal
 */
export const need = <T>(outcome: Outcome<T>): Extract<Outcome<T>, { ok: true }> =>
  outcome.ok ? outcome : refuse(outcome.problems);

/** What a function makes, or the problems for which it refuses to. */
export function attempt<T>(make: () => T): Outcome<T> {
  try {
    return success(make());
  } catch (error) {
    if (error instanceof Refusal) return failure(error.problems);
    throw error;
  }
}

/** The values of all outcomes, or everything that is wrong with them. Two can be wrong for the same reason. */
export function joinOutcomes<Values extends readonly unknown[]>(
  outcomes: readonly [...{ readonly [I in keyof Values]: Outcome<Values[I]> }],
): Outcome<Values> {
  const all = outcomes as readonly Outcome<unknown>[];
  const good = all.flatMap((outcome) => (outcome.ok ? outcome : []));
  return good.length < all.length
    ? failure(eachOnce(all.flatMap((outcome) => (outcome.ok ? [] : outcome.problems))))
    : success(
        good.map(({ value }) => value) as unknown as Values,
        eachOnce(good.flatMap(({ warnings }) => warnings)),
      );
}

/** Problems as text for a terminal: file and position, what stands there, what is wrong, what to do. Of many the first are shown, errors before warnings. */
export function formatProblems(
  problems: readonly Problem[],
  { columns = Infinity }: TerminalSize = {},
): string {
  const isGeneral = ({ place }: Problem): boolean => place === undefined;
  const urgent = [...problems.filter(isGeneral), ...problems.filter(isError), ...problems];
  const first = new Set([...new Set(urgent)].slice(0, mostShown));
  const shown = problems.filter((problem) => first.has(problem));
  const rest = problems.length - shown.length;
  const more = rest > 0 ? `mplus-codegen: and ${rest.toLocaleString("en")} more.\n` : "";
  return shown.map((problem) => formatProblem(problem, columns)).join("") + more;
}

/** Nobody reads more of them at once, and most follow from a few. */
const mostShown = 100;

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

/** The line of a position with those around it, and carets under the word that it is about; nothing if the line is not there. */
export function formatCodeFrame({ line, column, text, before, after }: Position, style: Style): string {
  if (column > text.length + 1) return "";
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
