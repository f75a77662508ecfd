import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPostgresStore, createPostgresStoreSql } from "../../../templates/copied/stores/index.js";
import type { PostgresClient } from "../../../templates/copied/stores/index.js";
import { withReason } from "../../workbench/tools.js";
import { createDatabase } from "../../workbench/servers/databases.js";
import { noPostgres } from "../../workbench/servers/postgres.js";
import { createPool } from "./clients.js";
import { itMeetsTheContract, race } from "./contract.js";

const hour = 60 * 60 * 1000;
interface Database {
  readonly client: PostgresClient;
  readonly close: () => Promise<void>;
  readonly url: string;
}
async function openLite(): Promise<Database> {
  const lite = await PGlite.create();
  return { client: lite, close: () => lite.close(), url: "" };
}
async function openServer(): Promise<Database> {
  const url = await createDatabase();
  const pool = createPool(url);
  return { client: pool, close: () => pool.end(), url };
}
const databases = [
  { name: "PGlite", reason: undefined, open: openLite },
  { name: "PostgreSQL", reason: noPostgres, open: openServer },
];

for (const { name, reason, open } of databases)
  describe.skipIf(reason !== undefined)(withReason(`a store in ${name}`, reason), () => {
    let database: Database;
    let count = 0;
    const query: PostgresClient["query"] = (text, values) => database.client.query(text, values);
    const make = (quota = {}, schema = `store_${(count += 1)}`) =>
      createPostgresStore({ query }, { ...quota, schema });

    beforeAll(async () => (database = await open()));
    afterAll(() => database.close());

    itMeetsTheContract(make);

    // Each write trims with a probability of a tenth. Almost certainly, at least one of 300 writes does.
    it("removes expired entries of all owners, and stays near its quota", async () => {
      const store = make({ entries: 160 }, "crowd");
      for (let each = 0; each < 300; each += 1) await store.add(`quiet.${each}`, "x", 30_000);
      await query("UPDATE crowd.entries SET expires = expires - interval '1 minute'", []);
      for (let each = 0; each < 1000; each += 1) await store.add(`busy.${each}`, "x", 60_000);
      const { rows } = await query("SELECT owner, count(*)::int FROM crowd.entries GROUP BY owner", []);
      expect(rows).toEqual([{ owner: "busy", count: expect.any(Number) as number }]);
      const { count: kept } = rows[0] as { count: number };
      expect([kept >= 160, kept < 460]).toEqual([true, true]);
    });

    it("creates its table again after it failed to, or after somebody dropped it", async () => {
      const store = make({}, "dropped");
      await store.add("a.1", "x", 1000);
      await query("DROP SCHEMA dropped CASCADE", []);
      await expect(store.add("a.1", "x", 1000)).rejects.toThrow("does not exist");
      expect(await store.add("a.1", "x", 1000)).toBeUndefined();
    });

    if (name === "PGlite") return;

    it("is created once by 20 processes that start at once", async () => {
      const pools = Array.from({ length: 20 }, () => createPool(database.url, 1));
      for (const schema of ["crowd_1", "crowd_2", "crowd_3"]) {
        const stores = pools.map((each) => createPostgresStore(each, { schema }));
        await race(stores, "a.1");
      }
      await Promise.all(pools.map((each) => each.end()));
    });

    it("repeats statements that a database with serializable transactions rejects", async () => {
      const { pathname } = new URL(await createDatabase());
      const other = pathname.slice(1);
      await query(`ALTER DATABASE ${other} SET default_transaction_isolation = serializable`, []);
      const serializable = createPool(database.url.replace(/[^/]*$/, other));
      for (const each of ["a.1", "a.2", "a.3"]) await race([createPostgresStore(serializable)], each);
      await serializable.end();
    });

    it("needs no right to create anything if its table exists", async () => {
      await query(createPostgresStoreSql("prepared"), []);
      await query("CREATE ROLE shopkeeper LOGIN", []);
      await query("GRANT USAGE ON SCHEMA prepared TO shopkeeper", []);
      await query("GRANT SELECT, INSERT, UPDATE, DELETE ON prepared.entries TO shopkeeper", []);
      const own = createPool(database.url.replace("postgres@", "shopkeeper@"));
      const store = createPostgresStore(own, { schema: "prepared" });
      expect(await store.add("a.1", "x", hour)).toBeUndefined();
      await store.set("a.1", "y", hour);
      expect(await store.add("a.1", "x", hour)).toBe("y");
      await store.delete("a.1");
      const adding = createPostgresStore(own, { schema: "other" }).add("a.1", "x", hour);
      await expect(adding).rejects.toThrow("permission denied");
      await own.end();
    });

    it("does not deadlock while many write the same few keys", async () => {
      const store = make({ entries: 20 });
      const writes = Array.from({ length: 4000 }, (_, index) => {
        const each = `shop${index % 2}.${(index * 7919) % 60}`;
        if (index % 5 === 0) return store.delete(each);
        return index % 2 === 0 ? store.set(each, `x${index}`, 30) : store.add(each, "x", 30);
      });
      expect((await Promise.allSettled(writes)).filter(({ status }) => status === "rejected")).toEqual([]);
    });
  });
