import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { join } from "node:path";

/** Imports a module of the output that a test has written into a folder. */
export const importOutput = (folder, path) => import(pathToFileURL(join(folder, path)).href);

/**
 * Makes a store of the output on a database, as the guide says. `tools` is a path that packages are found from, `limits` are
 * options of `pg`.
 */
export async function connect({ folder, tools, url, limits = {} }) {
  const require = createRequire(tools);
  const { createPostgresStore, createRedisStore } = await importOutput(folder, "stores/index.js");
  if (url.startsWith("postgres:")) {
    const { Pool } = require("pg");
    const pool = new Pool({ connectionString: url, ...limits });
    pool.on("error", () => undefined);
    return createPostgresStore(pool);
  }
  const { createClient } = require("redis");
  const client = createClient({ url, disableOfflineQueue: true });
  client.on("error", () => undefined);
  await client.connect();
  return createRedisStore((command) => client.sendCommand([...command]));
}
