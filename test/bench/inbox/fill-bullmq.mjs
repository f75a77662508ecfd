// Fills the queues of BullMQ with so many events: `node fill-bullmq.mjs <setup as JSON>`.
import { createRequire } from "node:module";
import { createEvent } from "../deliveries.mjs";

const { database, schema, sessions, events, tools } = JSON.parse(process.argv[2]);
const { Queue } = createRequire(tools)("bullmq");
const connection = { host: "127.0.0.1", port: Number(database) };
const queues = schema.map((name) => new Queue(name, { connection }));
for (let from = 0; from < events; from += 5000) {
  const lists = queues.map(() => []);
  for (let index = from; index < Math.min(events, from + 5000); index++) {
    const session = index % sessions;
    const { body } = createEvent(session, 1 + Math.floor(index / sessions));
    lists[session % queues.length].push({ name: "scanCode", data: { body: body.toString() } });
  }
  await Promise.all(queues.map((queue, index) => queue.addBulk(lists[index])));
}
for (const queue of queues) await queue.close();
