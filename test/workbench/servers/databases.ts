import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { createPostgres, noPostgres, query } from "./postgres.js";
import { createRedis, noRedis } from "./redis.js";

declare module "vitest" {
  interface ProvidedContext {
    /** The URLs of the servers that all test files share. Empty if there is none. */
    readonly postgresUrl: string;
    readonly redisUrl: string;
  }
}

/** Starts one PostgreSQL and one Redis for all tests. Only tests that crash their server start their own. */
export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const redis = noRedis === undefined ? await createRedis() : undefined;
  const postgres = noPostgres === undefined ? await createPostgres(["max_connections=500"]) : undefined;
  provide("redisUrl", redis?.url ?? "");
  provide("postgresUrl", postgres?.url ?? "");
  return async () => {
    postgres?.remove();
    await redis?.remove();
  };
}

export async function createDatabase(): Promise<string> {
  const url = new URL(inject("postgresUrl"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await query(url.href, `CREATE DATABASE ${name}`);
  url.pathname = name;
  return url.href;
}

/** All tests share the run's Redis, each with keys of its own. */
export const findRedis = (): string => inject("redisUrl");
