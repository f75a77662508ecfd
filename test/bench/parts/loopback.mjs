// Generated endpoints on loopback, with 10 connections and bodies of 5 kB, compared with each bare framework (its own way to
// read JSON, without verification, validation or signature) and with handwritten code that does the same and checks with ajv.
import { exchanged, withServers } from "../endpoints.mjs";
import { figure, ratios } from "../figures.mjs";
import { load } from "../load.mjs";
import { interleave } from "../rounds.mjs";

const aims = {
  express: { bare: { least: 1.08 }, byHand: { least: 1 } },
  fastify: { byHand: { least: 1 } },
  hono: { byHand: { least: 1 } },
  koa: { byHand: { least: 1 } },
  nest: { byHand: { least: 1 } },
  node: { byHand: { least: 1 } },
};

const all = Object.entries(aims).flatMap(([framework, { bare, byHand }]) => [
  [`generated ${framework}`, `bare ${framework}`, bare],
  [`generated ${framework}`, `${framework} by hand`, byHand],
]);

/** Measures. `isInverse`: compares the inverse. `toAim`: selects the aim. */
const measures = [
  {
    part: "cpu",
    what: "speed in processor time",
    isInverse: true,
    toAim: (aim) => aim,
  },
  { part: "perSecond", what: "speed on the clock", toAim: (aim) => (aim?.least > 1 ? aim : undefined) },
  { part: "p99", what: "p99", toAim: (aim) => aim && { most: 1.1 } },
];

export async function run({ quick, few }) {
  const comparisons = all.filter(([, beside]) => !few || beside.endsWith("by hand"));
  const names = [...new Set(comparisons.flatMap(([ours, beside]) => [ours, beside]))];
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  const { launches, first, each, rounds } = quick
    ? { launches: 1, first: 2000, each: 500, rounds: 5 }
    : { launches: 5, first: 8000, each: 4000, rounds: 4 };
  // Start new servers each time: V8 compiles the same code a few percent slower in one process than in another.
  for (let launch = 0; launch < launches; launch++)
    await withServers(names, [], async (servers) => {
      // Send the same number of requests to all before measuring, so that a busy machine leaves none cold.
      for (const server of Object.values(servers)) await measure(server, first);
      const values = await interleave(servers, { rounds, warmups: 0 }, (server) => measure(server, each));
      for (const name of names) measured[name].push(...values[name]);
    });
  return (quick ? measures.slice(0, 1) : measures).flatMap((each) => compare(comparisons, measured, each));
}

function compare(comparisons, measured, { part, what, isInverse, toAim }) {
  const valuesOf = (name) => measured[name].map((round) => round[part]);
  return comparisons.map(([contestant, beside, whole]) => {
    const pair = [valuesOf(contestant), valuesOf(beside)];
    const values = ratios(...(isInverse ? pair.reverse() : pair));
    const aim = toAim(whole);
    const detail = !isInverse && aim === undefined;
    return figure({ what: `loopback, ${what}`, contestant, beside, values, aim, detail });
  });
}

async function measure({ told: port, ask }, requests) {
  const before = await ask("cpu");
  const start = performance.now();
  const latencies = await load({ port, ...exchanged, requests });
  const elapsed = performance.now() - start;
  const cpu = (await ask("cpu")) - before;
  const p99 = latencies.sort((a, b) => a - b)[Math.ceil(0.99 * latencies.length) - 1];
  return { perSecond: (1000 * latencies.length) / elapsed, cpu: cpu / latencies.length, p99 };
}
