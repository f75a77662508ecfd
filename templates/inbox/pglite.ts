import { cp, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getCode } from "../receiver/values.js";
import { fitPglite, inOrder, passive, startBoss } from "./boss.js";
import { toQuery, type Connection, type OpenTransaction, type Opening } from "./connection.js";
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

/** What keeps others out of a folder. */
type Guard = Pick<FolderLock, "isOurs" | "release">;

/**
 * Opens an inbox in a folder, which this process then has for itself; or a copy of it, to look into it.
 * @throws Error if another process has it, or PGlite is not installed.
 */
export async function openFolder(opening: Opening): Promise<Connection> {
  const { database: folder, look, onLost = () => undefined } = opening;
  const data = join(folder, "data");
  // Its owner may start just now, and must not find it in use.
  if (look === "copy") {
    // Only its user may look into this one.
    const copy = await mkdtemp(join(tmpdir(), "mplus-inbox-"));
    const release = (): Promise<void> => rm(copy, { recursive: true, force: true });
    return openData(() => startCopy(data, join(copy, "data"), 3), opening, { isOurs: () => true, release });
  }
  if (!look) await mkdir(folder, { recursive: true });
  return openData(() => startPglite(data), opening, await lockFolder(folder, onLost));
}

/** What is copied may be cleaned up meanwhile: then it is copied anew, at most so many times. */
async function startCopy(from: string, to: string, times: number): Promise<Pglite> {
  try {
    await copyData(from, to);
    return await startPglite(to);
  } catch (error) {
    if (times === 1 || getCode(error as Error) === "INBOX_NEEDS_PGLITE") throw error;
    await rm(to, { recursive: true, force: true });
    return startCopy(from, to, times - 1);
  }
}

/** Copies a database that is in use, as a backup does: first where its recovery begins, last the log that this reads. */
async function copyData(from: string, to: string): Promise<void> {
  const [start, log] = [join("global", "pg_control"), "pg_wal"];
  const copy = (name: string, filter?: (path: string) => boolean): Promise<void> =>
    cp(join(from, name), join(to, name), { recursive: true, ...(filter && { filter }) });
  await copy(start);
  await copy("", (path) => ![join(from, start), join(from, log)].includes(path));
  await copy(log);
}

async function openData(
  start: () => Promise<Pglite>,
  { schema, look, log }: Opening,
  guard: Guard,
): Promise<Connection> {
  let pglite: Pglite | undefined;
  const close = async (): Promise<void> => {
    // To close it is to write.
    if (guard.isOurs()) await pglite?.close();
    await guard.release();
  };
  try {
    const opened = (pglite = await start());
    const fitted = fitPglite(opened as Parameters<typeof fitPglite>[0]);
    const executeSql: typeof fitted.executeSql = (text, values) =>
      whileOurs(guard, () => fitted.executeSql(text, values));
    const boss = await startBoss(
      { db: { executeSql }, backend: "pglite", schema, ...(look && passive) },
      log,
    );
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

/** What is written without the lock would destroy what its new holder wrote, and nothing of it counts as kept. */
async function whileOurs<T>(guard: Guard, run: () => Promise<T>): Promise<T> {
  checkOurs(guard);
  const result = await run();
  checkOurs(guard);
  return result;
}

function checkOurs(guard: Guard): void {
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
function begin(pglite: Pglite, guard: Guard): Promise<OpenTransaction> {
  return new Promise((resolve, reject) => {
    const over = pglite.transaction(async (session) => {
      const run = async (text: string, values: readonly unknown[]): Promise<{ rows: unknown[] }> =>
        values.length > 0
          ? session.query(text, [...values])
          : { rows: (await session.exec(text)).flatMap(({ rows }) => rows) };
      const isKept = await new Promise<boolean>((end) => {
        const settle = (isKept: boolean) => (): Promise<void> => {
          end(isKept);
          return over;
        };
        const [commit, rollback] = [settle(true), settle(false)];
        resolve({ query: toQuery(run), commit, rollback: () => rollback().catch(() => undefined) });
      });
      // It throws, so that nothing is kept.
      if (!isKept) await session.rollback();
      else checkOurs(guard);
    });
    over.catch(reject);
  });
}
