// Uses an inbox as a shop does: `node databases.mjs <generated folder> <database> <work>`. Stores the requests of `sessions` twice and
// handles them, then those of `poison`, which fail all retries or are changed in the database. Sends `asked` twice, to a receiver whose
// memory is the inbox. Prints its results and log as JSON, or why it cannot connect.
import { execFile } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { inspect, promisify } from "node:util";

const [generated, database, work] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(generated, path)).href);
const { createInbox, startWorker } = await load("inbox/index.ts");
const { createReceiver } = await load("receiver/index.ts");
const { secret, attempts, sessions, poison, asked, isFolder } = JSON.parse(work);

const logged = [];
const writeAs = (level) => (fields, text) =>
  logged.push(`${level}: ${text} ${inspect(fields, { depth: Infinity })}`);
const levels = ["debug", "info", "warn", "error"];
const log = Object.fromEntries(levels.map((level) => [level, writeAs(level)]));

let inbox;
try {
  inbox = createInbox({ database, attempts, retryDelay: 0, log });
  await inbox.connect();
} catch (error) {
  const rejected = inspect(error, { depth: Infinity, showHidden: true });
  console.log(JSON.stringify({ rejected, logged }));
  process.exit();
}
const { query } = await inbox.connect();
if (isFolder) await query("CREATE TABLE effects (session text, counter int, at serial)");
const opening = logged.splice(0);
let [failures, answers] = [0, 0];
const options = {
  subscriptions: { "shop-12": { secret } },
  handlers: {},
  queued: {
    async scanCode({ request: { event, scanCode, session }, transaction }) {
      const values = [session.sessionId, event.eventCounter];
      await transaction.query("INSERT INTO effects (session, counter) VALUES ($1, $2)", values);
      if (scanCode.scannedCode === "poison") throw new Error(`the shelf is locked ${(failures += 1)}`);
    },
  },
  inbox,
  log,
};
const receiver = createReceiver(options);
const remembering = createReceiver({
  ...options,
  handlers: { selectRelation: () => ({ message: [{ message: `Answer ${(answers += 1)}` }] }) },
  dedupe: { store: inbox.store },
});
const receive = ({ event, lines, body }, by = receiver) => {
  const headers = new Headers(lines);
  const header = (name) => headers.get(name) ?? undefined;
  return by.receive({ method: "POST", event, header, body: Buffer.from(body) });
};
const statuses = {};
const post = async (request) => {
  const { status } = await receive(request);
  statuses[status] = (statuses[status] ?? 0) + 1;
  return status === 200;
};
/** Sends requests one after another, and repeats rejected ones, as a POS does. */
const send = async (requests) => {
  for (const request of requests) for (let tries = 0; tries < 20 && !(await post(request));) tries += 1;
};
/** Counts now, because `health()` may be a second old. */
const count = async () => {
  const { rows } = await query(
    `SELECT count(*) FILTER (WHERE state < 'completed')::int AS waiting,
      count(*) FILTER (WHERE state = 'failed')::int AS dead FROM mplus_inbox.job`,
  );
  return rows[0];
};
/** After a minute, the output shows the rest. */
const settle = async (wanted, read = count) => {
  for (let rounds = 0; rounds < 1200; rounds += 1) {
    const { waiting, dead } = await read();
    if (waiting === 0 && dead === wanted) return;
    await sleep(50);
  }
};

const main = fileURLToPath(new URL("../../../../dist/main.js", import.meta.url));
const callInbox = async (...args) => {
  const argv = [main, "inbox", ...args, "--database", database, "--json"];
  return JSON.parse((await promisify(execFile)(process.execPath, argv)).stdout);
};

await Promise.all(sessions.map(send));
const worker = await startWorker(inbox, options, { pollInterval: 50 });
await settle(0);
await Promise.all(sessions.map(send));
await settle(0);
const said = [];
for (const request of asked) said.push((await receive(request, remembering)).body);
// The worker waits until the event is changed.
await worker.close();
await send(poison);
await query(
  `UPDATE mplus_inbox.job SET data = jsonb_set(data, '{body}', to_jsonb(replace(data->>'body', 'spoilt', 'changed')))
    WHERE data->>'body' LIKE '%spoilt%'`,
);
const second = await startWorker(inbox, options, { pollInterval: 50 });
await settle(poison.length);
// Only one process may use a folder at a time.
const { events: retried } = isFolder ? { events: [] } : await callInbox("retry", "--all");
await settle(poison.length);
await settle(poison.length, inbox.health);
const { rows: effects } = await query("SELECT session, counter FROM effects ORDER BY session, at");
for (const each of [receiver, remembering, second, inbox]) await each.close();
const { events: dead } = await callInbox("list", "--dead");
console.log(JSON.stringify({ opening, logged, effects, statuses, said, retried, dead }));
