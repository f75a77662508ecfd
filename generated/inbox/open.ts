// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { setTimeout as sleep } from "node:timers/promises";
import type { PgBoss } from "pg-boss";
import {
  inOrder,
  passive,
  queue,
  startBoss,
  toQuery,
  type Connection,
  type OpenTransaction,
  type Opening,
} from "./connection.js";
import { joinQueues, reviveLost } from "./job-table.js";
import { findKind } from "./options.js";
import { openFolder } from "./pglite.js";

/**
 * Opens the database of an inbox, and makes what is missing in it, unless it is only looked into: at a URL of PostgreSQL, or
 * else in a folder.
 * @throws Error whose message never shows a password. Its `code` is `INBOX_IN_USE` if another process has the folder, and
 * `INBOX_NEEDS_PGLITE` if PGlite is not installed.
 */
export async function openDatabase(opening: Opening): Promise<Connection> {
  const isServer = findKind(opening.database) === "postgres";
  // What says why not would show it.
  if (isServer && !URL.canParse(opening.database))
    throw new Error("The URL of the inbox's database cannot be used; it is not shown here.");
  const connection = await (isServer ? openPostgres(opening) : openFolder(opening));
  try {
    if (!opening.look) await prepare(connection);
    return connection;
  } catch (error) {
    await connection.close().catch(() => undefined);
    throw error;
  }
}

/** Making the queue is not repeated: a role without the right to create anything works with one that exists. */
async function prepare(connection: Connection): Promise<void> {
  const { boss, isShared } = connection;
  if ((await boss.getQueue(queue)) === null) {
    // Nothing is deleted by pg-boss: the inbox forgets handled events itself, and dead ones stay until somebody decides.
    await boss.createQueue(queue, {
      policy: "key_strict_fifo",
      deleteAfterSeconds: 0,
      retentionSeconds: 10 * 365 * 24 * 60 * 60,
      // It warns beyond; receivers refuse before, unless their `limit` says otherwise.
      warningQueueSize: 100_000,
    });
  }
  await joinQueues(connection);
  // It reads what it knows of a queue at the first use, and would wait for itself in a transaction of a folder.
  await boss.findJobs(queue, { id: "00000000-0000-0000-0000-000000000000" });
  // A folder had one process: whatever was running then is running no more.
  if (!isShared) await reviveLost(connection);
}

/**
 * In milliseconds: how long a statement may take that stores or claims an event, and one that changes or cleans tables.
 * Then its connection counts as broken: a network that drops everything says nothing.
 */
const [soon, late] = [10_000, 10 * 60_000];

/**
 * Opens an inbox in PostgreSQL. It has three pools of connections, so that what takes long in one keeps nothing from the
 * others: for tables, for the queue, for transactions of handlers.
 * @throws Error if it cannot be reached; if it is only looked into, also if it is not there, or of another version.
 */
async function openPostgres(opening: Opening): Promise<Connection> {
  const { database, schema, deadline = 0, look, log } = opening;
  const common = { connectionString: database, schema, application_name: "mplus-inbox", keepAlive: true };
  const started: PgBoss[] = [];
  const start = async (max: number, limit: number, how: object): Promise<PgBoss> => {
    const limits = { max, connectionTimeoutMillis: 5000, query_timeout: limit };
    const boss = await startBoss({ ...common, ...limits, ...how }, log);
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
    const ordered = { ...passive, options: inOrder.map((setting) => `-c ${setting}`).join(" ") };
    const upkeep = await start(2, late, look ? ordered : {});
    const boss = look ? upkeep : await start(6, soon, ordered);
    const limit = deadline + soon;
    // A handler may wait for its turn for as long as it has time.
    const waiting = { ...passive, connectionTimeoutMillis: limit };
    const transactions = look ? upkeep : await start(16, limit, waiting);
    const run = (one: PgBoss) => toQuery((text, values) => one.getDb().executeSql(text, values));
    const [query, queryLong] = [run(boss), run(upkeep)];
    return { boss, schema, isShared: true, query, queryLong, begin: () => begin(transactions, limit), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The server ends it if nothing comes for so long, in milliseconds: it cannot tell that a network is gone, and holds locks. */
async function begin(boss: PgBoss, limit: number): Promise<OpenTransaction> {
  const handle = await boss.getDb().beginTransaction?.();
  if (!handle) throw new Error("This version of pg-boss begins no transactions.");
  const query = toQuery((text, values) => handle.db.executeSql(text, values));
  await query(`SET LOCAL idle_in_transaction_session_timeout = ${limit}`).catch(async (error: unknown) => {
    await handle.rollback();
    throw error;
  });
  return { query, commit: () => handle.commit(), rollback: () => handle.rollback() };
}
