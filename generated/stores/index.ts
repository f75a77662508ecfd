// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
export {
  createPostgresStore,
  createPostgresStoreSql,
  type PostgresClient,
  type PostgresStoreOptions,
} from "./postgres.js";
export { createRedisStore, type RedisStoreOptions, type SendToRedis } from "./redis.js";
