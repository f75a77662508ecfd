import type { Db } from "pg-boss";
import type { Transaction } from "../receiver/base/handlers.js";
import { keepClock } from "./clock.js";
import { heartbeat, type Connection, type Opening, type OpenTransaction, type Pool } from "./connection.js";
import { openFolder } from "./folder.js";
import { queue } from "./jobs.js";
import { findKind } from "./options.js";
import { openPostgres, soon } from "./postgres.js";

/** The caller, who wrote the statement, supplies the row's type. */
export const toQuery =
  (run: Db["executeSql"]): Transaction["query"] =>
  (text: string, values: readonly unknown[] = []) =>
    run(text, [...values]);

/**
 * Opens an inbox's database: PostgreSQL for a URL, otherwise a folder. Creates missing parts unless opened read-only.
 * @throws Error whose message never shows a password. Its `code` is `INBOX_IN_USE` if another process has the folder,
 * and `INBOX_NEEDS_PGLITE` if PGlite is not installed.
 */
export async function openDatabase(opening: Opening): Promise<Connection> {
  const open = findKind(opening.database) === "postgres" ? openPostgres : openFolder;
  const { storing, upkeep, close } = await open(opening);
  const { boss } = storing;
  // The server ends a transaction that stays idle this long. Otherwise, a transaction would keep its locks after a
  // broken connection, which the server cannot detect.
  const limit = `SET LOCAL idle_in_transaction_session_timeout = ${opening.deadline + soon}`;
  const connection: Connection = {
    ...{ schema: opening.schema, boss, upkeep: upkeep.boss, close },
    query: toQuery((text, values) => boss.getDb().executeSql(text, values)),
    begin: (signal) => begin(upkeep, limit, () => signal),
    async transact(run) {
      const transaction = await begin(storing, `${ownSettings}; ${limit}`, () => AbortSignal.timeout(soon));
      try {
        const result = await run(transaction.db);
        await transaction.commit();
        return result;
      } catch (error: unknown) {
        await transaction.rollback();
        throw error;
      }
    },
  };
  try {
    await prepare(connection, opening);
    if (opening.look) return connection;
    const stopClock = await keepClock(connection, opening);
    return { ...connection, close: () => (stopClock(), close()) };
  } catch (error: unknown) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** Keeps a turn until the transaction ends. */
async function begin(
  { boss, turns }: Pool,
  settings: string,
  patience: () => AbortSignal,
): Promise<OpenTransaction> {
  const { result, end } = await turns.begin(async () => {
    const transaction = await boss.getDb().beginTransaction?.();
    if (!transaction) throw new Error("This version of pg-boss does not support transactions.");
    return transaction;
  }, patience);
  const { db } = result;
  const transaction: OpenTransaction = {
    db,
    commit: () => result.commit().finally(end),
    rollback: () => result.rollback().finally(end),
  };
  try {
    await db.executeSql(settings);
    return transaction;
  } catch (error: unknown) {
    await transaction.rollback();
    throw error;
  }
}

/**
 * Creates the queue only if it is missing, so that a role without the right to create anything can use an existing
 * queue.
 */
async function prepare({ boss, query }: Connection, { look, log }: Opening): Promise<void> {
  if (!look && (await boss.getQueue(queue)) === null) {
    // pg-boss warns beyond this size.
    const others = { heartbeatSeconds: heartbeat, warningQueueSize: 100_000 };
    await boss.createQueue(queue, { policy: "key_strict_fifo", ...others });
  }
  // pg-boss reads a queue's settings at first use; inside a folder's transaction, it would wait for itself.
  await boss.getBlockedKeys(queue);
  for (const [name, usual, so] of unusual) {
    const { rows } = await query<{ value: string }>("SELECT current_setting($1) AS value", [name]);
    const value = rows[0]?.value;
    if (value !== usual) log.warn({ [name]: value }, `the inbox's database has ${name} ${value}; ${so}`);
  }
}

/** The usual value of each setting, and the effect of any other value. */
const unusual = [
  ["server_encoding", "UTF8", "events with characters that it cannot store are rejected"],
  ["default_transaction_isolation", "read committed", "handlers' queries run at that level"],
] as const;

/**
 * Settings of the inbox's own transactions. With statistics from before a backlog, the planner would sort all waiting
 * events. Set here because poolers reject settings at the start of a connection.
 */
const ownSettings =
  "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL enable_sort = off; SET LOCAL jit = off";
