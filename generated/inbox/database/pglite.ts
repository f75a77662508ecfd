// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, OpenTransaction, Opening } from "../connection.js";
import { createReport, fitPglite, passive, startBoss, type Database } from "./boss.js";
import { lockFolder } from "./folder-lock.js";
import { toQuery } from "./to-query.js";
import { createTurns, inTurn, type Turns } from "./turns.js";

/** The part of a PGlite that is used. A type of our own: a program with PostgreSQL need not install PGlite. */
interface Pglite {
  readonly waitReady: Promise<void>;
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  exec(text: string): Promise<{ rows: unknown[] }[]>;
  close(): Promise<void>;
}

/**
 * Opens an inbox in a folder, which this process then has for itself.
 * @throws Error if another process has it, or PGlite is not installed.
 */
export async function openFolder(opening: Opening): Promise<Connection> {
  const { database: folder, isPassive = false } = opening;
  if (!isPassive) await mkdir(folder, { recursive: true });
  const lock = await lockFolder(folder);
  let pglite: Pglite | undefined;
  try {
    pglite = await startPglite(join(folder, "data"));
    return await startOn(pglite, opening, () => lock.release());
  } catch (error) {
    await pglite?.close().catch(() => undefined);
    await lock.release();
    throw error;
  }
}

/** The version that this code was tested with, as its guide names it. */
const pgliteVersion = "0.5.16";

async function startPglite(folder: string): Promise<Pglite> {
  // Not a literal: a compiler would ask for the package where only PostgreSQL is used.
  const name = ["@electric-sql", "pglite"].join("/");
  const module = await (import(name) as Promise<{ PGlite: new (folder: string) => Pglite }>).catch(
    (cause: unknown) => {
      const message = `An inbox in a folder needs the package ${name}: npm install ${name}@${pgliteVersion}`;
      throw Object.assign(new Error(message, { cause }), { code: "INBOX_NEEDS_PGLITE" });
    },
  );
  const pglite = new module.PGlite(folder);
  await pglite.waitReady;
  return pglite;
}

async function startOn(
  pglite: Pglite,
  { schema, log, isPassive = false }: Opening,
  unlock: () => Promise<void>,
): Promise<Connection> {
  const turns = createTurns(1);
  const fitted = fitPglite(pglite as Parameters<typeof fitPglite>[0]);
  const db: Database = { executeSql: (text, values) => inTurn(turns, () => fitted.executeSql(text, values)) };
  const options = { db, backend: "pglite", schema, ...(isPassive && passive) } as const;
  const boss = await startBoss(options, createReport(log));
  const inserting = createTurns(1);
  const query = toQuery((text, values) => db.executeSql(text, values));
  return {
    boss,
    schema,
    isShared: false,
    query,
    queryLong: query,
    insert: (send) => insertApart(inserting, send),
    begin: () => beginOn(pglite, turns),
    async close() {
      await boss.stop({ graceful: false });
      // What is under way ends first.
      await inTurn(turns, () => pglite.close());
      await unlock();
    },
  };
}

/** Its clock has milliseconds, and order within a key is the order of times. */
async function insertApart<T>(turns: Turns, send: () => Promise<T>): Promise<T> {
  const end = await turns.take();
  try {
    return await send();
  } finally {
    const inserted = performance.now();
    void (async () => {
      while (performance.now() - inserted <= 1) await sleep(1);
      end();
    })();
  }
}

/** There is one connection: it belongs to the transaction until that ends. */
async function beginOn(pglite: Pglite, turns: Turns): Promise<OpenTransaction> {
  const end = await turns.take();
  let isOpen = true;
  const run = async (text: string, values: readonly unknown[] = []): Promise<{ rows: unknown[] }> => {
    if (!isOpen) throw new Error("The transaction has ended.");
    return values.length > 0
      ? pglite.query(text, [...values])
      : { rows: (await pglite.exec(text)).flatMap(({ rows }) => rows) };
  };
  const finish = async (command: string): Promise<void> => {
    isOpen = false;
    try {
      await pglite.exec(command);
    } finally {
      end();
    }
  };
  await pglite.exec("BEGIN").catch((error: unknown) => {
    end();
    throw error;
  });
  return {
    query: toQuery(run),
    commit: () => finish("COMMIT"),
    rollback: () => (isOpen ? finish("ROLLBACK").catch(() => undefined) : Promise.resolve()),
  };
}
