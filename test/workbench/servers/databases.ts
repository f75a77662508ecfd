import { randomUUID } from "node:crypto";
import { inject } from "vitest";
import type { TestProject } from "vitest/node";
import { createPostgres, noPostgres, query } from "./postgres.js";
import { createRedis, noRedis } from "./redis.js";

declare module "vitest" {
  interface ProvidedContext {
    /** Of the servers that all test files of a run share; empty where there is none. */
    readonly postgresUrl: string;
    readonly redisUrl: string;
  }
}

/** Set up once a run: one PostgreSQL and one Redis. Only a test that crashes its server has one of its own. */
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

/** A new database in the PostgreSQL of this run. */
export async function createDatabase(): Promise<string> {
  const url = new URL(inject("postgresUrl"));
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await query(url.href, `CREATE DATABASE ${name}`);
  url.pathname = name;
  return url.href;
}

/** The Redis of this run, where each test has keys of its own. */
export const findRedis = (): string => inject("redisUrl");
