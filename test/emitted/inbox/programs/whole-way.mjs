// The whole way of events: `node whole-way.mjs <folder> <database>` receives them, corrupts one in the database, handles them, and releases
// the sessions of failed ones. Prints its results as JSON.
import { createServer } from "node:http";
import { createHmac } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { callInbox } from "./call-inbox.mjs";

const [folder, database, secret, bodies] = process.argv.slice(2);
const load = (path) => import(pathToFileURL(join(folder, "generated", path)).href);
const { createInbox, startWorker } = await load("inbox/index.ts");
const { createMplusListener } = await load("node/index.ts");

const ignore = () => undefined;
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const inbox = createInbox({ database, attempts: 2, retryDelay: 0, log });
const handled = [];
let [answers, isMended] = [0, false];
const options = {
  subscriptions: { "shop-12": { secret } },
  handlers: { selectRelation: () => ({ message: [{ message: `Answer ${(answers += 1)}` }] }) },
  queued: {
    async scanCode({ request: { scanCode } }) {
      if (scanCode.scannedCode === "a2" && !isMended) throw new Error("the shelf is locked");
      handled.push(scanCode.scannedCode);
    },
  },
  dedupe: { store: inbox.store },
  inbox,
  log,
};
const listener = createMplusListener({ ...options, basePath: "/mplus" });
const server = createServer(listener);
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

const send = async ({ event, body }) => {
  const response = await fetch(`http://127.0.0.1:${server.address().port}/mplus/${event}`, {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "X-Mplus-Subscription-Id": "shop-12",
      "X-Mplus-Signature": createHmac("sha256", Buffer.from(secret, "base64")).update(body).digest("base64"),
    },
    body,
  });
  return `${response.status} ${await response.text()}`;
};
const until = async (isSo) => {
  while (!isSo(await inbox.health())) await sleep(50);
};

// A store that is slow to open would count as unresponsive and be skipped.
await until(({ database }) => database === "up");
const answered = [];
for (const each of JSON.parse(bodies)) answered.push(await send(each));
const { query } = await inbox.connect();
await query(
  `UPDATE mplus_inbox.job SET data = jsonb_set(data, '{body}', to_jsonb(replace(data->>'body', '"c1"', '"c9"')))
    WHERE data->>'body' LIKE '%"c1"%'`,
);

const first = await startWorker(inbox, options, { pollInterval: 50 });
await until(({ waiting, dead }) => dead === 2 && waiting === 2);
// Only one process may use a folder at a time.
await first.close();
await inbox.close();
const { events: dead } = await callInbox(database, "list", "--dead");
const before = [...handled].sort();

isMended = true;
const failed = dead.find(({ lastError }) => lastError.includes("locked"));
const spoilt = dead.find((each) => each !== failed);
const retried = await callInbox(database, "retry", failed.id);
const dropped = await callInbox(database, "drop", spoilt.id);
const worker = await startWorker(inbox, options, { pollInterval: 50 });
await until(({ waiting, dead: left }) => waiting === 0 && left === 0);
await worker.close();
await new Promise((resolve) => server.close(resolve).closeAllConnections());
await listener.close();
const result = {
  answered,
  behind: dead.map(({ waitingBehind }) => waitingBehind),
  before,
  errors: dead.map(({ lastError }) => lastError),
  outcomes: [...retried.events, ...dropped.events].map(({ outcome }) => outcome),
  freed: handled.slice(before.length).sort(),
};
await inbox.close();
result.left = (await callInbox(database, "list")).events;
console.log(JSON.stringify(result));
