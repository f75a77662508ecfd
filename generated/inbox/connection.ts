// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Transaction } from "../receiver/handlers.js";
import type { Boss } from "./boss.js";
import type { InboxSettings } from "./options.js";

/** Which database to open, and how; without a log its problems show only in what fails. */
export interface Opening
  extends Pick<InboxSettings, "database" | "schema">, Partial<Pick<InboxSettings, "deadline" | "log">> {
  /**
   * For somebody who only looks into it: nothing is made, brought to another version or supervised. `copy` reads a copy of
   * a folder, which a process may have.
   */
  readonly look?: "in place" | "copy";
  /** Told that this process has the folder no more: it was taken by another one, or removed. */
  readonly onLost?: (error: Error) => void;
}

/** What runs one statement outside of any transaction. */
export interface Database {
  /** The schema that everything of the inbox is in: a plain name, which needs no quotes. */
  readonly schema: string;
  readonly query: Transaction["query"];
}

/** An open database with the queue of an inbox in it. */
export interface Connection extends Database {
  readonly boss: Boss;
  /** Whether other processes may use it at the same time. A folder has one process. */
  readonly isShared: boolean;
  /** As `query`, for what may take minutes. */
  readonly queryLong: Transaction["query"];
  /** Begins a transaction on a connection of its own; on PGlite, everything else waits until it ends. */
  begin(): Promise<OpenTransaction>;
  close(): Promise<unknown>;
}

/** A transaction that has begun. */
export interface OpenTransaction extends Transaction {
  commit(): Promise<void>;
  /** Ends it without what it wrote. Never rejects. */
  rollback(): Promise<void>;
}

/** What runs a text with its values, as clients of databases do. */
type Run = (text: string, values: unknown[]) => Promise<{ readonly rows: unknown[] }>;

/** A `query` of what runs statements. What is in a row, the caller says: it wrote the statement. */
export const toQuery = (run: Run): Transaction["query"] =>
  ((text: string, values: readonly unknown[] = []) => run(text, [...values])) as Transaction["query"];

/** What pg-boss runs its statements with, in a transaction. */
export const toDatabase = (transaction: Transaction): { readonly db: { executeSql: Run } } => ({
  db: { executeSql: (text, values) => transaction.query(text, values) },
});
