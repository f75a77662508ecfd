import { createInbox, type DurableInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { makeEvent, until } from "./case.js";

// Takes the database away from inboxes and a worker, and gives it back. Prints what came of each event, and what the log
// says of the worker.
const server = await createPostgres();
const [lines, ofWorker]: [string[], string[]] = [[], []];
const write = (fields: object, message: string): void => {
  lines.push(message + JSON.stringify(fields));
  if (message.startsWith("the worker")) ofWorker.push(message);
};
const log = { ...silentLog, warn: write, error: write };
const database = server.url.replace("postgres@", "postgres:hush-hush@");
const inbox = createInbox({ database, log });
const impatient = createInbox({ database, log, waitFor: 500 });
const patient = createInbox({ database, log, waitFor: 20_000 });
const handled: string[] = [];
const worker = runWorker(inbox, ({ about }) => Promise.resolve(void handled.push(about)), {
  pollInterval: 50,
});
const add = (about: string, to: DurableInbox = inbox): Promise<string> =>
  to.add(makeEvent("a", 0, about)).catch(() => "rejected");
const isIdle = async (): Promise<boolean> => (await inbox.health()).waiting === 0;

const before = await add("before");
await until(isIdle);
server.crash();
const during = await add("during");
const late = await add("late", impatient);
let [hasWaited, isBack] = [true, false];
const waiting = add("waiting", patient).finally(() => (hasWaited &&= isBack));
const { database: health } = await inbox.health();
await until(() => ofWorker.length > 0);

server.start();
isBack = true;
const kept = await waiting;
const after = await add("after");
await until(isIdle);
await until(() => ofWorker.length > 1);
await worker.close();
for (const each of [inbox, impatient, patient]) await each.close();
server.remove();
const isHushed = !lines.join().includes("hush");
console.log(
  JSON.stringify({ before, during, late, kept, hasWaited, health, after, handled, isHushed, ofWorker }),
);
