// Generated endpoints beside hand-written ones, on loopback: 10 connections, bodies of 5 kB, rounds interleaved. The
// load runs on the same machine, so the CPU time of the server a request is told too.
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { deliveries, subscriptionId } from "./deliveries.mjs";
import { emit, makeHome } from "./emitted.mjs";
import { formatFigures, summarise } from "./figures.mjs";
import { load } from "./load.mjs";

const baselines = {
  "generated express": "bare express",
  "generated fastify": "fastify by hand",
  "generated node": "node by hand",
};
const names = Object.entries(baselines).flat();
const [rounds, milliseconds, connections] = [9, 1500, 10];

const home = makeHome();
const targets = ["types", "validators", "receiver", "express", "fastify", "node"];
await emit(home, { targets, minVersion: "48" });
const { body, signature } = deliveries.at(-1);
const request = Buffer.concat([
  Buffer.from(
    [
      "POST /mplus/scanCode HTTP/1.1",
      "Host: localhost",
      "Content-Type: application/json",
      `Content-Length: ${body.length}`,
      `X-Mplus-Subscription-Id: ${subscriptionId}`,
      `X-Mplus-Signature: ${signature}`,
      "\r\n",
    ].join("\r\n"),
  ),
  body,
]);

const script = fileURLToPath(new URL("servers.mjs", import.meta.url));
const contestants = new Map();
for (const name of names) {
  const child = fork(script, [name, home]);
  const [port] = await once(child, "message");
  contestants.set(name, { child, port });
}

async function cpuOf({ child }) {
  child.send("cpu");
  const [{ user, system }] = await once(child, "message");
  return (user + system) / 1000;
}

const wall = Object.fromEntries(names.map((name) => [name, []]));
const cpu = Object.fromEntries(names.map((name) => [name, []]));
for (let round = -1; round < rounds; round++) {
  const shift = Math.max(round, 0) % names.length;
  for (const name of [...names.slice(shift), ...names.slice(0, shift)]) {
    const contestant = contestants.get(name);
    const before = await cpuOf(contestant);
    const count = await load({ port: contestant.port, request, connections, milliseconds });
    const after = await cpuOf(contestant);
    if (round < 0) continue;
    wall[name].push((1000 * milliseconds) / count);
    cpu[name].push((1000 * (after - before)) / count);
  }
}
for (const { child } of contestants.values()) child.kill();

for (const [measure, times] of Object.entries({ "wall time": wall, "CPU time of the server": cpu })) {
  const figures = summarise(times, baselines);
  console.log(
    `\nLoopback, ${measure} of 1000 requests: ${rounds} interleaved rounds of ${milliseconds} ms.\n`,
  );
  console.log(formatFigures(figures));
  for (const { name, baseline, ratio } of figures) {
    if (ratio) console.log(`${name}: ${(1 / ratio.median).toFixed(2)} × the throughput of ${baseline}`);
  }
  console.log(JSON.stringify({ loopback: { measure, rounds, milliseconds, connections, figures } }));
}
