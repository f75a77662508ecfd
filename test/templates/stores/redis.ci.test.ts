import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRedisStore } from "../../../templates/copied/stores/index.js";
import { withReason } from "../../workbench/tools.js";
import { findRedis } from "../../workbench/servers/databases.js";
import { noRedis } from "../../workbench/servers/redis.js";
import { connectIoredis, connectRedis, type RedisConnection } from "./clients.js";
import { holdEach, race, type MakeStore } from "./contract.js";

const clients = [
  { name: "redis", connect: connectRedis },
  { name: "ioredis", connect: connectIoredis },
];

describe.skipIf(noRedis !== undefined).each(clients)(
  withReason("a store in Redis, with the client $name", noRedis),
  ({ name, connect }) => {
    let connection: RedisConnection;
    let count = 0;
    const make: MakeStore = (quota) =>
      createRedisStore(connection.send, { ...quota, prefix: `${name} ${(count += 1)}:` });

    beforeAll(async () => {
      connection = await connect(findRedis());
    });

    afterAll(() => connection.close());

    holdEach(make);

    it("has one winner among those who come at once by connections of their own", async () => {
      const others = await Promise.all([1, 2, 3].map(() => connect(findRedis())));
      const stores = others.map(({ send }) => createRedisStore(send, { prefix: `${name} race:` }));
      for (const key of ["a.1", "a.2"]) await race(stores, key);
      for (const other of others) other.close();
    });

    const listKeys = (prefix: string) => connection.send(["KEYS", `${prefix}*`]) as Promise<string[]>;

    it("leaves nothing behind when the last text of a subscription is over", async () => {
      const prefix = `${name} brief:`;
      const store = createRedisStore(connection.send, { prefix });
      for (const each of ["1", "2", "3"]) await store.set(`a.${each}`, "x", 20_000);
      await store.add("a.4", "x", 60_000);
      const keys = await listKeys(prefix);
      expect(keys).toHaveLength(5);
      const left = await Promise.all(keys.map((key) => connection.send(["PTTL", key])));
      // Every entry expires, and none outlives the last text.
      expect(left.filter((each) => Number(each) <= 0 || Number(each) > 60_000)).toEqual([]);
      await Promise.all(keys.map((key) => connection.send(["PEXPIREAT", key, "1"])));
      expect(await store.add("a.4", "anew", 60_000)).toBeFalsy();
    });

    it("keeps a subscription near its quota while it writes a great deal", async () => {
      const prefix = `${name} crowd:`;
      const store = createRedisStore(connection.send, { prefix, entries: 160 });
      for (let each = 0; each < 1000; each += 1) await store.add(`a.${each}`, "x", 60_000);
      const { length } = await listKeys(prefix);
      expect(length).toBeGreaterThan(160);
      // Each write trims with a probability of a tenth. It is practically impossible that none of 300 writes does.
      expect(length).toBeLessThan(460);
    });

    it("keeps a text that takes more bytes in Redis than in a process", async () => {
      const store = createRedisStore(connection.send, { prefix: `${name} wide:`, bytes: 10_000 });
      await store.set("a.1", "语".repeat(4800), 60_000);
      expect(await store.add("a.1", "x", 60_000)).toBe("语".repeat(4800));
    });

    it("has all keys of a subscription in one slot of a cluster", async () => {
      const prefix = `${name} slots:`;
      const store = createRedisStore(connection.send, { prefix });
      for (const each of ["1", "2"]) await store.set(`q0bXnUqS+vQ3oWkZ/8pYtA.${each}`, "x", 60_000);
      const keys = await listKeys(prefix);
      expect(keys).toHaveLength(3);
      expect(new Set(keys.map((key) => /\{(.*?)\}/.exec(key)?.[1]))).toEqual(
        new Set(["q0bXnUqS+vQ3oWkZ/8pYtA"]),
      );
    });
  },
);
