// One process of the bench of the inbox: `node program.mjs <setup as JSON>`. It tells its port or that it is ready, and
// `{ handled, memory }` when asked. `kind` is one of those below.
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { secret, subscriptionId } from "../deliveries.mjs";
import { importFrom } from "../processes.mjs";

const { kind, home, database, schema, tools } = JSON.parse(process.argv[2]);
const subscriptions = { [subscriptionId]: { secret } };
let handled = 0;

const queued = {
  async scanCode({ transaction }) {
    await transaction?.query("select 1");
    handled += 1;
  },
};

async function openInbox() {
  const { createInbox, startWorker } = await importFrom(home, "inbox/index.js");
  const inbox = createInbox({ database, schema, limit: 10_000_000, subscriptionLimit: 10_000_000 });
  return { inbox, startWorker, options: { subscriptions, handlers: {}, queued, inbox } };
}

async function receive(options) {
  const { createMplusListener } = await importFrom(home, "node/index.js");
  const server = createServer(createMplusListener({ ...options, basePath: "/mplus" }));
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server.address().port;
}

const kinds = {
  /** The receiver without an inbox. */
  alone: () => receive({ subscriptions, handlers: { scanCode: () => ({}) } }),
  async receiver() {
    return receive((await openInbox()).options);
  },
  async worker() {
    const { inbox, startWorker, options } = await openInbox();
    await startWorker(inbox, options, { concurrency: 16 });
    return "ready";
  },
  /**
   * BullMQ keeps an order only within a queue with one worker that handles one job at a time: so there are as many queues
   * as of ours, and what fails is tried again within the job.
   */
  async bullmq() {
    const { Worker } = createRequire(tools)("bullmq");
    const connection = { host: "127.0.0.1", port: Number(database) };
    const handle = async (job) => {
      for (let attempt = 0; attempt < 10; attempt++)
        try {
          JSON.parse(job.data.body);
          handled += 1;
          return;
        } catch {}
    };
    for (const name of schema)
      new Worker(name, handle, { connection, concurrency: 1, removeOnComplete: { count: 0 } });
    return "ready";
  },
};

const told = await kinds[kind]();
process.on("message", () => {
  globalThis.gc?.();
  process.send({ handled, memory: process.memoryUsage() });
});
process.once("disconnect", () => process.exit());
process.send(told);
