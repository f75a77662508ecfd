import { Client } from "pg";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { countOpen, list, makeEvent, until } from "./case.js";

// Takes connections of a PostgreSQL from an inbox with events to store and to handle: first all that it does not have
// yet, then also those that it has. Prints what was logged, how often handlers ran, and what is left.
const server = await createPostgres(["max_connections=20"]);
let logged: string[] = [];
const note = (_fields: object, message: string): void => void logged.push(message);
const log = { ...silentLog, warn: note, error: note };
// Handlers keep their connections for the whole shortage, so the deadline must be long.
const inbox = createInbox({ database: server.url, log, attempts: 1, deadline: 3_600_000 });
const { query } = await inbox.connect();
await query("CREATE TABLE effects (about text)");

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
const release = () => Promise.all(others.splice(0).map((client) => client.end()));

const runs: string[] = [];
const handled = new Set<string>();
// `before` and `after` are conditions for the first query and for the end of a handler.
let [before, after] = [(): boolean => true, (): boolean => false];
const handle: Parameters<typeof runWorker>[1] = async ({ about }, { transaction }) => {
  runs.push(about);
  await until(() => before());
  await transaction.query("INSERT INTO effects VALUES ($1)", [about]);
  await until(() => after());
  handled.add(about);
};
const addAll = (key: string) =>
  Promise.all([0, 1, 2, 3, 4, 5].map((n) => inbox.add(makeEvent(`${key}${n}`, 0))));

// The server grants the inbox no more connections. Its handlers share one, which the first keeps for a while.
await takeAll();
await addAll("a");
const worker = runWorker(inbox, handle);
await until(() => runs.length === 6);
after = () => true;
await until(async () => (await countOpen(inbox)) === 0);
const some = { logged: [...new Set(logged)], runs: runs.length, handled: handled.size };

// The server ends the connections that the inbox has.
await release();
let isOver = false;
[logged, before] = [[], () => isOver || others.length === 20];
await addAll("b");
await until(() => runs.length === 12);
await takeAll();
while (others.length < 20) {
  await others[0]?.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'mplus-inbox'",
  );
  await takeAll();
}
const isLogged = (start: string, times: number): boolean =>
  logged.filter((line) => line.startsWith(start)).length >= times;
await until(
  () =>
    isLogged("there was no database connection", 6) && isLogged("the worker cannot reach its database", 1),
);
isOver = true;
await release();
await until(() => handled.size === 12);
await worker.close();
const none = { logged: [...new Set(logged)].sort(), left: await list(inbox) };
await inbox.close();
server.remove();
console.log(JSON.stringify({ some, none }));
