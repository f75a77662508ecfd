import { quote } from "../text/quote.js";

/** A place in the spec: a file, and a JSON Pointer into it ("" is the whole file). */
export interface Place {
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
  readonly place?: Place;
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

/** One kind of problem: the message, and a hint that says what to do. */
export interface Entry<Params> {
  readonly severity?: "warning";
  readonly message: (params: Params) => string;
  readonly hint?: (params: Params) => string | undefined;
}

/** Declares an entry with the type of its parameters. */
export function entry<Params>(value: Entry<Params>): Entry<Params> {
  return value;
}

/** The hint for a name that is similar to a known one. */
export const didYouMean = ({ suggestion }: { suggestion: string | undefined }): string | undefined =>
  suggestion === undefined ? undefined : `Did you mean ${quote(suggestion)}?`;

/** The system's code of an error, such as `ENOENT`; empty if it has none. */
export const getErrorCode = (error: unknown): string =>
  error instanceof Error && "code" in error ? String(error.code) : "";

/** Describes an error of the operating system in words, without the path, which the caller names. */
export function describeSystemError(error: unknown): string {
  const words = reasons[getErrorCode(error)];
  return words ?? (error instanceof Error ? error.message : String(error));
}

const reasons: Readonly<Record<string, string>> = {
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
