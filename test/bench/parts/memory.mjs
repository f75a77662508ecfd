// A server's memory after many requests, compared with its memory after the first tenth.
import { exchanged, withServers } from "../endpoints.mjs";
import { figure } from "../figures.mjs";
import { load } from "../load.mjs";

/**
 * V8 grows its young generation to 16 MB at any time, after a hundred requests or fifty thousand. Starting at that size makes
 * any later growth ours.
 */
const flags = ["--min-semi-space-size=16"];

const names = ["express", "fastify", "hono", "koa", "nest", "node"].map((name) => `generated ${name}`);

export async function run({ quick }) {
  const [few, many, rounds] = quick ? [200, 2000, 1] : [10_000, 100_000, 3];
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  const measure = async ({ told: port, ask }) => {
    await load({ port, ...exchanged, requests: few });
    const before = await ask("memory");
    await load({ port, ...exchanged, requests: many - few });
    return { before, after: await ask("memory") };
  };
  // Start new servers each round: resident memory depends on what the system happened to reclaim.
  for (let round = 0; round < rounds; round++)
    await withServers(names, flags, async (servers) => {
      for (const name of names) measured[name].push(await measure(servers[name]));
    });
  return names.flatMap((contestant) => {
    const what = `memory after ${many} requests`;
    const ratiosOf = (part) => measured[contestant].map(({ before, after }) => after[part] / before[part]);
    const line = { contestant, beside: `itself after ${few}`, aim: { most: 1.1 } };
    return [
      figure({ what: `${what}, resident`, ...line, values: ratiosOf("rss") }),
      figure({ what: `${what}, heap`, ...line, detail: true, values: ratiosOf("heapUsed") }),
    ];
  });
}
