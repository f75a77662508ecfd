// Uses an inbox whose database is missing or wrong: `node no-database.mjs <generated folder> [database]`. Prints the result of each use and
// the log.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [generated, database] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(generated, path)).href);
const { createInbox, startWorker } = await load("inbox/index.ts");
const { createReceiver } = await load("receiver/index.ts");
const { secret, event, lines, body } = JSON.parse(process.env.REQUEST);

const logged = [];
const note = (fields, text) => logged.push([text, fields.reason ?? ""].join(": "));
const log = { debug: note, info: note, warn: note, error: note };
const inbox = createInbox({ database, log });
const queued = { scanCode: () => undefined };
const options = { subscriptions: { "shop-12": { secret } }, handlers: {}, queued, inbox, log };
const receiver = createReceiver(options);
const created = logged.splice(0);

const headers = new Headers(lines);
const header = (name) => headers.get(name) ?? undefined;
const answer = await receiver.receive({ method: "POST", event, header, body: Buffer.from(body) });
const reason = (use) =>
  use.then(
    () => "none",
    ({ message }) => message,
  );
const health = [await inbox.health(), await inbox.health()];
const refused = {
  connect: await reason(inbox.connect()),
  store: await reason(inbox.store.delete("a")),
  worker: await reason(startWorker(inbox, options)),
};
await inbox.close();
const { status } = answer;
const { error } = JSON.parse(answer.body);
console.log(JSON.stringify({ created, status, code: error.code, health, refused, logged }));
