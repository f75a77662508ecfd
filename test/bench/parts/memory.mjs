// What a server holds after many requests, beside what it held after the first tenth of them.
import { ask, exchanged, startServers, stop } from "../endpoints.mjs";
import { figure } from "../figures.mjs";
import { load } from "../load.mjs";

/**
 * V8 lets its young generation grow to 16 MB when it sees fit, be it after a hundred requests or fifty thousand: it has
 * that from the start, so that what is resident more afterwards is ours.
 */
const flags = ["--min-semi-space-size=16"];

const names = ["express", "fastify", "hono", "koa", "nest", "node"].map((name) => `generated ${name}`);

export async function run({ quick }) {
  const [few, many, rounds] = quick ? [200, 2000, 1] : [10_000, 100_000, 3];
  const measured = new Map(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    // Each round has servers of its own: what is resident depends on what the system happened to give back.
    const servers = await startServers(names, flags);
    try {
      for (const name of names) measured.get(name).push(await measure(servers.get(name), few, many));
    } finally {
      stop(servers);
    }
  }
  return names.flatMap((name) => report(name, measured.get(name), { few, many }));
}

async function measure(server, few, many) {
  await send(server, few);
  const before = await ask(server, "memory");
  await send(server, many - few);
  return { before, after: await ask(server, "memory") };
}

function report(contestant, rounds, { few, many }) {
  const what = `memory after ${many} requests`;
  const ratiosOf = (measure) => rounds.map(({ before, after }) => after[measure] / before[measure]);
  const line = { contestant, beside: `itself after ${few}`, aim: { most: 1.1 } };
  return [
    figure({ what: `${what}, resident`, ...line, values: ratiosOf("rss") }),
    figure({ what: `${what}, heap`, ...line, values: ratiosOf("heapUsed") }),
    figure({
      what: `${what}, resident`,
      contestant,
      unit: "MiB",
      values: rounds.map(({ after }) => after.rss / 2 ** 20),
      detail: true,
    }),
  ];
}

const send = ({ port }, requests) =>
  load({ port, ...exchanged, connections: 10, isEnough: (count) => count > requests - 10 });
