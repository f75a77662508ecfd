// Stores events in an inbox and handles some: `node inbox-worker.mjs SETUP`, with the setup as JSON. Prints the events
// handled a second, without the first twentieth and the last.
import { deliver, scanCode, subscriptions, toRaw } from "./deliveries.mjs";
import { importFrom } from "./processes.mjs";

const { home, database, schema, waiting, measured } = JSON.parse(process.argv[2]);
const { createInbox, startWorker } = await importFrom(home, "inbox/index.js");
const { createReceiver } = await importFrom(home, "receiver/index.js");

const sessions = 1000;
let [stored, handled, begun] = [0, 0, 0];
const options = {
  subscriptions,
  handlers: {},
  inbox: createInbox({ database, schema }),
  queued: {
    async scanCode({ transaction }) {
      await transaction.query("select 1");
      handled += 1;
      if (handled === measured * 0.05) begun = performance.now();
      if (handled < measured * 0.95) return;
      console.log((measured * 0.9 * 1000) / (performance.now() - begun));
      process.exit();
    },
  },
};
const receiver = createReceiver(options);

async function store() {
  while (stored < waiting) {
    const index = stored++;
    const session = `5e551000-0000-4000-8000-${String(index % sessions).padStart(12, "0")}`;
    const event = deliver(scanCode(0, 1 + Math.floor(index / sessions), session));
    const { status } = await receiver.receive(toRaw(event));
    if (status !== 200) throw new Error(`refused with ${status}`);
  }
}

await Promise.all(Array.from({ length: 50 }, store));
await startWorker(options.inbox, options);
