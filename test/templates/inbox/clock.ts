import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInbox, type DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { makeEvent, until } from "./case.js";

// `clock.ts <milliseconds> <retryDelay> server|closed|open <folder>` sets the clock of a database back, of a server or of this
// process with a folder: while a killed worker has an event, and others wait; and once more while a worker runs. Prints how
// many waited, what was handled in which order, and what is left.
const [by, retryDelay = "", kind, folder = ""] = process.argv.slice(2);
const server = kind === "server" ? await createPostgres() : undefined;
process.once("exit", () => server?.remove());
const database = server?.url ?? folder;

const realNow = Date.now;
let behind = 0;
function setBack(): void {
  behind += Number(by);
  Date.now = () => realNow() - (server === undefined ? behind : 0);
  server?.crash();
  server?.start({ clock: `-${behind / 1000}s` });
}

async function leaveKilled(): Promise<void> {
  const program = join(import.meta.dirname, "killed-worker.ts");
  const worker = spawn(process.execPath, ["--import", "tsx", program, database, retryDelay], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(worker.stdout, "data");
  worker.kill("SIGKILL");
  await once(worker, "exit");
}

const handled: string[] = [];
/** When the last event was handled. */
let movedAt = 0;
/** Resolves when nothing waits, or nothing has moved for a minute: with what is left. */
async function drainOrGiveUp(inbox: DurableInbox): Promise<string[]> {
  movedAt = performance.now();
  await until(async () => (await inbox.health()).waiting === 0 || performance.now() - movedAt > 60_000);
  return (await inbox.list()).map(({ about, state }) => `${about} is ${state}`);
}

await leaveKilled();
const inbox = createInbox({ database, log: silentLog, retryDelay: Number(retryDelay) });
/** What is refused while connections of before the restart fail is sent again. */
async function add(key: string, n: number): Promise<void> {
  const event = makeEvent(key, n, `${key}${n}`);
  await until(() =>
    inbox
      .add(event)
      .then(() => true)
      .catch(() => false),
  );
}
const addEarly = async (): Promise<void> => {
  await add("b", 1);
  await add("a", 2);
};
// To open it first would find what the killed one had.
if (kind !== "closed") await addEarly();
setBack();
if (kind === "closed") await addEarly();
await add("a", 3);
await add("b", 2);
const { waiting } = await inbox.health();

let hasFailed = false;
const worker = runWorker(
  inbox,
  async ({ about }, { attempt }) => {
    await Promise.resolve();
    hasFailed ||= about === "again0";
    if (about === "again0" && attempt === 0) throw new Error("the first attempt");
    handled.push(about);
    movedAt = performance.now();
  },
  { pollInterval: 50 },
);
const left = await drainOrGiveUp(inbox);
await add("again", 0);
await until(() => hasFailed);
setBack();
left.push(...(await drainOrGiveUp(inbox)));
await worker.close();
await inbox.close();
const order = handled.filter((about) => /^a\d/.test(about)).join(" ");
console.log(JSON.stringify({ waiting, order, handled: handled.sort(), left }));
