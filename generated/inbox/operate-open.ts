// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { join } from "node:path";
import type { Connection, OpenTransaction } from "./connection.js";
import { fitPglite, startBoss, type Boss, type Database } from "./database/boss.js";
import { lockFolder } from "./database/folder-lock.js";
import { isPostgres } from "./database/open.js";

/** Where an inbox is: a URL of PostgreSQL, or a folder, and the schema in it. */
export interface InboxPlace {
  readonly database: string;
  readonly schema: string;
}

/**
 * Opens an inbox that is there, to look into it: nothing is installed, brought to another version or supervised.
 * @throws Error if it cannot be reached, if there is none, or if another process has the folder.
 */
export const openToOperate = (place: InboxPlace): Promise<Connection> =>
  isPostgres(place.database) ? openServer(place) : openFolder(place);

/** What keeps pg-boss from doing anything unasked. */
const passive = { migrate: false, supervise: false } as const;

/** Whoever looks is told of what fails by the call that fails. */
const ignore = (): void => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };

async function openServer({ database, schema }: InboxPlace): Promise<Connection> {
  const boss = await startBoss({ connectionString: database, schema, max: 2, ...passive }, log);
  return toConnection(boss, schema, {
    isShared: true,
    begin: () => beginOnServer(boss.getDb()),
    close: () => boss.stop({ graceful: false }),
  });
}

async function beginOnServer(db: Database): Promise<OpenTransaction> {
  const transaction = await db.beginTransaction?.();
  if (!transaction) throw new Error("This version of pg-boss begins no transactions.");
  return {
    query: toQuery(transaction.db),
    commit: () => transaction.commit(),
    rollback: () => transaction.rollback(),
  };
}

async function openFolder({ database: folder, schema }: InboxPlace): Promise<Connection> {
  // Not a literal: a compiler would ask for the package where only PostgreSQL is used.
  const name = "@electric-sql/pglite" as string;
  const { PGlite } = (await import(name)) as PgliteModule;
  const lock = await lockFolder(folder);
  const pglite = new PGlite(join(folder, "data"));
  const end = async (): Promise<void> => {
    await pglite.close().catch(() => undefined);
    await lock.release();
  };
  try {
    await pglite.waitReady;
    const db = fitPglite(pglite as Parameters<typeof fitPglite>[0]);
    const boss = await startBoss({ db, backend: "pglite", schema, ...passive }, log);
    return toConnection(boss, schema, {
      isShared: false,
      begin: () => beginInFolder(pglite, db),
      close: () => boss.stop({ graceful: false }).finally(end),
    });
  } catch (error) {
    await end();
    throw error;
  }
}

/** The part of PGlite that is used. */
interface Pglite {
  readonly waitReady: Promise<void>;
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(text: string): Promise<{ rows: unknown[] }[]>;
  close(): Promise<void>;
}

interface PgliteModule {
  readonly PGlite: new (folder: string) => Pglite;
}

/** There is one connection: nothing else may use it until the transaction ends. */
async function beginInFolder(pglite: Pglite, db: Database): Promise<OpenTransaction> {
  await pglite.exec("BEGIN");
  return {
    query: toQuery(db),
    async commit() {
      await pglite.exec("COMMIT");
    },
    async rollback() {
      await pglite.exec("ROLLBACK").catch(() => undefined);
    },
  };
}

const toConnection = (
  boss: Boss,
  schema: string,
  rest: Pick<Connection, "isShared" | "begin" | "close">,
): Connection => ({ boss, schema, query: toQuery(boss.getDb()), insert: (send) => send(), ...rest });

const toQuery =
  (db: Database): Connection["query"] =>
  (text, values = []) =>
    db.executeSql(text, [...values]);
