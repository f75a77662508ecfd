import { Client } from "pg";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { countOpen, list, makeEvent, until } from "./case.js";

// Takes all connections of a PostgreSQL while a worker handles events, and releases them later. Prints what was
// logged meanwhile, and what is left.
const server = await createPostgres(["max_connections=20"]);
const logged: string[] = [];
const log = { ...silentLog, warn: (_fields: object, message: string) => void logged.push(message) };
// Handlers keep their connections for the whole shortage, so the deadline must be long.
const inbox = createInbox({ database: server.url, log, attempts: 1, deadline: 3_600_000 });
const { query } = await inbox.connect();
await query("CREATE TABLE effects (about text)");
for (let n = 0; n < 16; n += 1) await inbox.add(makeEvent(`s${n}`, 0));

const others: Client[] = [];
async function takeAll(): Promise<void> {
  for (;;) {
    const client = new Client(server.url);
    client.on("error", () => undefined);
    try {
      await client.connect();
    } catch {
      return;
    }
    others.push(client);
  }
}
await takeAll();
const handled = new Set<string>();
const worker = runWorker(inbox, async ({ about }, { transaction }) => {
  await transaction.query("INSERT INTO effects VALUES ($1)", [about]);
  // A handler keeps its connection until the shortage ends.
  await until(() => others.length === 0);
  handled.add(about);
});
// Each event is returned several times.
await until(() => logged.filter((line) => line.includes("will be retried")).length > 40);
const during = [...new Set(logged)].sort();
await Promise.all(others.splice(0).map((client) => client.end()));
await until(async () => (await countOpen(inbox)) === 0);
await worker.close();
const left = await list(inbox);
await inbox.close();
server.remove();
console.log(JSON.stringify({ during, handled: handled.size, left }));
