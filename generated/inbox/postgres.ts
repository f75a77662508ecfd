// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { setTimeout as sleep } from "node:timers/promises";
import { inOrder, passive, startBoss, type Boss } from "./boss.js";
import { toQuery, type Connection, type OpenTransaction, type Opening } from "./connection.js";

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
export async function openPostgres({
  database,
  schema,
  deadline = 0,
  look,
  log,
}: Opening): Promise<Connection> {
  const common = { connectionString: database, schema, application_name: "mplus-inbox", keepAlive: true };
  const started: Boss[] = [];
  const start = async (max: number, limit: number, how: object): Promise<Boss> => {
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
    const transactions = look
      ? upkeep
      : await start(16, limit, { ...passive, connectionTimeoutMillis: limit });
    const run = (one: Boss) => toQuery((text, values) => one.getDb().executeSql(text, values));
    const [query, queryLong] = [run(boss), run(upkeep)];
    return { boss, schema, isShared: true, query, queryLong, begin: () => begin(transactions, limit), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The server ends it if nothing comes for so long, in milliseconds: it cannot tell that a network is gone, and holds locks. */
async function begin(boss: Boss, limit: number): Promise<OpenTransaction> {
  const handle = await boss.getDb().beginTransaction?.();
  if (!handle) throw new Error("This version of pg-boss begins no transactions.");
  const query = toQuery((text, values) => handle.db.executeSql(text, values));
  await query(`SET LOCAL idle_in_transaction_session_timeout = ${limit}`).catch(async (error: unknown) => {
    await handle.rollback();
    throw error;
  });
  return { query, commit: () => handle.commit(), rollback: () => handle.rollback() };
}
