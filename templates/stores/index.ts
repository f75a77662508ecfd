export {
  createPostgresStore,
  createPostgresStoreSql,
  type PostgresClient,
  type PostgresStoreOptions,
} from "./postgres-store.js";
export { createRedisStore, type RedisStoreOptions, type SendToRedis } from "./redis-store.js";
