/** Where something stands in the spec: a file, and a JSON Pointer into it ("" is the whole file). */
export interface Place {
  readonly file: string;
  readonly pointer: string;
}

/** Where a person has to look: 1-based line and column, and the text of that line. */
export interface Position {
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

/** One thing that is wrong, as data: phases collect these and go on, the CLI prints them. */
export interface Problem {
  readonly code: string;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
  readonly position?: Position;
}

/** What a phase returns that may fail: its value, or everything that was wrong. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const success = <T>(value: T, warnings: readonly Problem[] = []): Outcome<T> => ({
  ok: true,
  value,
  warnings,
});

export const failure = (problems: readonly Problem[]): Outcome<never> => ({ ok: false, problems });

/** Errors decide the exit code; warnings are only printed. */
export const isError = (problem: Problem): boolean => problem.severity === "error";
