import { createRequire } from "node:module";
import type { PostgresClient } from "../../../templates/stores/postgres-store.js";
import type { SendToRedis } from "../../../templates/stores/redis-store.js";
import { noTools, toolPath } from "../../workbench/tools.js";

/** Why what needs the clients of databases is skipped, or undefined. */
export const noClients = noTools;

/** A client of Redis, as the guide hands it to a store. */
export interface RedisConnection {
  readonly send: SendToRedis;
  close(): void;
}

/** A pool of `pg`. */
export interface PostgresPool extends PostgresClient {
  end(): Promise<void>;
}

const requireTool = createRequire(toolPath("any.js"));

interface NodeRedis {
  sendCommand(command: string[]): Promise<unknown>;
  on(event: "error", listener: () => void): unknown;
  connect(): Promise<unknown>;
  destroy(): void;
}

/** Connects with the package `redis`. */
export async function connectRedis(url: string): Promise<RedisConnection> {
  const { createClient } = requireTool("redis") as { createClient: (options: object) => NodeRedis };
  const client = createClient({ url, disableOfflineQueue: true });
  client.on("error", () => undefined);
  await client.connect();
  return { send: (command) => client.sendCommand([...command]), close: () => client.destroy() };
}

interface Ioredis {
  call(command: string, values: string[]): Promise<unknown>;
  on(event: "error", listener: () => void): unknown;
  disconnect(): void;
}

/** Connects with the package `ioredis`. */
export async function connectIoredis(url: string): Promise<RedisConnection> {
  const { Redis } = requireTool("ioredis") as { Redis: new (url: string) => Ioredis };
  const client = new Redis(url);
  client.on("error", () => undefined);
  await client.call("PING", []);
  return { send: ([name = "", ...values]) => client.call(name, values), close: () => client.disconnect() };
}

/** Makes a pool of the package `pg`, which connects when it is used. */
export function createPool(url: string, most = 10): PostgresPool {
  const { Pool } = requireTool("pg") as {
    Pool: new (options: object) => PostgresPool & { on(event: "error", listener: () => void): unknown };
  };
  const pool = new Pool({ connectionString: url, max: most });
  pool.on("error", () => undefined);
  return pool;
}
