export {
  createPostgresStore,
  createPostgresStoreSql,
  type PostgresClient,
  type PostgresStoreOptions,
} from "./postgres.js";
export { createRedisStore, type RedisStoreOptions, type SendToRedis } from "./redis.js";
