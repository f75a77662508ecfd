import { setTimeout as sleep } from "node:timers/promises";
import type { Db, PgBoss } from "pg-boss";
import type { Transaction } from "../receiver/handlers.js";
import { silentLog } from "../receiver/log.js";
import { getCode, isError } from "../receiver/values.js";
import {
  heartbeat,
  passive,
  startBoss,
  type Connection,
  type Opening,
  type OpenTransaction,
  type Ways,
} from "./connection.js";
import { openFolder } from "./folder.js";
import { queue } from "./jobs.js";
import { findKind } from "./options.js";

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
  const { boss, upkeep, close } = await open(opening);
  // The server ends a transaction that stays idle this long. Otherwise, a transaction would keep its locks after a
  // broken connection, which the server cannot detect.
  const limit = `SET LOCAL idle_in_transaction_session_timeout = ${(opening.deadline ?? 0) + soon}`;
  const connection: Connection = {
    ...{ boss, upkeep, close },
    query: toQuery((text, values) => boss.getDb().executeSql(text, values)),
    begin: () => begin(upkeep, limit),
    async transact(run) {
      const transaction = await begin(boss, `${ownSettings}; ${limit}`);
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
    return connection;
  } catch (error: unknown) {
    await close().catch(() => undefined);
    throw error;
  }
}

async function begin(boss: PgBoss, settings: string): Promise<OpenTransaction> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new Error("This version of pg-boss does not support transactions.");
  try {
    await transaction.db.executeSql(settings);
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
async function prepare({ boss, query }: Connection, { look, log = silentLog }: Opening): Promise<void> {
  if (!look && (await boss.getQueue(queue)) === null) {
    // pg-boss warns beyond this size.
    const others = { heartbeatSeconds: heartbeat, warningQueueSize: 100_000 };
    await boss.createQueue(queue, { policy: "key_strict_fifo", ...others });
  }
  // pg-boss reads a queue's settings at first use; inside a folder's transaction, it would wait for itself.
  await boss.getBlockedKeys(queue);
  const [stats] = await boss.getQueueStats(queue);
  if (stats && +stats.capturedOn > Date.now() + 60_000)
    log.warn({ until: stats.capturedOn }, "the clock of the inbox's database was ahead; see docs/inbox.md");
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
 * In milliseconds. `soon` limits statements that store or claim an event. `late` is the least limit for handlers'
 * statements and for upkeep. Past its limit, a connection counts as broken, because a network may drop everything
 * silently.
 */
const [soon, late] = [10_000, 60_000];

/**
 * Settings of the inbox's own transactions. With statistics from before a backlog, the planner would sort all waiting
 * events. Set here because poolers reject settings at the start of a connection.
 */
const ownSettings =
  "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL enable_sort = off; SET LOCAL jit = off";

/** @throws Error if the database cannot be reached or, when opened read-only, is missing or has another version. */
async function openPostgres({ database, schema, deadline = 0, look, log }: Opening): Promise<Ways> {
  const common = { connectionString: database, schema, application_name: "mplus-inbox", keepAlive: true };
  const started: PgBoss[] = [];
  const start = async (how: object): Promise<PgBoss> => {
    const boss = await startBoss({ ...common, connectionTimeoutMillis: 5000, ...how }, log);
    started.push(boss);
    return boss;
  };
  // pg-boss waits for running statements, which hang if the network does.
  const close = (): Promise<unknown> =>
    Promise.race([
      Promise.all(started.map((boss) => boss.stop({ graceful: false }))),
      sleep(soon, undefined, { ref: false }),
    ]);
  try {
    const longest = Math.max(deadline, late) + soon;
    const upkeep = await start({ max: 20, query_timeout: longest, ...(look && passive) });
    return { upkeep, boss: await start({ max: 6, query_timeout: soon, ...passive }), close };
  } catch (error: unknown) {
    await close();
    throw isPlain(database) ? error : hideReason(error);
  }
}

/**
 * False if a password may contain an unencoded special character. The text after that character would be read as the
 * host or the database.
 */
const isPlain = (url: string): boolean => /^\w+:\/\/(?:[^\s@/?#]*@)?[^\s@]*$/.test(url);

const readCode = (error: unknown): string => {
  const code = isError(error) ? getCode(error) : undefined;
  return typeof code === "string" ? code : "unreadable URL";
};

const hideReason = (error: unknown): Error =>
  new Error(
    `Cannot open the inbox's database (${readCode(error)}). Details are hidden, ` +
      "because the password in its URL has a character that must be percent-encoded, such as @ / ? or #.",
  );
