import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { createInbox } from "../../../templates/inbox/create-inbox.js";
import { runWorker } from "../../../templates/inbox/worker/start-worker.js";
import { silentLog } from "../../../templates/receiver/api/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { startProxy } from "../stores/proxy.js";

// Has the network between an inbox and its database drop everything, and forget its connections, while two handlers run.
// Prints what came of each event, and what the log says of the worker.
const server = await createPostgres();
const url = new URL(server.url);
const proxy = await startProxy(Number(url.port));
url.port = String(proxy.port);

const lines: string[] = [];
const write = (_fields: object, message: string): void => void lines.push(message);
const log = { ...silentLog, warn: write, error: write };
const inbox = createInbox({ database: url.href, log, deadline: 4000, retryDelay: 0 });
let running = 0;
const worker = runWorker(
  inbox,
  async ({ about }, { transaction }) => {
    if (about !== "plain") await transaction.query("INSERT INTO effects VALUES ($1)", [about]);
    running += 1;
    if (about !== "after") await sleep(1000);
  },
  { pollInterval: 50 },
);
const add = (about: string, key: string): Promise<string> =>
  inbox
    .add({ id: randomUUID(), key, event: "scanCode", subscriptionId: "shop", about, body: "{}", seal: "" })
    .catch(() => "rejected");

const { query } = await inbox.connect();
await query("CREATE TABLE effects (what text)");
await add("plain", "a");
await add("written", "b");
while (running < 2) await sleep(10);

proxy.hang();
const during = await add("during", "c");
const { database } = await inbox.health();
while (!lines.includes("the worker cannot reach its database")) await sleep(50);
proxy.resume();
while ((await add("after", "a")) !== "kept") await sleep(100);
for (let health = await inbox.health(); health.database === "down" || health.waiting > 0;) {
  await sleep(50);
  health = await inbox.health();
}
// A connection that was idle while the network was gone fails once more.
const read = (): ReturnType<typeof query> =>
  query("SELECT what FROM effects ORDER BY what").catch(() => sleep(100).then(read));
const { rows } = await read();
await worker.close();
await inbox.close();
await proxy.close();
server.remove();
const ofWorker = lines.filter((line) => line.startsWith("the worker"));
console.log(JSON.stringify({ during, database, effects: rows, ofWorker }));
