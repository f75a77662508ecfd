// Servers in separate processes, and the request that they receive.
import { fileURLToPath } from "node:url";
import { deliveries, toWire } from "./deliveries.mjs";
import { emit, makeHome } from "./emitted.mjs";
import { startScript } from "./processes.mjs";

const script = fileURLToPath(new URL("servers.mjs", import.meta.url));

/** A signed HTTP request of about 5 kB, and its answer. */
export const exchanged = {
  request: toWire(deliveries[1]),
  expected: deliveries[1].answer,
};

/** Runs servers (see `servers.mjs`) by name. `flags` are additional options for Node. */
export async function withServers(names, flags, use) {
  const home = makeHome();
  await emit(home, { target: ["express", "fastify", "hono", "koa", "nest", "node", "jsonschema"] });
  const started = names.map(async (name) => [name, await startScript(script, [name, home], flags)]);
  const servers = Object.fromEntries(await Promise.all(started));
  try {
    return await use(servers);
  } finally {
    for (const server of Object.values(servers)) await server.stop();
  }
}
