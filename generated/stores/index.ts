// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

export {
  createPostgresStore,
  createPostgresStoreSql,
  type PostgresClient,
  type PostgresStoreOptions,
} from "./postgres.js";
export { createRedisStore, type RedisStoreOptions, type SendToRedis } from "./redis.js";
