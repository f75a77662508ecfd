// What a receiver and a worker hold after a third of their events, and in the end.
import { setTimeout as sleep } from "node:timers/promises";
import { createEvent, toWire } from "../deliveries.mjs";
import { figure } from "../figures.mjs";
import { load } from "../load.mjs";
import { start } from "./cast.mjs";

const expected = {};
const measures = { rss: "resident", heapUsed: "heap" };

export async function measureMemory({ home, database, quick }) {
  const third = quick ? 100 : 10_000;
  const setup = { home, database, schema: "memory" };
  const receiver = await start({ ...setup, kind: "receiver" });
  const worker = await start({ ...setup, kind: "worker" });
  try {
    const thirds = [];
    for (let number = 1; number <= 3; number++) {
      let counter = (number - 1) * third;
      const request = () => toWire(createEvent(counter % 200, ++counter));
      await load({ port: receiver.told, request, expected, requests: third });
      while ((await worker.ask()).handled < number * third) await sleep(50);
      thirds.push({ receiver: (await receiver.ask()).memory, worker: (await worker.ask()).memory });
    }
    return ["receiver", "worker"].flatMap((contestant) =>
      Object.entries(measures).map(([measure, name]) =>
        figure({
          what: `inbox, memory, ${name}`,
          contestant: `${contestant} after ${3 * third}`,
          beside: `after ${third}`,
          values: [thirds[2][contestant][measure] / thirds[0][contestant][measure]],
          aim: { most: 1.2 },
        }),
      ),
    );
  } finally {
    await receiver.stop();
    await worker.stop();
  }
}
