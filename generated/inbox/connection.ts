// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { PgBoss, type ConstructorOptions } from "pg-boss";
import type { Transaction } from "../receiver/handlers.js";
import { silentLog, type Log } from "../receiver/log.js";
import type { InboxSettings } from "./options.js";

/** The name of the queue that all events are in. */
export const queue = "mplus";

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
  readonly boss: PgBoss;
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

/** A `query` of what runs statements. What is in a row, the caller says: it wrote the statement. */
export const toQuery = (
  run: (text: string, values: unknown[]) => Promise<{ readonly rows: unknown[] }>,
): Transaction["query"] =>
  ((text: string, values: readonly unknown[] = []) => run(text, [...values])) as Transaction["query"];

/** Has pg-boss look into a schema, and neither make nor change nor clean anything unasked. */
export const passive = { migrate: false, supervise: false } as const;

/**
 * Has the planner step through an index in its order. What is known of a table from before a backlog would have it read and
 * sort all that waits, as it believes that to be nothing. What has to be sorted all the same seems so dear that it would be compiled.
 */
export const inOrder = ["enable_sort=off", "jit=off"] as const;

/**
 * Starts the queue, and makes its tables, unless the options are passive. Each of its problems is logged once a minute.
 * @throws Error if the database cannot be reached; if they are, also if something is missing.
 */
export async function startBoss(options: ConstructorOptions, log: Log = silentLog): Promise<PgBoss> {
  const boss = new PgBoss({ ...options, schedule: false });
  const told = new Map<string, number>();
  const report = (level: "warn" | "error", { message }: { readonly message?: unknown }): void => {
    const reason = typeof message === "string" ? message : "unknown";
    if (performance.now() - (told.get(reason) ?? -Infinity) < 60_000) return;
    if (told.size > 100) told.clear();
    told.set(reason, performance.now());
    log[level]({ reason }, "the queue of the inbox reports a problem");
  };
  boss.on("error", (problem) => report("error", problem));
  boss.on("warning", (problem) => report("warn", problem));
  try {
    return await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
