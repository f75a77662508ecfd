// node --import tsx fill-inbox.ts <database> fill | drain | take | age | damage | spoil
// Does to an inbox what a receiver and a worker do, with pg-boss alone, under a Node that it runs on.
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { PgBoss, fromPglite, type ConstructorOptions } from "pg-boss";
import { PGlite } from "@electric-sql/pglite";
import { chooseQueue, queueNames } from "../../../templates/inbox/queues.js";
import { stored } from "./stored-events.js";

const [database = "", action = ""] = process.argv.slice(2);
const isUrl = database.startsWith("postgres:");
if (!isUrl) mkdirSync(database, { recursive: true });
const pglite = isUrl ? undefined : await PGlite.create(join(database, "data"));
const where: ConstructorOptions = pglite
  ? { db: fromPglite(pglite), backend: "pglite" }
  : { connectionString: database };
const boss = new PgBoss({ ...where, schema: "mplus_inbox", supervise: false, schedule: false });
await boss.start();
const actions: Readonly<Record<string, () => Promise<void>>> = { fill, drain, take, age, damage, spoil };
await actions[action]?.();
await boss.stop({ graceful: false });
await pglite?.close();

/** Stores the events, and has those of the session `broken` fail until they are dead. */
async function fill(): Promise<void> {
  for (const name of queueNames) await boss.createQueue(name, { policy: "key_strict_fifo", retryLimit: 0 });
  for (const { id, key, ...job } of stored) {
    await boss.send(chooseQueue(key), job, { id, singletonKey: key });
    // PGlite's clock has milliseconds: two of one millisecond have no order.
    await new Promise((resolve) => setTimeout(resolve, 3));
  }
  await handleAll(({ about }) => about !== "session broken");
}

/** Handles what can be handled, and prints which events that were, in their order. */
async function drain(): Promise<void> {
  console.log(JSON.stringify(await handleAll(() => true)));
}

/** Begins to handle one event of each session, and does not end: as a worker that runs. */
async function take(): Promise<void> {
  for (const name of queueNames) await boss.fetch(name, { batchSize: 10 });
}

/** Has an inbox that an older pg-boss keeps. */
async function age(): Promise<void> {
  await boss.getDb().executeSql("UPDATE mplus_inbox.version SET version = version - 1");
}

/** Has a database that fails each statement about an event. */
async function damage(): Promise<void> {
  await boss.getDb().executeSql("ALTER TABLE mplus_inbox.job RENAME TO lost");
}

/** Has an event that no receiver has stored. */
async function spoil(): Promise<void> {
  await boss.send(
    chooseQueue("odd"),
    {},
    { id: "0dd00000-0000-8000-8000-000000000006", singletonKey: "odd" },
  );
  await boss.getDb().executeSql("UPDATE mplus_inbox.job SET data = '7' WHERE singleton_key = 'odd'");
}

async function handleAll(isWell: (job: Job) => boolean): Promise<string[]> {
  const handled: string[] = [];
  for (let before = -1; handled.length !== before;) {
    before = handled.length;
    for (const name of queueNames) {
      for (const { id, data } of await boss.fetch<Job>(name, { batchSize: 10 })) {
        if (isWell(data)) {
          handled.push(data.event);
          await boss.complete(name, id);
        } else await boss.fail(name, id, new Error("no \u001b[31mtable\u001b[0m\nloyalty"));
      }
    }
  }
  return handled;
}

interface Job {
  readonly event: string;
  readonly about: string;
}
