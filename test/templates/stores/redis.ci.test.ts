import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRedisStore } from "../../../templates/copied/stores/index.js";
import { withReason } from "../../workbench/tools.js";
import { findRedis } from "../../workbench/servers/databases.js";
import { noRedis } from "../../workbench/servers/redis.js";
import { connectIoredis, connectRedis, type RedisConnection } from "./clients.js";
import { itMeetsTheContract, race } from "./contract.js";

const clients = { redis: connectRedis, ioredis: connectIoredis };

describe.skipIf(noRedis !== undefined).each(Object.entries(clients))(
  withReason("a store in Redis, with the client %s", noRedis),
  (name, connect) => {
    let connection: RedisConnection;
    let count = 0;
    function make(quota = {}) {
      const prefix = `${name} ${(count += 1)}:`;
      const store = createRedisStore(connection.send, { ...quota, prefix });
      return {
        store,
        prefix,
        listKeys: () => connection.send(["KEYS", `${prefix}*`]) as Promise<string[]>,
      };
    }

    beforeAll(async () => {
      connection = await connect(findRedis());
    });
    afterAll(() => connection.close());

    itMeetsTheContract((quota) => make(quota).store);

    it("has one winner among concurrent callers with connections of their own", async () => {
      const others = await Promise.all([1, 2, 3].map(() => connect(findRedis())));
      const { prefix } = make();
      const stores = others.map(({ send }) => createRedisStore(send, { prefix }));
      for (const key of ["a.1", "a.2"]) await race(stores, key);
      for (const other of others) other.close();
    });

    it("leaves nothing behind, and has all keys of a subscription in one slot of a cluster", async () => {
      const { store, listKeys } = make();
      const owner = "q0bXnUqS+vQ3oWkZ/8pYtA";
      for (const each of ["1", "2", "3"]) await store.set(`${owner}.${each}`, "x", 20_000);
      await store.add(`${owner}.4`, "x", 60_000);
      const keys = await listKeys();
      expect(keys).toHaveLength(5);
      expect(new Set(keys.map((key) => /\{(.*?)\}/.exec(key)?.[1]))).toEqual(new Set([owner]));
      // Every entry expires, and none outlives the last text.
      const left = await Promise.all(keys.map((key) => connection.send(["PTTL", key])));
      expect(left.filter((each) => Number(each) <= 0 || Number(each) > 60_000)).toEqual([]);
    });

    it("stays near its quota while a subscription writes a great deal", async () => {
      const { store, listKeys } = make({ entries: 160 });
      for (let each = 0; each < 1000; each += 1) await store.add(`a.${each}`, "x", 60_000);
      const { length } = await listKeys();
      // Each write trims with a probability of a tenth. It is practically impossible that none of 300 writes does.
      expect([length > 160, length < 460]).toEqual([true, true]);
    });

    it("keeps a text that takes more bytes in Redis than in a process", async () => {
      const { store } = make({ bytes: 10_000 });
      await store.set("a.1", "语".repeat(4800), 60_000);
      expect(await store.add("a.1", "x", 60_000)).toBe("语".repeat(4800));
    });
  },
);
