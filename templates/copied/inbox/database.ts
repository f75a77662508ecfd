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
import { queue, reviveFormer } from "./jobs.js";
import { findKind } from "./options.js";

/** A `query` of what runs statements. What is in a row, the caller says: it wrote the statement. */
export const toQuery =
  (run: Db["executeSql"]): Transaction["query"] =>
  (text: string, values: readonly unknown[] = []) =>
    run(text, [...values]);

/**
 * Opens the database of an inbox, and makes what is missing in it, unless it is only looked into: at a URL of PostgreSQL, or
 * else in a folder.
 * @throws Error whose message never shows a password. Its `code` is `INBOX_IN_USE` if another process has the folder, and
 * `INBOX_NEEDS_PGLITE` if PGlite is not installed.
 */
export async function openDatabase(opening: Opening): Promise<Connection> {
  const open = findKind(opening.database) === "postgres" ? openPostgres : openFolder;
  const { boss, upkeep, close } = await open(opening);
  // The server ends it if nothing comes for so long: it cannot tell that a network is gone, and holds locks.
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

/** Begins a transaction with settings of its own. */
async function begin(boss: PgBoss, settings: string): Promise<OpenTransaction> {
  const transaction = await boss.getDb().beginTransaction?.();
  if (!transaction) throw new Error("This version of pg-boss begins no transactions.");
  try {
    await transaction.db.executeSql(settings);
    return transaction;
  } catch (error: unknown) {
    await transaction.rollback();
    throw error;
  }
}

/** Making the queue is not repeated: a role without the right to create anything works with one that exists. */
async function prepare({ boss, query }: Connection, { look, log = silentLog }: Opening): Promise<void> {
  const existing = await boss.getQueue(queue);
  if (!look && existing === null) {
    // Beyond that it warns.
    const others = { heartbeatSeconds: heartbeat, warningQueueSize: 100_000 };
    await boss.createQueue(queue, { policy: "key_strict_fifo", ...others });
  } else if (!look && existing?.heartbeatSeconds == null) await reviveFormer(boss);
  // pg-boss reads what it knows of a queue at the first use, and would wait for itself in a transaction of a folder.
  await boss.getBlockedKeys(queue);
  const [stats] = await boss.getQueueStats(queue);
  if (stats && +stats.capturedOn > Date.now() + 60_000)
    log.warn(
      { until: stats.capturedOn },
      "the clock of the inbox's database was ahead: see What it does not do in docs/inbox.md",
    );
  for (const [name, usual, so] of unusual) {
    const { rows } = await query<{ value: string }>("SELECT current_setting($1) AS value", [name]);
    const value = rows[0]?.value;
    if (value !== usual) log.warn({ [name]: value }, `the inbox's database has ${name} ${value}: ${so}`);
  }
}

/** Settings of a database that one may not expect: what is usual, and what follows from another. */
const unusual = [
  ["server_encoding", "UTF8", "an event with a character that this lacks is refused"],
  ["default_transaction_isolation", "read committed", "queries of handlers run in that"],
] as const;

/**
 * In milliseconds: how long a statement may take that stores or claims an event, and at least one that a handler runs or that
 * changes or cleans tables. Then its connection counts as broken: a network that drops everything says nothing.
 */
const [soon, late] = [10_000, 60_000];

/**
 * What a transaction of the inbox's own runs with. What is known of a table from before a backlog would have the planner sort all that
 * waits, as it believes that to be nothing. Set here, as a pooler refuses settings at the start of a connection.
 */
const ownSettings =
  "SET TRANSACTION ISOLATION LEVEL READ COMMITTED; SET LOCAL enable_sort = off; SET LOCAL jit = off";

/** @throws Error if it cannot be reached; if it is only looked into, also if it is not there, or of another version. */
async function openPostgres({ database, schema, deadline = 0, look, log }: Opening): Promise<Ways> {
  const common = { connectionString: database, schema, application_name: "mplus-inbox", keepAlive: true };
  const started: PgBoss[] = [];
  const start = async (how: object): Promise<PgBoss> => {
    const boss = await startBoss({ ...common, connectionTimeoutMillis: 5000, ...how }, log);
    started.push(boss);
    return boss;
  };
  // It waits for statements under way, which hang with the network.
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

/** Whether a URL is read as it was meant: of a password with a sign that has to be encoded, a part counts as the host or the database. */
const isPlain = (url: string): boolean => /^\w+:\/\/(?:[^\s@/?#]*@)?[^\s@]*$/.test(url);

const readCode = (error: unknown): string => {
  const code = isError(error) ? getCode(error) : undefined;
  return typeof code === "string" ? code : "unreadable URL";
};

const hideReason = (error: unknown): Error =>
  new Error(
    `The inbox's database cannot be opened (${readCode(error)}). More is not shown, ` +
      "as its URL has a sign in the password that must be percent-encoded, such as @ / ? or #.",
  );
