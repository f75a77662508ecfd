// Generated servers beside careful ones by hand, over loopback: 10 connections, requests of 5 kB.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { deliveries } from "../deliveries.mjs";
import { emit } from "../emitted.mjs";
import { makeHome } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const script = fileURLToPath(new URL("../servers.mjs", import.meta.url));
const { body, headers, answer } = deliveries["5 kB"];
const connections = 10;

const home = makeHome();
await emit(home, ["express", "fastify", "jsonschema"]);

for (const framework of ["express", "fastify"]) {
  const servers = { ours: await start(framework, "generated"), byHand: await start(framework, "by hand") };
  for (const server of Object.values(servers)) await measure(server, 8000);
  const rounds = { rounds: 15, warmups: 1 };
  const { ours, byHand } = await interleave(servers, rounds, (server) => measure(server, 4000));
  const all = (values, what) => values.map((value) => value[what]);
  const what = `generated ${framework} beside one by hand`;
  report(`${what}, requests by processor time`, ratios(all(byHand, "cpu"), all(ours, "cpu")), { least: 1 });
  report(`${what}, p99`, ratios(all(ours, "p99"), all(byHand, "p99")), { most: 1.1 });
  for (const { child } of Object.values(servers)) child.kill();
}

async function start(framework, kind) {
  const child = fork(script, [framework, kind, home]);
  const [port] = await once(child, "message");
  return { child, port };
}

async function measure({ child, port }, amount) {
  const before = await askCpu(child);
  const latencies = await load(port, amount);
  const cpu = ((await askCpu(child)) - before) / amount;
  return { cpu, p99: latencies.sort((a, b) => a - b)[Math.ceil(0.99 * amount) - 1] };
}

/** Returns the milliseconds of each request. */
async function load(port, amount) {
  const agent = new Agent({ keepAlive: true });
  const options = { port, host: "127.0.0.1", path: "/mplus/scanCode", method: "POST", headers, agent };
  const latencies = [];
  const sendAll = async () => {
    for (let sent = 0; sent < amount / connections; sent++) {
      const start = performance.now();
      const [response] = await once(request(options).end(body), "response");
      if (!isDeepStrictEqual(await json(response), answer)) throw new Error(`status ${response.statusCode}`);
      latencies.push(performance.now() - start);
    }
  };
  await Promise.all(Array.from({ length: connections }, sendAll));
  agent.destroy();
  return latencies;
}

async function askCpu(child) {
  child.send("cpu");
  return (await once(child, "message"))[0];
}
