import { join } from "node:path";
import { pathToFileURL } from "node:url";
import pg from "pg";
import { createClient } from "redis";

/** Imports a module of the output that a test has written into a folder. */
export const importOutput = (folder, path) => import(pathToFileURL(join(folder, path)).href);

/** Makes a store of the output on a database, as the guide says. `limits` are options of `pg`. */
export async function connect({ folder, url, limits = {} }) {
  const { createPostgresStore, createRedisStore } = await importOutput(folder, "stores/index.js");
  if (url.startsWith("postgres:")) {
    const pool = new pg.Pool({ connectionString: url, ...limits });
    pool.on("error", () => undefined);
    return createPostgresStore(pool);
  }
  const client = createClient({ url, disableOfflineQueue: true });
  client.on("error", () => undefined);
  await client.connect();
  return createRedisStore((command) => client.sendCommand([...command]));
}
