// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "../../receiver/api/log.js";
import type { Connection, OpenTransaction } from "../connection.js";
import { startBoss, type Boss } from "./boss.js";
import { toQuery } from "./to-query.js";
import { createTurns } from "./turns.js";

/** Connections to the database that one process takes at most. */
const connections = 20;

/** How many of them transactions of handlers may have: the others keep the queue going. */
const transactions = 16;

/**
 * Opens an inbox in PostgreSQL, with a pool of connections of its own.
 * @throws Error if it cannot be reached.
 */
export async function openPostgres(url: string, schema: string, log: Log): Promise<Connection> {
  const options = { connectionString: url, schema, max: connections, connectionTimeoutMillis: 5000 };
  const boss = await startBoss({ ...options, application_name: "mplus-inbox" }, log);
  const database = boss.getDb();
  const turns = createTurns(transactions);
  return {
    boss,
    schema,
    isShared: true,
    query: toQuery((text, values) => database.executeSql(text, values)),
    insert: (send) => send(),
    async begin() {
      const end = await turns.take();
      return beginOn(boss, end).catch((error: unknown) => {
        end();
        throw error;
      });
    },
    close: () => boss.stop({ graceful: false }),
  };
}

async function beginOn(boss: Boss, end: () => void): Promise<OpenTransaction> {
  const handle = await boss.getDb().beginTransaction?.();
  if (!handle) throw new Error("This version of pg-boss begins no transactions.");
  return {
    query: toQuery((text, values) => handle.db.executeSql(text, values)),
    commit: () => handle.commit().finally(end),
    rollback: () => handle.rollback().finally(end),
  };
}
