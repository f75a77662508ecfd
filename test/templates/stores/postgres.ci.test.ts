import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPostgresStore, createPostgresStoreSql } from "../../../templates/copied/stores/index.js";
import { withReason } from "../../workbench/tools.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { createPool } from "./clients.js";
import { holdEach, race, type MakeStore } from "./contract.js";

const hour = 60 * 60 * 1000;

describe.skipIf(noPostgres !== undefined)(withReason("a store in PostgreSQL", noPostgres), () => {
  let url: string;
  let pool: ReturnType<typeof createPool>;
  let count = 0;
  const make: MakeStore = (quota) => createPostgresStore(pool, { ...quota, schema: `store_${(count += 1)}` });

  beforeAll(async () => {
    url = await createDatabase();
    pool = createPool(url);
  });

  afterAll(() => pool.end());

  holdEach(make);

  it("is created once by 20 who come at once", async () => {
    const pools = Array.from({ length: 20 }, () => createPool(url, 1));
    for (const schema of ["crowd_1", "crowd_2", "crowd_3"]) {
      const stores = pools.map((each) => createPostgresStore(each, { schema }));
      await race(stores, "a.1");
    }
    await Promise.all(pools.map((each) => each.end()));
  });

  it("repeats what a database refuses whose transactions are serializable by default", async () => {
    const { pathname } = new URL(await createDatabase());
    const name = pathname.slice(1);
    await pool.query(`ALTER DATABASE ${name} SET default_transaction_isolation = serializable`, []);
    const serializable = createPool(url.replace(/[^/]*$/, name));
    for (const each of ["a.1", "a.2", "a.3"]) await race([createPostgresStore(serializable)], each);
    await serializable.end();
  });

  it("needs no right to create anything where its table is", async () => {
    await pool.query(createPostgresStoreSql("prepared"), []);
    await pool.query("CREATE ROLE shopkeeper LOGIN", []);
    await pool.query("GRANT USAGE ON SCHEMA prepared TO shopkeeper", []);
    await pool.query("GRANT SELECT, INSERT, UPDATE, DELETE ON prepared.entries TO shopkeeper", []);
    const own = createPool(url.replace("postgres@", "shopkeeper@"));
    const store = createPostgresStore(own, { schema: "prepared" });
    expect(await store.add("a.1", "x", hour)).toBeUndefined();
    await store.set("a.1", "y", hour);
    expect(await store.add("a.1", "x", hour)).toBe("y");
    await store.delete("a.1");
    await expect(createPostgresStore(own, { schema: "other" }).add("a.1", "x", hour)).rejects.toThrow(
      "permission denied",
    );
    await own.end();
  });

  it("keeps to its quotas without a deadlock while many write the same few keys", async () => {
    const store = await make({ entries: 20 });
    const writes = Array.from({ length: 4000 }, (_, index) => {
      const key = `shop${index % 2}.${(index * 7919) % 60}`;
      if (index % 5 === 0) return store.delete(key);
      return index % 2 === 0 ? store.set(key, `x${index}`, 30) : store.add(key, "x", 30);
    });
    expect((await Promise.allSettled(writes)).filter(({ status }) => status === "rejected")).toEqual([]);
  });
});
