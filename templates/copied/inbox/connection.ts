import { PgBoss, type ConstructorOptions, type Db } from "pg-boss";
import type { Transaction } from "../receiver/handlers.js";
import { silentLog, type Log } from "../receiver/log.js";
import type { InboxSettings } from "./options.js";

/** Which database to open, and how; without a log its problems show only in what fails. */
export interface Opening
  extends Pick<InboxSettings, "database" | "schema">, Partial<Pick<InboxSettings, "deadline" | "log">> {
  /** For somebody who only looks in: nothing is made, brought to another version or supervised. */
  readonly look?: boolean;
}

/** An open database with the queue of an inbox in it. */
export interface Connection {
  readonly boss: PgBoss;
  /** The pg-boss that looks for lost workers, counts, and deletes what is old. */
  readonly upkeep: PgBoss;
  /** Runs one statement outside of any transaction. */
  readonly query: Transaction["query"];
  /** Begins a transaction for a handler, on a connection of its own; in a folder, everything else waits until it ends. */
  readonly begin: () => Promise<OpenTransaction>;
  /** Runs what belongs together in a transaction of the inbox's own. */
  readonly transact: <T>(run: (db: Db) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<unknown>;
}

/** A transaction that has begun, as pg-boss has it. */
export type OpenTransaction = Awaited<ReturnType<NonNullable<Db["beginTransaction"]>>>;

/** Two ways to a database, so that handlers and upkeep keep nothing from being stored and claimed, and what closes both. */
export type Ways = Pick<Connection, "boss" | "upkeep" | "close">;

/** In seconds: what no worker has touched for this long goes on elsewhere, and how often pg-boss looks for it. */
export const heartbeat = 10;

/** Has pg-boss look into a schema, and neither make nor change nor clean anything unasked. */
export const passive = { migrate: false, supervise: false } as const;

/**
 * Starts the queue, and makes its tables, unless the options are passive.
 * @throws Error if the database cannot be reached; if they are, also if something is missing.
 */
export async function startBoss(options: ConstructorOptions, log: Log = silentLog): Promise<PgBoss> {
  // It looks for lost workers, counts at most once a second, and deletes what is old.
  const every = {
    superviseIntervalSeconds: heartbeat,
    monitorIntervalSeconds: 1,
    maintenanceIntervalSeconds: 60,
  };
  const boss = new PgBoss({ schedule: false, ...every, ...options });
  const report = ({ message: reason }: { readonly message: string }): void =>
    log.warn({ reason }, "the queue of the inbox reports a problem");
  boss.on("error", report).on("warning", report);
  try {
    return await boss.start();
  } catch (error: unknown) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
}
