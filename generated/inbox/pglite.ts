// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fromPglite } from "pg-boss";
import { getCode } from "../receiver/values.js";
import {
  inOrder,
  passive,
  startBoss,
  toQuery,
  type Connection,
  type OpenTransaction,
  type Opening,
} from "./connection.js";
import { lockFolder, type FolderLock } from "./folder-lock.js";

/** What runs statements in a PGlite. Types of our own: a program with PostgreSQL need not install PGlite. */
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
 * Opens an inbox in a folder, which this process then has for itself; or a copy of it, to look into it.
 * @throws Error if another process has it, or PGlite is not installed.
 */
export async function openFolder(opening: Opening): Promise<Connection> {
  const { database: folder, schema, look, log, onLost = () => undefined } = opening;
  const data = join(folder, "data");
  if (!look) await mkdir(folder, { recursive: true });
  // Its owner may start just now, and must not find it in use.
  const copy = look === "copy" ? await makeCopyFolder() : undefined;
  const guard = copy ?? (await lockFolder(folder, onLost));
  let pglite: Pglite | undefined;
  const close = async (): Promise<void> => {
    // To close it is to write.
    if (guard.isOurs()) await pglite?.close();
    await guard.release();
  };
  try {
    const opened = (pglite = await (copy ? startCopy(data, join(copy.path, "data")) : startPglite(data)));
    const fitted = fromPglite(opened as Parameters<typeof fromPglite>[0]);
    const executeSql: typeof fitted.executeSql = (text, values) =>
      whileOurs(guard, () => fitted.executeSql(text, values));
    const how = { db: { executeSql }, backend: "pglite", schema, ...(look && passive) } as const;
    const boss = await startBoss(how, log);
    const query = toQuery(executeSql);
    return {
      ...{ boss, schema, query, queryLong: query, isShared: false },
      begin: () => whileOurs(guard, () => begin(opened, guard)),
      close: () => boss.stop({ graceful: false }).then(close),
    };
  } catch (error) {
    await close().catch(() => undefined);
    throw error;
  }
}

/** Makes a folder for a copy, into which only its user may look. */
async function makeCopyFolder(): Promise<FolderLock & { readonly path: string }> {
  const path = await mkdtemp(join(tmpdir(), "mplus-inbox-"));
  return { path, isOurs: () => true, release: () => rm(path, { recursive: true, force: true }) };
}

/**
 * Copies a database that is in use, as a backup does: first where its recovery begins, last the log that this reads. What is
 * copied may be cleaned up meanwhile: then it is copied anew, three times at most.
 */
async function startCopy(from: string, to: string): Promise<Pglite> {
  const steps = [
    { name: join("global", "pg_control"), force: true },
    { name: "", force: false },
    { name: "pg_wal", force: true },
  ];
  for (let tries = 1; ; tries += 1) {
    try {
      for (const { name, force } of steps)
        await cp(join(from, name), join(to, name), { recursive: true, force });
      return await startPglite(to);
    } catch (error) {
      if (tries === 3 || getCode(error as Error) === "INBOX_NEEDS_PGLITE") throw error;
      await rm(to, { recursive: true, force: true });
    }
  }
}

/** What is written without the lock would destroy what its new holder wrote, and nothing of it counts as kept. */
async function whileOurs<T>(guard: FolderLock, run: () => Promise<T>): Promise<T> {
  checkOurs(guard);
  const result = await run();
  checkOurs(guard);
  return result;
}

function checkOurs(guard: FolderLock): void {
  if (!guard.isOurs()) throw new Error("This process has the folder of the inbox no more.");
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
  for (const setting of inOrder) await pglite.exec(`SET ${setting}`);
  return pglite;
}

/** There is one connection: it belongs to the transaction until that ends. */
function begin(pglite: Pglite, guard: FolderLock): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    const over = pglite.transaction(async (session) => {
      const query = toQuery(async (text, values) =>
        values.length > 0
          ? session.query(text, values)
          : { rows: (await session.exec(text)).flatMap(({ rows }) => rows) },
      );
      const isKept = await new Promise<boolean>((end) => {
        const settle = (isKept: boolean): Promise<void> => {
          end(isKept);
          return over;
        };
        resolve({ query, commit: () => settle(true), rollback: () => settle(false).catch(() => undefined) });
      });
      // It throws, so that nothing is kept.
      if (!isKept) await session.rollback();
      else checkOurs(guard);
    });
    over.catch(reject);
  });
}
