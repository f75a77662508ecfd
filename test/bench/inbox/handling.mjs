// How many events a second are handled: with more sessions, more workers, more events that wait; beside BullMQ.
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { tsImport } from "tsx/esm/api";
import { figure, missing, ratios, spread } from "../figures.mjs";
import { runScript, start, tools } from "./cast.mjs";

const { createRedis, noRedis } = await tsImport("../../workbench/servers/redis.ts", import.meta.url);
const noBullmq = existsSync(join(tools, "../node_modules/bullmq"))
  ? noRedis
  : "skipped: the tools of the tests are not there";

const usual = { sessions: 100, workers: 1 };

export async function measureHandling(scene) {
  const { quick } = scene;
  const rounds = quick ? 1 : 3;
  const measured = quick ? 100 : 3000;
  const waiting = quick ? [100, 1000] : [3000, 10_000, 100_000, 1_000_000];
  const variants = [
    ...[10, 1000].map((sessions) => ({ ...usual, sessions, events: measured })),
    ...[2, 4].map((workers) => ({ ...usual, workers, events: measured })),
    ...waiting.map((events) => ({ ...usual, sessions: 1000, events })),
    { ...usual, events: measured },
  ];
  const rates = new Map();
  for (let round = 0; round < rounds; round++)
    for (const variant of variants) {
      // A million takes a while to write: once is enough.
      if (round > 0 && variant.events > 100_000) continue;
      const rate = await measureOurs(scene, { ...variant, measured });
      rates.set(name(variant), [...(rates.get(name(variant)) ?? []), rate]);
    }
  const ours = (variant) => rates.get(name(variant));
  const base = ours({ ...usual, events: measured });
  return [
    ...variants.map((variant) =>
      figure({
        what: "inbox, events handled a second",
        contestant: name(variant),
        beside: name({ ...usual, events: measured }),
        values: ratios(ours(variant), base),
        note: `${spread(ours(variant)).median.toFixed(0)} a second`,
      }),
    ),
    ...variants.map((variant) =>
      figure({ what: "inbox, events handled", contestant: name(variant), unit: "/s", values: ours(variant) }),
    ),
    ...waiting.slice(1).map((events, index) => {
      const from = waiting[index];
      const [few, many] = [from, events].map(
        (each) =>
          spread(ours({ ...usual, sessions: 1000, events })).median &&
          spread(ours({ ...usual, sessions: 1000, events: each })).median,
      );
      return figure({
        what: "inbox, time an event, growth with what waits",
        contestant: `${events} waiting`,
        beside: `${from} waiting`,
        values: [Math.log(few / many) / Math.log(events / from)],
        unit: "exponent",
      });
    }),
    ...(await besideBullmq(scene, { rounds, measured, base })),
  ];
}

const name = ({ sessions, workers, events }) =>
  `${sessions} sessions, ${workers} worker${workers > 1 ? "s" : ""}, ${events} waiting`;

let schemas = 0;

async function measureOurs({ home, database }, { sessions, workers, events, measured }) {
  const setup = { home, database, schema: `handling_${++schemas}` };
  runScript("prefill.mjs", { ...setup, sessions, events });
  return measureRate(workers, { ...setup, kind: "worker" }, measured);
}

/** Events a second, from the moment when a twentieth is handled until all that count are. */
async function measureRate(workers, setup, measured) {
  const processes = await Promise.all(Array.from({ length: workers }, () => start(setup)));
  try {
    const count = async () => {
      const states = await Promise.all(processes.map((one) => one.ask()));
      return { at: performance.now(), handled: states.reduce((sum, { handled }) => sum + handled, 0) };
    };
    const until = async (enough) => {
      let state = await count();
      while (state.handled < enough) {
        await sleep(20);
        state = await count();
      }
      return state;
    };
    const from = await until(measured / 20);
    const to = await until(measured * 0.95);
    return (1000 * (to.handled - from.handled)) / (to.at - from.at);
  } finally {
    await Promise.all(processes.map((one) => one.stop()));
  }
}

async function besideBullmq({ home }, { rounds, measured, base }) {
  const line = { what: "inbox, events handled a second", contestant: name({ ...usual, events: measured }) };
  const contestants = { "BullMQ, in memory": "no", "BullMQ, each write on disk": "yes" };
  if (noBullmq !== undefined)
    return Object.keys(contestants).map((beside) => missing({ ...line, beside, note: noBullmq }));
  const figures = [];
  for (const [beside, appendonly] of Object.entries(contestants)) {
    const rates = [];
    for (let round = 0; round < rounds; round++) {
      const redis = await createRedis();
      try {
        await configure(redis.port, { appendonly, appendfsync: "always" });
        const schema = Array.from({ length: 16 }, (_, index) => `mplus-${index}`);
        const setup = { home, database: String(redis.port), schema };
        runScript("fill-bullmq.mjs", { ...setup, ...usual, events: measured });
        rates.push(await measureRate(1, { ...setup, kind: "bullmq" }, measured));
      } finally {
        await redis.remove();
      }
    }
    figures.push(
      figure({
        ...line,
        beside,
        values: ratios(base, rates),
        note: `${spread(rates).median.toFixed(0)} a second`,
      }),
    );
    figures.push(figure({ what: "inbox, events handled", contestant: beside, unit: "/s", values: rates }));
  }
  return figures;
}

async function configure(port, settings) {
  const { Redis } = createRequire(tools)("ioredis");
  const client = new Redis(port, "127.0.0.1");
  for (const [name, value] of Object.entries(settings)) await client.config("SET", name, value);
  await client.quit();
}
