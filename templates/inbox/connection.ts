import type { Transaction } from "../receiver/handlers.js";
import type { Boss } from "./database/boss.js";
import type { InboxSettings } from "./options.js";

/** Which database to open, and how; without a log its problems show only in what fails. */
export interface Opening
  extends Pick<InboxSettings, "database" | "schema">, Partial<Pick<InboxSettings, "deadline" | "log">> {
  /** Whether it is only looked into: nothing is made, brought to another version or supervised. */
  readonly isPassive?: boolean;
}

/** An open database with the queues of an inbox in it. */
export interface Connection {
  readonly boss: Boss;
  /** The schema that everything of the inbox is in: a plain name, which needs no quotes. */
  readonly schema: string;
  /** Whether other processes may use it at the same time. A folder has one process. */
  readonly isShared: boolean;
  /** Runs one statement outside of any transaction. */
  readonly query: Transaction["query"];
  /** The same of one that may take minutes. */
  readonly queryLong: Transaction["query"];
  /** Runs what inserts an event: two that are inserted one after the other differ in their time. */
  insert<T>(send: () => Promise<T>): Promise<T>;
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
