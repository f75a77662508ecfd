import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Store } from "../../../templates/receiver/api/store.js";
import { createMemoryStore } from "../../../templates/receiver/store/memory-store.js";
import { createPostgresStore, createRedisStore } from "../../../templates/stores/index.js";
import { storeCases, type MakeStore } from "./contract.js";

describe("a store in memory", () => {
  it.each(storeCases)("$name", ({ holds }) => holds(createMemoryStore));
});

describe("a store in PGlite", () => {
  let database: PGlite;
  let count = 0;
  const make: MakeStore = (quota) =>
    createPostgresStore(database, { ...quota, schema: `store_${(count += 1)}` });

  beforeAll(async () => {
    database = await PGlite.create();
  });

  afterAll(() => database.close());

  it.each(storeCases)("$name", ({ holds }) => holds(make));

  it("removes what is over, of whomever, in the course of writing", async () => {
    const store = createPostgresStore(database, { schema: "sweeping" });
    for (let name = 0; name < 300; name += 1) await store.add(`quiet.${name}`, "x", 1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    for (let name = 0; name < 300; name += 1) await store.add(`busy.${name}`, "x", 60_000);
    const { rows } = await database.query("SELECT DISTINCT owner FROM sweeping.entries");
    expect(rows).toEqual([{ owner: "busy" }]);
  });

  it("keeps a subscription near its quota while it writes a great deal", async () => {
    const store = createPostgresStore(database, { schema: "crowd", entries: 160 });
    for (let name = 0; name < 1000; name += 1) await store.add(`crowd.${name}`, "x", 60_000);
    const { rows } = await database.query<{ count: number }>("SELECT count(*)::int FROM crowd.entries");
    expect(rows[0]?.count).toBeGreaterThanOrEqual(160);
    expect(rows[0]?.count).toBeLessThan(170);
  });

  it("tries again to create its table after it could not", async () => {
    let isThere = false;
    const query: PGlite["query"] = (...call) =>
      isThere ? database.query(...call) : Promise.reject(new Error("it is not there"));
    const store = createPostgresStore({ query }, { schema: "later" });
    await expect(store.add("a.1", "x", 1000)).rejects.toThrow("it is not there");
    isThere = true;
    expect(await store.add("a.1", "x", 1000)).toBeUndefined();
  });
});

describe("a store that reads first and writes then", () => {
  const makeRacy: MakeStore = (quota): Store => {
    const memory = createMemoryStore(quota);
    const known = new Map<string, string>();
    return {
      ...memory,
      async add(key, text, milliseconds) {
        const found = known.get(key);
        await Promise.resolve();
        if (found !== undefined) return found;
        known.set(key, text);
        return void memory.set(key, text, milliseconds);
      },
    };
  };

  it("does not pass for one", async () => {
    const races = storeCases.filter(({ name }) => name.startsWith("lets one of 50 win"));
    expect(races).toHaveLength(2);
    for (const { holds } of races) await expect(holds(makeRacy)).rejects.toThrow("to have a length of 1");
  });
});

describe("the options of a store", () => {
  const unused = { query: () => Promise.reject(new Error("unused")) };
  const send = unused.query;

  it.each(["Shop", "1shop", "", 'a"b', "a b", "a".repeat(64)])("refuse the schema %j", (schema) => {
    expect(() => createPostgresStore(unused, { schema })).toThrow("schema must be a name");
  });

  it.each([{ entries: 0 }, { bytes: 1.5 }])("refuse the quota %j", (quota) => {
    expect(() => createPostgresStore(unused, quota)).toThrow("must be a whole number of 1 or more");
    expect(() => createRedisStore(send, quota)).toThrow("must be a whole number of 1 or more");
  });
});
