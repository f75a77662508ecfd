import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fromPglite, type Db } from "pg-boss";
import { toReason } from "../receiver/base/values.js";
import { passive, startBoss, type Opening, type OpenTransaction, type Pools } from "./connection.js";
import { lockFolder } from "./folder-lock.js";
import { createTurns } from "./turns.js";

/** Declared here so that users of PostgreSQL need not install PGlite. */
interface Session {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(text: string): Promise<{ rows: unknown[] }[]>;
}

interface Pglite extends Session {
  readonly waitReady: Promise<void>;
  transaction(run: (session: Session & { rollback(): Promise<void> }) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/**
 * Opens an inbox in a folder, for this process only.
 * @throws Error if another process has it or PGlite is not installed.
 */
export async function openFolder({ database: folder, schema, look, log }: Opening): Promise<Pools> {
  await mkdir(folder, { recursive: true });
  const release = await lockFolder(folder);
  let pglite: Pglite | undefined;
  let tidying: NodeJS.Timeout | undefined;
  const close = async (): Promise<void> => {
    clearInterval(tidying);
    await pglite?.close();
    await release();
  };
  try {
    const opened = (pglite = await startPglite(join(folder, "data")));
    const fitted = fromPglite(opened as Parameters<typeof fromPglite>[0]);
    const db = { ...fitted, beginTransaction: () => begin(opened) };
    const boss = await startBoss({ db, backend: "pglite", schema, ...(look && passive) }, log);
    // PGlite runs neither statement by itself.
    const tidy = async (): Promise<void> => {
      for (const statement of ["VACUUM (ANALYZE)", "CHECKPOINT"]) await opened.exec(statement);
    };
    tidying = setInterval(() => void tidy().catch(() => undefined), 60_000).unref();
    // PGlite queues statements and transactions itself.
    const pool = { boss, turns: createTurns(Infinity) };
    return { storing: pool, upkeep: pool, close: () => boss.stop({ graceful: false }).then(close) };
  } catch (error: unknown) {
    await close().catch(() => undefined);
    throw error;
  }
}

async function startPglite(folder: string): Promise<Pglite> {
  // Not a literal, because compilers would then require the package even for PostgreSQL. Bundlers must leave it to Node.
  const name = ["@electric-sql", "pglite"].join("/");
  const loaded = await (
    import(/* webpackIgnore: true */ /* turbopackIgnore: true */ name) as Promise<{
      PGlite: new (folder: string) => Pglite;
    }>
  ).catch((cause: unknown) => {
    const message = `An inbox in a folder needs the package ${name}: npm install ${name}@0.5.16`;
    throw Object.assign(new Error(message, { cause }), { code: "INBOX_NEEDS_PGLITE" });
  });
  try {
    const pglite = new loaded.PGlite(folder);
    await pglite.waitReady;
    return pglite;
  } catch (cause: unknown) {
    const advice = "If it is damaged, restore the folder from a backup, or move it away to start over.";
    throw new Error(`Cannot start the database in ${folder}: ${toReason(cause)} ${advice}`, { cause });
  }
}

/** The only connection belongs to the transaction until it ends. */
function begin(pglite: Pglite): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    const over = pglite.transaction(async (session) => {
      // pg-boss would roll back after a failed query, and later queries would commit by themselves.
      const executeSql: Db["executeSql"] = async (text, values = []) =>
        values.length > 0
          ? session.query(text, values)
          : { rows: (await session.exec(text)).flatMap(({ rows }) => rows) };
      const isKept = await new Promise<boolean>((end) => {
        const settle = (isKept: boolean): Promise<void> => {
          end(isKept);
          return over;
        };
        resolve({
          db: { executeSql },
          commit: () => settle(true),
          rollback: () => settle(false).catch(() => undefined),
        });
      });
      if (!isKept) await session.rollback();
    });
    over.catch(reject);
  });
}
