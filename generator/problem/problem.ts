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
