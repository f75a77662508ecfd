import type { PgBoss } from "pg-boss";
import type { Transaction } from "../receiver/api/inbox.js";

/** An open database with the queues of an inbox in it. */
export interface Connection {
  readonly boss: PgBoss;
  /** The schema that everything of the inbox is in. */
  readonly schema: string;
  /** Runs one statement outside of any transaction. */
  readonly query: Transaction["query"];
  /** Begins a transaction on a connection of its own; on PGlite, everything else waits until it ends. */
  begin(): Promise<OpenTransaction>;
  close(): Promise<void>;
}

/** A transaction that has begun. */
export interface OpenTransaction extends Transaction {
  /** Ends it with what it wrote; `settle` marks the event as handled in it, before. */
  commit(): Promise<void>;
  /** Ends it without. Never rejects. */
  rollback(): Promise<void>;
}
