// Uses an inbox as a shop does: `node databases.mjs <generated folder> <database> <work>`. Stores the requests of `sessions` twice and
// handles them, then those of `poison`, which fail all retries. Prints its results and log as JSON, or why it cannot connect.
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { inspect } from "node:util";
import { callInbox } from "./call-inbox.mjs";

const [generated, database, work] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(generated, path)).href);
const { createInbox, startWorker } = await load("inbox/index.ts");
const { createReceiver } = await load("receiver/index.ts");
const { secret, attempts, sessions, poison } = JSON.parse(work);

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
const opening = logged.splice(0);
let failures = 0;
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
const answers = {};
const post = async ({ lines, body }) => {
  const headers = new Headers(lines);
  const request = { method: "POST", event: "scanCode", header: (name) => headers.get(name) ?? undefined };
  const { status } = await receiver.receive({ ...request, body: Buffer.from(body) });
  answers[status] = (answers[status] ?? 0) + 1;
  return status === 200;
};
/** Sends requests one after another, and repeats rejected ones, as a POS does. */
const send = async (requests) => {
  for (const request of requests) for (let tries = 0; tries < 20 && !(await post(request));) tries += 1;
};
/** After a minute, the output shows the rest. */
const settle = async (wanted) => {
  // Waiting events are counted once a second.
  await sleep(1500);
  for (let rounds = 0; rounds < 600; rounds += 1) {
    const { waiting, dead } = await inbox.health();
    if (waiting === 0 && dead === wanted) return;
    await sleep(100);
  }
};

await Promise.all(sessions.map(send));
const worker = await startWorker(inbox, options, { pollInterval: 50 });
await settle(0);
await Promise.all(sessions.map(send));
await settle(0);
await send(poison);
await settle(poison.length);
const { events: retried } = await callInbox(database, "retry", "--all");
await settle(poison.length);
const { events: dead } = await callInbox(database, "list", "--dead");
await receiver.close();
await worker.close();
await inbox.close();
console.log(JSON.stringify({ opening, logged, answers, retried, dead }));
