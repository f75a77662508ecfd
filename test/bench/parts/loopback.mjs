// Generated endpoints on loopback, 10 connections, bodies of 5 kB, beside each framework bare (its own way to read
// JSON; nothing is verified, validated or signed), and beside code by hand that computes the same signatures.
import { ask, exchanged, startServers, stop } from "../endpoints.mjs";
import { figure, ratios } from "../figures.mjs";
import { load } from "../load.mjs";
import { interleave } from "../rounds.mjs";

const comparisons = [
  ["generated express", "bare express", { least: 1.05 }],
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

export async function run({ quick }) {
  const names = [...new Set(comparisons.flatMap(([ours, beside]) => [ours, beside]))];
  const servers = await startServers(names);
  try {
    // As many requests for all, so that a busy machine leaves none cold.
    const [first, each] = quick ? [50, 50] : [10_000, 3000];
    for (const server of servers.values()) await measure(server, first);
    const runs = names.map((name) => [name, () => measure(servers.get(name), each)]);
    const rounds = quick ? { rounds: 1, warmups: 0 } : { rounds: 11 };
    return report(await interleave(Object.fromEntries(runs), rounds));
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
