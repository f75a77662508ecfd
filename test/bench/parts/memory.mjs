// What a server holds after many requests, beside what it held after the first tenth of them.
import { ask, exchanged, startServers, stop } from "../endpoints.mjs";
import { figure } from "../figures.mjs";
import { load } from "../load.mjs";

const names = ["express", "fastify", "hono", "koa", "nest", "node"].map((name) => `generated ${name}`);

export async function run({ quick }) {
  const [few, many] = quick ? [200, 2000] : [10_000, 100_000];
  const servers = await startServers(names);
  try {
    const figures = [];
    for (const contestant of names) {
      const server = servers.get(contestant);
      await send(server, few);
      const before = await ask(server, "memory");
      await send(server, many - few);
      const after = await ask(server, "memory");
      const line = { contestant, beside: `itself after ${few}` };
      const what = `memory after ${many} requests`;
      figures.push(
        figure({ what: `${what}, resident`, ...line, values: [after.rss / before.rss], aim: { most: 1.1 } }),
        figure({
          what: `${what}, heap`,
          ...line,
          values: [after.heapUsed / before.heapUsed],
          aim: { most: 1.1 },
        }),
        figure({
          what: `${what}, resident`,
          contestant,
          unit: "MiB",
          values: [after.rss / 2 ** 20],
          detail: true,
        }),
      );
    }
    return figures;
  } finally {
    stop(servers);
  }
}

const send = ({ port }, requests) =>
  load({ port, ...exchanged, connections: 10, isEnough: (count) => count > requests - 10 });
