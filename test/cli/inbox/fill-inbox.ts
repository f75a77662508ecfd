// What a receiver and a worker do, under a Node that pg-boss runs on: new-node-calls.ts has it done.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PgBoss, fromPglite, type ConstructorOptions } from "pg-boss";
import { PGlite } from "@electric-sql/pglite";
import { queue } from "../../../templates/copied/inbox/connection.js";
import { stored } from "./stored-events.js";

/** What a receiver and a worker do to an inbox, or what befalls it. */
export type Action = "fill" | "drain" | "take" | "age" | "damage" | "spoil";

const actions: Readonly<Record<Action, (boss: PgBoss) => Promise<unknown>>> = {
  fill,
  drain,
  take,
  age,
  damage,
  spoil,
};

/** Does to an inbox what a receiver and a worker do, with pg-boss alone; gives what was handled. */
export async function act(database: string, action: Action): Promise<unknown> {
  const isUrl = database.startsWith("postgres:");
  if (!isUrl) mkdirSync(database, { recursive: true });
  const pglite = isUrl ? undefined : await PGlite.create(join(database, "data"));
  const where: ConstructorOptions = pglite
    ? { db: fromPglite(pglite), backend: "pglite" }
    : { connectionString: database };
  try {
    if (action === "fill") await (pglite ? pglite.exec(clear) : clearDatabase(where));
    return await withBoss(where, actions[action]);
  } finally {
    await pglite?.close();
  }
}

const clear = "DROP SCHEMA IF EXISTS mplus_inbox CASCADE";

/** pg-boss itself would look for its tables while they go: only its connection is used. */
async function clearDatabase(where: ConstructorOptions): Promise<void> {
  const db = new PgBoss(where).getDb() as ReturnType<PgBoss["getDb"]> &
    Record<"open" | "close", () => Promise<void>>;
  await db.open();
  await db.executeSql(clear);
  await db.close();
}

async function withBoss<T>(where: ConstructorOptions, use: (boss: PgBoss) => Promise<T>): Promise<T> {
  const boss = new PgBoss({ ...where, schema: "mplus_inbox", supervise: false, schedule: false });
  await boss.start();
  try {
    return await use(boss);
  } finally {
    await boss.stop({ graceful: false });
  }
}

/** Stores the events, and has those of the session `broken` fail until they are dead. */
async function fill(boss: PgBoss): Promise<void> {
  await boss.createQueue(queue, { policy: "key_strict_fifo", retryLimit: 0 });
  for (const { id, key, ...job } of stored) {
    await boss.send(queue, job, { id, singletonKey: key });
    // PGlite's clock has milliseconds: two of one millisecond have no order.
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  await handleAll(boss, ({ about }) => about !== "session broken");
}

/** Handles what can be handled: which events that were, in their order. */
function drain(boss: PgBoss): Promise<string[]> {
  return handleAll(boss, () => true);
}

/** Begins to handle one event of each session, and does not end: as a worker that runs. */
async function take(boss: PgBoss): Promise<void> {
  await boss.fetch(queue, { batchSize: 10 });
}

/** Has an inbox that an older pg-boss keeps. */
async function age(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql("UPDATE mplus_inbox.version SET version = version - 1");
}

/** Has a database that fails each statement about an event. */
async function damage(boss: PgBoss): Promise<void> {
  await boss.getDb().executeSql("ALTER TABLE mplus_inbox.job RENAME TO lost");
}

/** Has an event that no receiver has stored. */
async function spoil(boss: PgBoss): Promise<void> {
  await boss.send(queue, {}, { id: "0dd00000-0000-8000-8000-000000000006", singletonKey: "odd" });
  await boss.getDb().executeSql("UPDATE mplus_inbox.job SET data = '7' WHERE singleton_key = 'odd'");
}

async function handleAll(boss: PgBoss, isWell: (job: Job) => boolean): Promise<string[]> {
  const handled: string[] = [];
  for (let before = -1; handled.length !== before;) {
    before = handled.length;
    for (const { id, data } of await boss.fetch<Job>(queue, { batchSize: 10 })) {
      if (isWell(data)) {
        handled.push(data.event);
        await boss.complete(queue, id);
      } else await boss.fail(queue, id, new Error("no \u001b[31mtable\u001b[0m\nloyalty"));
    }
  }
  return handled;
}

interface Job {
  readonly event: string;
  readonly about: string;
}
