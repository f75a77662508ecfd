// Generated endpoints on loopback, 10 connections, bodies of 5 kB, beside each framework bare (its own way to read
// JSON; nothing is verified, validated or signed), and beside code by hand that computes the same signatures.
import { exchanged, withServers } from "../endpoints.mjs";
import { figure, ratios } from "../figures.mjs";
import { load } from "../load.mjs";
import { interleave } from "../rounds.mjs";

const comparisons = [
  ["generated express", "bare express", { least: 1.05 }],
  ["generated express", "express by hand"],
  ["generated fastify", "bare fastify"],
  ["generated fastify", "fastify by hand"],
  ["generated hono", "bare hono"],
  ["generated koa", "bare koa"],
  ["generated nest", "bare nest"],
  ["generated node", "bare node"],
  ["generated node", "node by hand", { least: 0.9 }],
];
const mostP99 = { most: 1.2 };

const names = [...new Set(comparisons.flatMap(([ours, beside]) => [ours, beside]))];

/** What is measured, in which unit, with which aim where throughput has one, and whether its inverse is compared. */
const measures = [
  { part: "perSecond", what: "requests a second", unit: "/s", toAim: (aim) => aim },
  { part: "cpu", what: "requests a second of processor time", unit: "ms a request", isInverse: true },
  { part: "p99", what: "p99", unit: "ms", toAim: (aim) => aim && mostP99 },
];

export async function run({ quick }) {
  const measured = Object.fromEntries(names.map((name) => [name, []]));
  const { launches, first, each, rounds } = quick
    ? { launches: 1, first: 50, each: 50, rounds: 1 }
    : { launches: 5, first: 8000, each: 4000, rounds: 4 };
  // Servers of their own, as what V8 makes of the same code is a few percent slower in one process than in another.
  for (let launch = 0; launch < launches; launch++)
    await withServers(names, [], async (servers) => {
      // As many requests for all before it counts, so that a busy machine leaves none cold.
      for (const server of Object.values(servers)) await measure(server, first);
      const values = await interleave(servers, { rounds, warmups: 0 }, (server) => measure(server, each));
      for (const name of names) measured[name].push(...values[name]);
    });
  return measures.flatMap(({ part, what, unit, isInverse, toAim }) => {
    const valuesOf = (name) => measured[name].map((round) => round[part]);
    const compared = comparisons.map(([contestant, beside, aim]) => {
      const pair = [valuesOf(contestant), valuesOf(beside)];
      const values = ratios(...(isInverse ? pair.reverse() : pair));
      return figure({ what: `loopback, ${what}`, contestant, beside, values, aim: toAim?.(aim) });
    });
    const absolute = isInverse ? "processor time of the server" : what;
    const line = { what: `loopback, ${absolute}`, unit, detail: true };
    return [
      ...compared,
      ...names.map((name) => figure({ ...line, contestant: name, values: valuesOf(name) })),
    ];
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
