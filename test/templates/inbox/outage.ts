import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/base/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { countOpen, makeEvent, until } from "./case.js";

// Stops the database of an inbox and a worker while a handler runs, or with `silent` freezes it, so that it accepts
// connections but never answers, and starts it again. Prints what became of each event, and the worker's log.
const isSilent = process.argv[2] === "silent";
const server = await createPostgres();
const url = new URL(server.url.replace("postgres@", "postgres:hush-hush@"));
/** Sends a signal to all processes of the server. */
function signal(name: NodeJS.Signals): void {
  const [parent = ""] = readFileSync(join(server.folder, "data/postmaster.pid"), "utf8").split("\n");
  const children = execFileSync("ps", ["-o", "pid=", "--ppid", parent], { encoding: "utf8" });
  for (const pid of [parent, ...children.trim().split(/\s+/)]) process.kill(Number(pid), name);
}
const [lines, ofWorker]: [string[], string[]] = [[], []];
const write = (fields: object, message: string): void => {
  lines.push(message + JSON.stringify(fields));
  if (message.startsWith("the worker")) ofWorker.push(message);
};
const log = { ...silentLog, warn: write, error: write };
const inbox = createInbox({ database: url.href, log, attempts: 1 });
const handled: string[] = [];
let isDown = false;
const handle: Parameters<typeof runWorker>[1] = async ({ about }, { transaction }) => {
  if (about === "under way" && !isDown) {
    handled.push("begins");
    await until(() => isDown);
  }
  await transaction.query("SELECT 1");
  handled.push(about);
};
const worker = runWorker(inbox, handle, { pollInterval: 50 });
const add = (about: string): Promise<string> =>
  inbox.add(makeEvent(about, 0, about)).then(
    () => "kept",
    () => "rejected",
  );
const isIdle = (): Promise<boolean> =>
  countOpen(inbox).then(
    (count) => count === 0,
    () => false,
  );

const before = await add("before");
await until(isIdle);
// Without notice, a handler's connection waits for the longest limit, which takes more than a minute.
if (!isSilent) await add("under way");
await until(() => isSilent || handled.includes("begins"));
if (isSilent) signal("SIGSTOP");
else server.crash();
isDown = true;
const during = await add("during");
const { database: health } = await inbox.health();
await until(() => ofWorker.length > 0);

if (isSilent) signal("SIGCONT");
else server.start();
const after = await add("after");
await until(isIdle);
await until(() => ofWorker.length > 1);
await worker.close();
await inbox.close();
server.remove();
// A frozen server may store the event after all.
const known = handled.filter((about) => !isSilent || about !== "during").sort();
const isHushed = !lines.join().includes("hush");
console.log(JSON.stringify({ before, during, health, after, handled: known, isHushed, ofWorker }));
