import { types } from "node:util";

/** A place in the spec: a file and a JSON Pointer into it (`""` is the whole file). */
export interface SourceLocation {
  readonly file: string;
  readonly pointer: string;
}

/** Line and column are counted from 1. `text` is that line; `before` and `after` are its neighbors. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly before?: string;
  readonly after?: string;
}

/** Each phase collects its problems and continues; the command line prints them. */
export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly place?: SourceLocation;
  readonly position?: Position;
}

export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const success = <T>(value: T, warnings: readonly Problem[] = []): Outcome<T> => ({
  ok: true,
  value,
  warnings,
});

export const failure = (problems: readonly Problem[]): Outcome<never> => ({ ok: false, problems });

/** Only errors change the exit code; warnings are printed. */
export const isError = (problem: Problem): boolean => problem.severity === "error";

export const uniqueProblems = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

/**
 * A message or a hint. In a text, `{name}` is a slot for a parameter, `"{name}"` quotes text from outside, and
 * `{name?}` is a slot whose value may be unknown. A function returns undefined to say nothing.
 */
export type Wording = string | ((params: never) => string | undefined);

/** The message, then hints on what to do. Only the first hint whose values are all known is shown. */
export type CatalogueEntry = readonly [message: Wording, ...hints: Wording[]];

export type ListParams<Name extends string> = Readonly<Record<Name, readonly string[]>>;

export const didYouMean = 'Did you mean "{suggestion?}"?';

/**
 * Returns the value of an outcome.
 * @throws Error with all problems and their places
 */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(describeProblem).join("\n"));
}

/** On one line, with its place. */
export function describeProblem({ message, hint, place, position }: Problem): string {
  const where = position
    ? `${place?.file ?? ""}:${position.line}:${position.column}`
    : (place?.pointer ?? "");
  return [where === "" ? "" : `${where}: `, message, hint === undefined ? "" : ` ${hint}`].join("");
}

/**
 * True if a thrown value is an Error of any realm. Jest runs tests in a realm of its own, and Node's errors belong to
 * another.
 */
export const isErrorObject = (thrown: unknown): thrown is Error =>
  types.isNativeError(thrown) || thrown instanceof Error;

/** For example `ENOENT`; empty if there is no code. */
export const getErrorCode = (error: unknown): string =>
  isErrorObject(error) && "code" in error ? String(error.code) : "";

/** Leaves out the path, because the caller adds it. */
export const describeSystemError = (error: unknown): string =>
  systemErrorReasons[getErrorCode(error)] ?? (isErrorObject(error) ? error.message : String(error));

const systemErrorReasons: Readonly<Record<string, string>> = {
  ENOENT: "it does not exist",
  ENOTDIR: "it is not a folder",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EMFILE: "too many files are open",
  ENFILE: "too many files are open",
  EBUSY: "it is in use",
  EXDEV: "it is on another file system",
  EROFS: "the file system is read-only",
  ELOOP: "its links are circular",
  ENAMETOOLONG: "its name is too long",
};
