// Generated endpoints on loopback, 10 connections, bodies of 5 kB, beside each framework bare (its own way to read
// JSON; nothing is verified, validated or signed), and beside code by hand that computes the same signatures.
import { ask, exchanged, startServers, stop } from "../endpoints.mjs";
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
const connections = 10;

const names = [...new Set(comparisons.flatMap(([ours, beside]) => [ours, beside]))];

export async function run({ quick }) {
  const launches = quick ? 1 : 5;
  const all = Object.fromEntries(names.map((name) => [name, []]));
  for (let launch = 0; launch < launches; launch++) {
    const measured = await measureAll(
      quick ? { first: 50, each: 50, rounds: 1 } : { first: 8000, each: 4000, rounds: 4 },
    );
    for (const name of names) all[name].push(...measured[name]);
  }
  return report(all);
}

/**
 * Servers of their own, as what V8 makes of the same code is a few percent slower in one process than in another.
 * As many requests for all before it counts, so that a busy machine leaves none cold.
 */
async function measureAll({ first, each, rounds }) {
  const servers = await startServers(names);
  try {
    for (const server of servers.values()) await measure(server, first);
    const runs = names.map((name) => [name, () => measure(servers.get(name), each)]);
    return await interleave(Object.fromEntries(runs), { rounds, warmups: 0 });
  } finally {
    stop(servers);
  }
}

async function measure(server, requests) {
  const before = await ask(server, "cpu");
  const start = performance.now();
  const isEnough = (count) => count > requests - connections;
  const latencies = await load({ port: server.port, ...exchanged, connections, isEnough });
  const elapsed = performance.now() - start;
  const cpu = (await ask(server, "cpu")) - before;
  const p99 = latencies.sort((a, b) => a - b)[Math.ceil(0.99 * latencies.length) - 1];
  return { perSecond: (1000 * latencies.length) / elapsed, cpu: cpu / latencies.length, p99 };
}

function report(measured) {
  const valuesOf = (name, measure) => measured[name].map((round) => round[measure]);
  const compare = (what, measure, [contestant, beside, aim], upwards) => {
    const pair = [valuesOf(contestant, measure), valuesOf(beside, measure)];
    const values = upwards ? ratios(...pair) : ratios(pair[1], pair[0]);
    return figure({ what: `loopback, ${what}`, contestant, beside, values, aim });
  };
  const absolute = Object.keys(measured).flatMap((contestant) => [
    line("requests a second", contestant, "/s", valuesOf(contestant, "perSecond")),
    line("p99", contestant, "ms", valuesOf(contestant, "p99")),
    line("processor time of the server", contestant, "ms a request", valuesOf(contestant, "cpu")),
  ]);
  return [
    ...comparisons.map((pair) => compare("requests a second", "perSecond", pair, true)),
    ...comparisons.map(([ours, beside]) =>
      compare("requests a second of processor time", "cpu", [ours, beside], false),
    ),
    ...comparisons.map(([ours, beside, aim]) => compare("p99", "p99", [ours, beside, aim && mostP99], true)),
    ...absolute,
  ];
}

const line = (what, contestant, unit, values) =>
  figure({ what: `loopback, ${what}`, contestant, unit, values, detail: true });
