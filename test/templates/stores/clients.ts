import { Redis } from "ioredis";
import { Pool } from "pg";
import { createClient } from "redis";
import type { SendToRedis } from "../../../templates/copied/stores/redis.js";

/** A client of Redis, as the guide hands it to a store. */
export interface RedisConnection {
  readonly send: SendToRedis;
  close(): void;
}

const ignore = (): void => undefined;

/** Connects with the package `redis`. */
export async function connectRedis(url: string): Promise<RedisConnection> {
  const client = createClient({ url, disableOfflineQueue: true }).on("error", ignore);
  await client.connect();
  return { send: (command) => client.sendCommand([...command]), close: () => client.destroy() };
}

/** Connects with the package `ioredis`. */
export async function connectIoredis(url: string): Promise<RedisConnection> {
  const client = new Redis(url).on("error", ignore);
  await client.call("PING");
  return { send: ([name = "", ...values]) => client.call(name, values), close: () => client.disconnect() };
}

/** Makes a pool of the package `pg`, which connects when it is used. */
export const createPool = (connectionString: string, max = 10): Pool =>
  new Pool({ connectionString, max }).on("error", ignore);
