import type { PGlite } from "@electric-sql/pglite";
import { fromPglite, PgBoss, type Db } from "pg-boss";
import type { Connection, OpenTransaction } from "./connection.js";

/** Where an inbox is: a URL of PostgreSQL, or a folder of PGlite, and the schema in it. */
export interface InboxPlace {
  readonly database: string;
  readonly schema: string;
}

/** Whether a database is named by its URL; else it is a folder. */
export const isUrl = (database: string): boolean => /^postgres(?:ql)?:\/\//i.test(database);

/**
 * Opens an inbox that is there, to look into it: nothing is installed, moved to another version or supervised.
 * @throws Error if it cannot be reached, or if there is no inbox.
 */
export const openToOperate = (place: InboxPlace): Promise<Connection> =>
  isUrl(place.database) ? openPostgres(place) : openFolder(place);

/** What keeps pg-boss from doing anything unasked. */
const passive = { migrate: false, supervise: false, schedule: false } as const;

async function openPostgres({ database, schema }: InboxPlace): Promise<Connection> {
  const boss = new PgBoss({ connectionString: database, schema, max: 2, ...passive });
  // Without a listener, a connection that breaks while nobody uses it would end the process.
  boss.on("error", () => undefined);
  try {
    await boss.start();
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => undefined);
    throw error;
  }
  const db = boss.getDb();
  return {
    boss,
    schema,
    query: toQuery(db),
    async begin() {
      const transaction = await db.beginTransaction?.();
      if (!transaction) throw new Error("This database has no transactions.");
      return {
        query: toQuery(transaction.db),
        commit: () => transaction.commit(),
        rollback: () => transaction.rollback(),
      };
    },
    close: () => boss.stop({ graceful: false }),
  };
}

async function openFolder({ database, schema }: InboxPlace): Promise<Connection> {
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create(database);
  const db = fromPglite(pglite);
  const boss = new PgBoss({ db, schema, backend: "pglite", ...passive });
  boss.on("error", () => undefined);
  const close = async (): Promise<void> => {
    await boss.stop({ graceful: false }).catch(() => undefined);
    await pglite.close();
  };
  try {
    await boss.start();
  } catch (error) {
    await close();
    throw error;
  }
  return { boss, schema, query: toQuery(db), begin: () => beginInFolder(pglite, db), close };
}

/** PGlite has one connection: nothing else may use it until the transaction ends. */
async function beginInFolder(pglite: PGlite, db: Db): Promise<OpenTransaction> {
  await pglite.exec("BEGIN");
  return {
    query: toQuery(db),
    commit: async () => {
      await pglite.exec("COMMIT");
    },
    rollback: async () => {
      await pglite.exec("ROLLBACK").catch(() => undefined);
    },
  };
}

const toQuery =
  (db: Db): Connection["query"] =>
  (text, values = []) =>
    db.executeSql(text, [...values]);
