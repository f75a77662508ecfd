import { PgBoss, type ConstructorOptions, type Db } from "pg-boss";
import type { Transaction } from "../receiver/base/handlers.js";
import type { Log } from "../receiver/base/handlers.js";
import { isError } from "../receiver/base/values.js";
import type { InboxSettings } from "./options.js";
import type { Turns } from "./turns.js";

export interface Opening extends InboxSettings {
  /** Opens read-only: creates, migrates and supervises nothing. */
  readonly look?: boolean;
}

export interface Connection {
  readonly schema: string;
  readonly boss: PgBoss;
  /** The pg-boss that finds lost workers, counts, and deletes old events. */
  readonly upkeep: PgBoss;
  readonly query: Transaction["query"];
  /**
   * Begins a handler's transaction on its own connection, for which it waits until `signal` aborts. In a folder,
   * everything else waits until the transaction ends.
   */
  readonly begin: (signal: AbortSignal) => Promise<OpenTransaction>;
  readonly transact: <T>(run: (db: Db) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<unknown>;
}

export type OpenTransaction = Awaited<ReturnType<NonNullable<Db["beginTransaction"]>>>;

/** A pg-boss, and the turns on the connections of its pool. */
export interface Pool {
  readonly boss: PgBoss;
  readonly turns: Turns;
}

/** Separate connections, so that handlers and upkeep do not keep events from being stored and claimed. */
export interface Pools extends Pick<Connection, "close"> {
  readonly storing: Pool;
  readonly upkeep: Pool;
}

/** In seconds. A claim without a heartbeat for this long goes to another worker; pg-boss checks at the same interval. */
export const heartbeat = 10;

export const passive = { migrate: false, supervise: false } as const;

/** Runs each statement of a pg-boss, such as when it is its turn. */
export type RunStatement = <T>(statement: () => Promise<T>) => Promise<T>;

/**
 * Starts the queue, and creates its tables unless the options are passive.
 * @throws Error if the database cannot be reached or, with passive options, something is missing.
 */
export async function startBoss(options: ConstructorOptions, log: Log, run?: RunStatement): Promise<PgBoss> {
  // Finds lost workers and deletes old events.
  const every = {
    superviseIntervalSeconds: heartbeat,
    monitorIntervalSeconds: 1,
    maintenanceIntervalSeconds: 60,
  };
  const boss = new PgBoss({ schedule: false, ...every, ...options });
  if (run) runStatements(boss, run);
  const report = ({ message: reason }: { readonly message: string }): void =>
    log.warn({ reason }, "the inbox's queue reported a problem");
  boss.on("error", report).on("warning", report);
  try {
    return await boss.start();
  } catch (error: unknown) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    if (!isError(error) || error.message !== "pg-boss database requires migrations") throw error;
    const message =
      "The inbox's tables belong to another version of pg-boss. All processes that share an inbox need the same version.";
    throw Object.assign(new Error(message, { cause: error }), { code: "INBOX_VERSION" });
  }
}

/** Replaces a method, because pg-boss has no hook before its statements. */
function runStatements(boss: PgBoss, run: RunStatement): void {
  const db = boss.getDb();
  const executeSql = db.executeSql.bind(db);
  db.executeSql = (text, values) => run(() => executeSql(text, values));
}
