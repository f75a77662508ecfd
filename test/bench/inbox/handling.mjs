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

/** What varies: the sessions that events are spread over, the processes that work, and the events that wait at the start. */
const createVariant = ({ sessions = 1000, workers = 1, waiting }) => ({
  name: `${sessions} sessions, ${workers} worker${workers > 1 ? "s" : ""}, ${waiting} waiting`,
  sessions,
  workers,
  waiting,
});

export async function measureHandling(scene) {
  const { quick } = scene;
  const [measured, rounds] = quick ? [100, 1] : [3000, 3];
  const backlogs = [measured, ...(quick ? [1000] : [10_000, 100_000, 1_000_000])];
  const [usual, ...others] = [
    ...backlogs.map((waiting) => ({ waiting })),
    ...[10, 100].map((sessions) => ({ sessions, waiting: measured })),
    ...[2, 4].map((workers) => ({ workers, waiting: measured })),
  ].map(createVariant);
  const rates = new Map([usual, ...others].map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++)
    for (const variant of [usual, ...others]) {
      // A million takes a while to write: once is enough.
      if (round > 0 && variant.waiting > 100_000) continue;
      rates.get(variant.name).push(await measureOurs(scene, { ...variant, measured }));
    }
  const base = rates.get(usual.name);
  return [
    ...others.map(({ name }) => compare({ contestant: name, values: rates.get(name) }, usual.name, base)),
    ...[...rates].map(([contestant, values]) => absolute(contestant, values)),
    ...backlogs
      .slice(1)
      .map((waiting, index) =>
        growth(rates, createVariant({ waiting: backlogs[index] }), createVariant({ waiting })),
      ),
    ...(await besideBullmq(scene, { rounds, measured, usual, base })),
  ];
}

const compare = ({ contestant, values }, beside, others) =>
  figure({ what: "inbox, events handled a second", contestant, beside, values: ratios(values, others) });

const absolute = (contestant, values) =>
  figure({ what: "inbox, events handled", contestant, unit: "/s", values });

/** 0 if an event takes the same time whatever waits, 1 if it takes time in proportion. */
function growth(rates, few, many) {
  const [from, to] = [few, many].map(({ name }) => spread(rates.get(name)).median);
  return figure({
    what: "inbox, time of an event with more that wait",
    contestant: `${many.waiting} waiting`,
    beside: `${few.waiting} waiting`,
    values: [Math.log(from / to) / Math.log(many.waiting / few.waiting)],
    unit: "exponent",
  });
}

let schemas = 0;

async function measureOurs({ home, database }, { sessions, workers, waiting, measured }) {
  const setup = { home, database, schema: `handling_${++schemas}` };
  runScript("prefill.mjs", { ...setup, sessions, events: waiting });
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

/** The same events in as many queues; Redis forgets them all if it crashes, unless each write is on disk. */
async function besideBullmq(scene, { rounds, measured, usual, base }) {
  const contestants = { "BullMQ, in memory": "no", "BullMQ, each write on disk": "yes" };
  const figures = [];
  for (const [beside, appendonly] of Object.entries(contestants)) {
    const line = { what: "inbox, events handled a second", contestant: usual.name, beside };
    if (noBullmq !== undefined) figures.push(missing({ ...line, note: noBullmq }));
    else {
      const rates = [];
      for (let round = 0; round < rounds; round++)
        rates.push(await measureBullmq(scene, { appendonly, sessions: usual.sessions, measured }));
      figures.push(compare({ contestant: usual.name, values: base }, beside, rates), absolute(beside, rates));
    }
  }
  return figures;
}

async function measureBullmq({ home }, { appendonly, sessions, measured }) {
  const redis = await createRedis();
  try {
    await configure(redis.port, { appendonly, appendfsync: "always" });
    const queues = Array.from({ length: 16 }, (_, index) => `mplus-${index}`);
    const setup = { home, database: String(redis.port), schema: queues };
    runScript("fill-bullmq.mjs", { ...setup, sessions, events: measured });
    return await measureRate(1, { ...setup, kind: "bullmq" }, measured);
  } finally {
    await redis.remove();
  }
}

async function configure(port, settings) {
  const { Redis } = createRequire(tools)("ioredis");
  const client = new Redis(port, "127.0.0.1");
  for (const [name, value] of Object.entries(settings)) await client.config("SET", name, value);
  await client.quit();
}
