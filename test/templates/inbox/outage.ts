import { createInbox } from "../../../templates/copied/inbox/create-inbox.js";
import { runWorker } from "../../../templates/copied/inbox/worker.js";
import { silentLog } from "../../../templates/copied/receiver/log.js";
import { createPostgres } from "../../workbench/servers/postgres.js";
import { countOpen, makeEvent, until } from "./case.js";

// Stops the database of an inbox and a worker, and starts it again. Prints what became of each event, and the
// worker's log.
const server = await createPostgres();
const [lines, ofWorker]: [string[], string[]] = [[], []];
const write = (fields: object, message: string): void => {
  lines.push(message + JSON.stringify(fields));
  if (message.startsWith("the worker")) ofWorker.push(message);
};
const inbox = createInbox({
  database: server.url.replace("postgres@", "postgres:hush-hush@"),
  log: { ...silentLog, warn: write, error: write },
});
const handled: string[] = [];
const worker = runWorker(inbox, ({ about }) => Promise.resolve(void handled.push(about)), {
  pollInterval: 50,
});
const add = (about: string): Promise<string> =>
  inbox.add(makeEvent("a", 0, about)).then(
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
server.crash();
const during = await add("during");
const { database: health } = await inbox.health();
await until(() => ofWorker.length > 0);

server.start();
const after = await add("after");
await until(isIdle);
await until(() => ofWorker.length > 1);
await worker.close();
await inbox.close();
server.remove();
const isHushed = !lines.join().includes("hush");
console.log(JSON.stringify({ before, during, health, after, handled, isHushed, ofWorker }));
