// Generated servers beside careful ones by hand, over loopback: 10 connections, requests of 5 kB.
// `npm run bench -- loopback:express,koa` measures these frameworks.
import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { json } from "node:stream/consumers";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { writeChecksByHand } from "../by-hand.mjs";
import { deliveries } from "../deliveries.mjs";
import { emit } from "../emitted.mjs";
import { makeHome } from "../processes.mjs";
import { ratios, report } from "../report.mjs";
import { interleave } from "../rounds.mjs";

const aims = { express: 0.85, fastify: 0.65, hono: 0.65, koa: 0.65, node: 0.65 };
const script = fileURLToPath(new URL("../servers.mjs", import.meta.url));
const connections = 10;

const home = makeHome();
await emit(home, [...Object.keys(aims), "jsonschema"]);
writeChecksByHand(home);

const [chosen = Object.keys(aims).join()] = process.argv.slice(2);
for (const framework of chosen.split(",")) {
  const servers = { ours: await start(framework, "ours"), byHand: await start(framework, "byHand") };
  for (const server of Object.values(servers)) await measure(server, 8000);
  const { ours, byHand } = await interleave(servers, { rounds: 9 }, (server) => measure(server, 3000));
  report(`generated ${framework} server beside one by hand`, ratios(byHand, ours), {
    least: aims[framework],
  });
  for (const { child } of Object.values(servers)) child.kill();
}

async function start(framework, kind) {
  const child = fork(script, [framework, kind, home]);
  const [port] = await once(child, "message");
  return { child, port };
}

/** Returns the server's processor time. */
async function measure({ child, port }, amount) {
  const before = await askCpu(child);
  await load(port, amount);
  return (await askCpu(child)) - before;
}

async function load(port, amount) {
  const agent = new Agent({ keepAlive: true });
  const options = { port, host: "127.0.0.1", path: "/mplus/scanCode", method: "POST", agent };
  let sent = 0;
  const sendAll = async () => {
    while (sent < amount) {
      const { body, headers, answer } = deliveries["5 kB"][sent++ % deliveries["5 kB"].length];
      const [response] = await once(request({ ...options, headers }).end(body), "response");
      if (!isDeepStrictEqual(await json(response), answer)) throw new Error(`status ${response.statusCode}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, sendAll));
  agent.destroy();
}

async function askCpu(child) {
  child.send("cpu");
  return (await once(child, "message"))[0];
}
