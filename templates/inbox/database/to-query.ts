import type { Transaction } from "../../receiver/handlers.js";

/** Runs one statement, as a client of a database does. */
type Run = (text: string, values: unknown[]) => Promise<{ readonly rows: unknown[] }>;

/** A `query` of what runs statements. What is in a row, the caller says: it wrote the statement. */
export const toQuery = (run: Run): Transaction["query"] =>
  ((text: string, values: readonly unknown[] = []) => run(text, [...values])) as Transaction["query"];
