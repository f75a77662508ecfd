import { Redis } from "ioredis";
import { Pool } from "pg";
import { createClient } from "redis";
import type { SendToRedis } from "../../../templates/copied/stores/redis.js";

export interface RedisConnection {
  readonly send: SendToRedis;
  close(): void;
}

const ignore = (): void => undefined;

export async function connectRedis(url: string): Promise<RedisConnection> {
  const client = createClient({ url, disableOfflineQueue: true }).on("error", ignore);
  await client.connect();
  return { send: (command) => client.sendCommand([...command]), close: () => client.destroy() };
}

export async function connectIoredis(url: string): Promise<RedisConnection> {
  const client = new Redis(url).on("error", ignore);
  await client.call("PING");
  return { send: ([name = "", ...values]) => client.call(name, values), close: () => client.disconnect() };
}

export const createPool = (connectionString: string, max = 10): Pool =>
  new Pool({ connectionString, max }).on("error", ignore);
