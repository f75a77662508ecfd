// Servers in processes of their own, and what is sent to them.
import { fileURLToPath } from "node:url";
import { deliveries, toWire } from "./deliveries.mjs";
import { emit, makeHome } from "./emitted.mjs";
import { startScript } from "./processes.mjs";

const script = fileURLToPath(new URL("servers.mjs", import.meta.url));

/** A signed request of about 5 kB as it goes over the wire, and what is answered. */
export const exchanged = {
  request: toWire(deliveries[1]),
  expected: deliveries[1].answer,
};

/** Uses servers of these names, see `servers.mjs`, by their names. `flags` is what else node is told. */
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
