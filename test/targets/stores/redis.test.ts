import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRedisStore } from "../../../templates/stores/index.js";
import { withReason } from "../../workbench/tools.js";
import { createRedis, noRedis, type RedisServer } from "../../workbench/servers/redis.js";
import { connectIoredis, connectRedis, noClients, type RedisConnection } from "./clients.js";
import { storeCases, type MakeStore } from "./contract.js";

const reason = noRedis ?? noClients;
const clients = [
  { name: "redis", connect: connectRedis },
  { name: "ioredis", connect: connectIoredis },
];

describe.skipIf(reason !== undefined).each(clients)(
  withReason("a store in Redis, with the client $name", reason),
  ({ connect }) => {
    let server: RedisServer;
    let connection: RedisConnection;
    let count = 0;
    const make: MakeStore = (quota) =>
      createRedisStore(connection.send, { ...quota, prefix: `test ${(count += 1)}:` });

    beforeAll(async () => {
      server = await createRedis();
      connection = await connect(server.url);
    });

    afterAll(async () => {
      connection.close();
      await server.remove();
    });

    it.each(storeCases)("$name", ({ holds }) => holds(make));

    it("leaves nothing behind when the last text of a subscription is over", async () => {
      const store = createRedisStore(connection.send, { prefix: "brief:" });
      const listKeys = () => connection.send(["KEYS", "brief:*"]) as Promise<string[]>;
      // All at once, on one connection: they are listed before any of them is over.
      const writing = ["1", "2", "3"].map((name) => store.set(`a.${name}`, "x", 2000));
      const [keys] = await Promise.all([
        Promise.resolve(store.add("a.4", "x", 1500)).then(listKeys),
        ...writing,
      ]);
      expect(keys).toHaveLength(6);
      while ((await listKeys()).length > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    });

    it("has all keys of a subscription in one slot of a cluster", async () => {
      const store = createRedisStore(connection.send, { prefix: "slots:" });
      await store.set("q0bXnUqS+vQ3oWkZ/8pYtA.1", "x", 1000);
      await store.set("q0bXnUqS+vQ3oWkZ/8pYtA.2", "x", 1000);
      const keys = (await connection.send(["KEYS", "slots:*"])) as string[];
      expect(keys).toHaveLength(4);
      expect(new Set(keys.map((key) => /\{(.*?)\}/.exec(key)?.[1]))).toEqual(
        new Set(["q0bXnUqS+vQ3oWkZ/8pYtA"]),
      );
    });
  },
);
