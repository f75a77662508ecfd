// A receiver, a worker, or both: `node program.mjs <setup as JSON>`, see `Setup` in processes.ts. It reports when it is ready and, on
// request, the health of its inbox or its dead events.
import { appendFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";

const { folder, name, database, port, works, seed, failing, slowest, ...setup } = JSON.parse(process.argv[2]);
const { subscriptions, inboxOptions, usesStore } = setup;
const load = (path) => import(pathToFileURL(join(folder, "generated", path)).href);
const { createInbox, startWorker } = await load("inbox/index.ts");

const writeLine = (level) => (fields, message) => {
  const line = `${new Date().toISOString()} ${level} ${message} ${fields?.err?.stack ?? ""}\n`;
  appendFileSync(join(folder, `${name}.log`), line);
};
const log = Object.fromEntries(["debug", "info", "warn", "error"].map((level) => [level, writeLine(level)]));

let state = seed >>> 0;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;

const inbox = createInbox({ database, log, ...inboxOptions });
if (usesStore && inbox.store === undefined) throw new Error("the inbox has no store");
const options = {
  subscriptions,
  handlers: { selectRelation: () => ({ message: [{ message: "Welcome back" }] }) },
  queued: {
    async scanCode({ request: { session, event, scanCode }, transaction }) {
      // Most are quick.
      await sleep(random() ** 8 * slowest);
      if (scanCode.scannedCode === "POISON") process.kill(process.pid, "SIGKILL");
      const chance = random();
      if (chance < failing / 2) throw new Error("it fails on purpose, before it wrote");
      const values = [session.sessionId, event.eventCounter];
      await transaction.query("insert into effects (session, counter) values ($1, $2)", values);
      if (chance < failing) throw new Error("it fails on purpose, after it wrote");
    },
  },
  inbox,
  log,
  ...(usesStore !== undefined && { dedupe: usesStore ? { store: inbox.store } : {} }),
};

if (works) await startWorker(inbox, options, { pollInterval: 200 });
if (port !== undefined) {
  const { createMplusListener } = await load("node/index.ts");
  const server = createServer(createMplusListener({ ...options, basePath: "/mplus" }));
  // Otherwise, a request may use an idle connection just as it closes.
  server.keepAliveTimeout = 300_000;
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
}

const listDead = async () => {
  const { boss } = await inbox.connect();
  const jobs = [];
  for (const key of await boss.getBlockedKeys("mplus")) jobs.push(...(await boss.findJobs("mplus", { key })));
  return jobs.filter(({ state }) => state === "failed").map(({ data }) => data.about);
};
process.on("message", async (what) => process.send(await (what === "dead" ? listDead() : inbox.health())));
process.once("disconnect", () => process.exit());
process.send("ready");
