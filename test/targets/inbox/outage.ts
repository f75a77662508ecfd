import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createInbox } from "../../../templates/inbox/create-inbox.js";
import { runWorker } from "../../../templates/inbox/worker/start-worker.js";
import { silentLog } from "../../../templates/receiver/api/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";

// Takes the database away from an inbox and its worker, and gives it back. Prints what came of each event.
const server = await createPostgres();
const lines: string[] = [];
const write = (fields: object, message: string): void => void lines.push(message + JSON.stringify(fields));
const log = { ...silentLog, warn: write, error: write };
const inbox = createInbox({ database: server.url.replace("postgres@", "postgres:hush-hush@"), log });
const handled: string[] = [];
const worker = runWorker(inbox, ({ about }) => Promise.resolve(void handled.push(about)), {
  pollInterval: 50,
});
const add = (about: string): Promise<string> =>
  inbox
    .add({
      id: randomUUID(),
      key: "a",
      event: "scanCode",
      subscriptionId: "shop",
      about,
      body: "{}",
      seal: "",
    })
    .catch(() => "rejected");

const before = await add("before");
while (handled.length < 1) await sleep(20);
server.crash();
const during = await add("during");
await sleep(1000);
const { database } = await inbox.health();
server.start();
const after = await add("after");
while (handled.length < 2) await sleep(20);
await worker.close();
await inbox.close();
server.remove();
console.log(
  JSON.stringify({ before, during, database, after, handled, isHushed: !lines.join().includes("hush") }),
);
