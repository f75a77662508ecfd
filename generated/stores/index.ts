// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

// @ts-nocheck Held by the tests of mplus-codegen.
/* eslint-disable */
export {
  createPostgresStore,
  createPostgresStoreSql,
  type PostgresClient,
  type PostgresStoreOptions,
} from "./postgres-store.js";
export { createRedisStore, type RedisStoreOptions, type SendToRedis } from "./redis-store.js";
