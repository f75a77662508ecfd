import { types } from "node:util";

/** A place in the spec: a file, and a JSON Pointer into it ("" is the whole file). */
export interface SourceLocation {
  readonly file: string;
  readonly pointer: string;
}

/** A position in a text: line and column, both from 1, the text of that line, and the lines around it where there are any. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly text: string;
  readonly before?: string;
  readonly after?: string;
}

/** One thing that is wrong. Each phase collects its problems and goes on; the command line prints them. */
export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly place?: SourceLocation;
  readonly position?: Position;
}

/** The result of a phase: its value, or everything that was wrong. */
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

/** The problems without repetitions. */
export const uniqueProblems = (problems: readonly Problem[]): readonly Problem[] => [
  ...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values(),
];

/**
 * A message or a hint. In a text, `{name}` is a slot for the parameter of that name, `"{name}"` one for text from outside,
 * which is quoted, and `{name?}` one for what may be unknown. A function says nothing where it returns undefined.
 */
export type Wording = string | ((params: never) => string | undefined);

/** An entry of the catalogue: the message, and hints on what to do. Only the first hint whose values are all known is given. */
export type CatalogueEntry = readonly [message: Wording, ...hints: Wording[]];

/** The parameters of a function that are lists, by their names. */
export type ListParams<Name extends string> = Readonly<Record<Name, readonly string[]>>;

/** The hint for a name that is similar to a known one. */
export const didYouMean = 'Did you mean "{suggestion?}"?';

/**
 * The value of an outcome.
 * @throws Error that says what is wrong, and where
 */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Error(outcome.problems.map(describeProblem).join("\n"));
}

function describeProblem({ message, hint, place, position }: Problem): string {
  const where = position
    ? `${place?.file ?? ""}:${position.line}:${position.column}`
    : (place?.pointer ?? "");
  return [where === "" ? "" : `${where}: `, message, hint === undefined ? "" : ` ${hint}`].join("");
}

/** Whether a thrown value is an Error, of this realm or another: Jest runs tests in one of its own, and Node's errors are not of it. */
export const isErrorObject = (thrown: unknown): thrown is Error =>
  types.isNativeError(thrown) || thrown instanceof Error;

/** The system's code of an error, such as `ENOENT`; empty if it has none. */
export const getErrorCode = (error: unknown): string =>
  isErrorObject(error) && "code" in error ? String(error.code) : "";

/** Describes an error of the operating system in words, without the path, which the caller names. */
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
  ELOOP: "its links go round in a circle",
  ENAMETOOLONG: "its name is too long",
};
