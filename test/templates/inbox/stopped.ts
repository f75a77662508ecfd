import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { countOpen, list, makeEvent, until } from "./case.js";

// Stops a worker in the middle of two events, handles them here, and lets the worker continue. Prints the results.
const server = await createPostgres();
const inbox = createInbox({ database: server.url, log: silentLog, attempts: 2, retryDelay: 0 });
const { query } = await inbox.connect();
await query("CREATE TABLE effects (about text, who text)");
for (const about of ["waits", "ends"]) await inbox.add(makeEvent(about, 0, about));

const program = join(import.meta.dirname, "stopping-worker.ts");
const other = spawn(process.execPath, ["--import", "tsx", program, server.url], {
  stdio: ["pipe", "pipe", "inherit"],
});
const ended = once(other, "exit");
const lines = createInterface(other.stdout)[Symbol.asyncIterator]();
const first = (await lines.next()).value as string;

const attempts: number[] = [];
const worker = runWorker(inbox, async ({ about }, { attempt, transaction }) => {
  await transaction.query("INSERT INTO effects VALUES ($1, 'the other')", [about]);
  attempts.push(attempt);
});
await until(async () => (await countOpen(inbox)) === 0);
await worker.close();
other.kill("SIGCONT");
other.stdin.end();
const isAborted = JSON.parse((await lines.next()).value as string) as object;
const [code] = (await ended) as [number];

const effects = (await query("SELECT * FROM effects ORDER BY about")).rows;
const left = await list(inbox);
await inbox.close();
server.remove();
console.log(JSON.stringify({ first, attempts, isAborted, code, effects, left }));
