import { Client } from "pg";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import type { HandleStored, StoredRun } from "../../../templates/copied/receiver/base/options.js";
import { dropEvents } from "../../../generator/cli/inputs/stored-events.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { list, makeEvent, open, until } from "./case.js";

// Handles events whose own queries fail as an outage of the database does, beside healthy ones that take a while. Prints
// how often each one ran, what the inbox lists of it, and what became of the other events.
const server = await createPostgres();
const inbox = createInbox({
  ...{ database: server.url, log: silentLog },
  ...{ attempts: 3, retryDelay: 0, longestDelay: 1 },
});
const { query } = await inbox.connect();
await query("CREATE TABLE locked (id int PRIMARY KEY)");
await query("INSERT INTO locked VALUES (1), (2)");
const raise = (code: string) => async (run: StoredRun) => {
  await run.transaction.query(
    `DO $$ BEGIN RAISE EXCEPTION 'raised ${code}' USING ERRCODE = '${code}'; END $$`,
  );
};

// `poison.ts crash` has only the one that disturbs all others.
const isCrash = process.argv[2] === "crash";
const allPoisons: Readonly<Record<string, (run: StoredRun) => Promise<unknown>>> = {
  "ends its connection": ({ transaction }) =>
    transaction.query("SELECT pg_terminate_backend(pg_backend_pid())"),
  // PostgreSQL then ends all other connections, too.
  "crashes the server": ({ transaction }) => transaction.query("COPY (SELECT 1) TO PROGRAM 'kill -9 $PPID'"),
  "runs out of memory": raise("53200"),
  "conflicts with others": raise("40001"),
  "takes too long": async ({ transaction }) => {
    await transaction.query("SET LOCAL statement_timeout = 50");
    await transaction.query("SELECT pg_sleep(60)");
  },
  "recovers from a deadlock": async ({ transaction }) => {
    await transaction.query("SAVEPOINT before");
    await provokeDeadlock(transaction).catch(() => transaction.query("ROLLBACK TO SAVEPOINT before"));
    throw new Error("my own error");
  },
};

const poisons = Object.fromEntries(
  Object.entries(allPoisons).filter(([about]) => (about === "crashes the server") === isCrash),
);

/** Locks two rows in the opposite order of another client, and is the one that PostgreSQL chooses to fail. */
async function provokeDeadlock(transaction: StoredRun["transaction"]): Promise<void> {
  const run = (text: string) => transaction.query(text);
  const lock = (id: number): string => `SELECT 1 FROM locked WHERE id = ${id} FOR UPDATE`;
  const other = new Client(server.url);
  // Another event may crash the server.
  other.on("error", () => undefined);
  await other.connect();
  try {
    await other.query(`BEGIN; SET LOCAL deadlock_timeout = '1min'; ${lock(2)}`);
    await run("SET LOCAL deadlock_timeout = '500ms'");
    await run(lock(1));
    other.query(lock(1)).catch(() => undefined);
    await run(lock(2));
  } finally {
    await other.end();
  }
}

const ran: Record<string, number> = {};
const healthy = Array.from({ length: 12 }, (_, n) => `healthy ${n}`);
for (const about of [...Object.keys(poisons), ...healthy])
  for (const n of [0, 1]) await inbox.add(makeEvent(about, n, `${about} ${n}`));
const handled: string[] = [];
const handle: HandleStored = async ({ key, about }, run) => {
  const poison = about.endsWith("0") ? poisons[key] : undefined;
  if (poison) {
    ran[key] = (ran[key] ?? 0) + 1;
    await poison(run);
  } else {
    await run.transaction.query("SELECT pg_sleep(2)");
    handled.push(about);
  }
};
const worker = runWorker(inbox, handle, { pollInterval: 50 });
const listDead = async () => (await list(inbox).catch(() => [])).filter(({ state }) => state === "dead");
const count = Object.keys(poisons).length;
await until(async () => (await listDead()).length === count);
const dead = await listDead();
const ids = dead.map(({ id }) => id);
await dropEvents(await open(inbox), ids);
await until(() => new Set(handled).size === 2 * healthy.length + count);
await worker.close();
const left = await inbox.health();
await inbox.close();
server.remove();
const fates = dead.map(({ about, attempts, shortages, lastError }) => [
  about,
  { ran: ran[about.slice(0, -2)], attempts, shortages, lastError },
]);
console.log(JSON.stringify({ ...Object.fromEntries(fates), left }));
