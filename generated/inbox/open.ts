// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { queue } from "./boss.js";
import type { Connection, Opening } from "./connection.js";
import { joinQueues, reviveLost } from "./job-table.js";
import { findKind } from "./options.js";
import { openFolder } from "./pglite.js";
import { openPostgres } from "./postgres.js";

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
