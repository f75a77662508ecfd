// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, OpenTransaction, Opening } from "../connection.js";
import { createReport, passive, startBoss, type Boss } from "./boss.js";
import { toQuery } from "./to-query.js";
import { createTurns } from "./turns.js";

/** Connections that one process takes at most: for the queue, for transactions of handlers, to look after tables. */
const [forQueue, forTransactions, forUpkeep] = [6, 16, 2];

/**
 * In milliseconds: how long a statement of the queue may take, and one that changes or cleans tables. Then its connection
 * counts as broken: a network that drops everything says nothing.
 */
const [soon, late] = [10_000, 10 * 60_000];

/**
 * Opens an inbox in PostgreSQL, with pools of connections of its own.
 * @throws Error if it cannot be reached; if it is only looked into, also if it is not there, or of another version.
 */
export async function openPostgres(opening: Opening): Promise<Connection> {
  const { database, schema, deadline = 0, isPassive = false } = opening;
  const common = { connectionString: database, schema, application_name: "mplus-inbox", keepAlive: true };
  const report = createReport(opening.log);
  const started: Boss[] = [];
  const start = async (max: number, limit: number, how: Partial<typeof passive> = passive): Promise<Boss> => {
    const options = { ...common, ...how, max, connectionTimeoutMillis: 5000, query_timeout: limit };
    const boss = await startBoss(options, report);
    started.push(boss);
    return boss;
  };
  const close = async (): Promise<void> => {
    const stopped = Promise.all(started.map((boss) => boss.stop({ graceful: false })));
    // It waits for statements under way, which hang with the network.
    await Promise.race([stopped, sleep(soon, undefined, { ref: false })]);
  };
  try {
    const upkeep = await start(forUpkeep, late, isPassive ? passive : {});
    const boss = isPassive ? upkeep : await start(forQueue, soon);
    const limit = deadline + soon;
    const transactions = isPassive ? upkeep : await start(forTransactions, limit);
    return toConnection({ schema, upkeep, boss, begin: () => begin(transactions, limit), close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** What has a pool of its own: what takes long in one keeps nothing from the others. */
interface Pools extends Pick<Connection, "schema" | "boss" | "begin" | "close"> {
  readonly upkeep: Boss;
}

function toConnection({ schema, upkeep, boss, begin, close }: Pools): Connection {
  const turns = createTurns(forTransactions);
  return {
    boss,
    schema,
    isShared: true,
    query: toQuery((text, values) => boss.getDb().executeSql(text, values)),
    queryLong: toQuery((text, values) => upkeep.getDb().executeSql(text, values)),
    insert: (send) => send(),
    async begin() {
      const end = await turns.take();
      try {
        const open = await begin();
        return {
          ...open,
          commit: () => open.commit().finally(end),
          rollback: () => open.rollback().finally(end),
        };
      } catch (error) {
        end();
        throw error;
      }
    },
    close,
  };
}

/** The server ends it if nothing comes for so long, in milliseconds: it cannot tell that a network is gone, and holds locks. */
async function begin(boss: Boss, limit: number): Promise<OpenTransaction> {
  const handle = await boss.getDb().beginTransaction?.();
  if (!handle) throw new Error("This version of pg-boss begins no transactions.");
  const query = toQuery((text, values) => handle.db.executeSql(text, values));
  try {
    await query(`SET LOCAL idle_in_transaction_session_timeout = ${limit}`);
  } catch (error) {
    await handle.rollback();
    throw error;
  }
  return { query, commit: () => handle.commit(), rollback: () => handle.rollback() };
}
