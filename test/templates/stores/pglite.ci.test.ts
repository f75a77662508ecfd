import { PGlite } from "@electric-sql/pglite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createPostgresStore } from "../../../templates/copied/stores/index.js";
import { holdEach, type MakeStore } from "./contract.js";

describe("a store in PGlite", () => {
  let database: PGlite;
  let count = 0;
  const make: MakeStore = (quota) =>
    createPostgresStore(database, { ...quota, schema: `store_${(count += 1)}` });

  beforeAll(async () => {
    database = await PGlite.create();
  });

  afterAll(() => database.close());

  holdEach(make);

  // Each write trims with a probability of a tenth. Almost certainly, at least one of 300 writes does.
  it("removes expired entries of all owners in the course of writing", async () => {
    const store = createPostgresStore(database, { schema: "sweeping", entries: 160 });
    for (let name = 0; name < 300; name += 1) await store.add(`quiet.${name}`, "x", 30_000);
    await database.query("UPDATE sweeping.entries SET expires = expires - interval '1 minute'");
    for (let name = 0; name < 300; name += 1) await store.add(`busy.${name}`, "x", 60_000);
    const { rows } = await database.query("SELECT DISTINCT owner FROM sweeping.entries");
    expect(rows).toEqual([{ owner: "busy" }]);
  });

  it("keeps a subscription near its quota while it writes a great deal", async () => {
    const store = createPostgresStore(database, { schema: "crowd", entries: 160 });
    for (let name = 0; name < 1000; name += 1) await store.add(`crowd.${name}`, "x", 60_000);
    const { rows } = await database.query<{ count: number }>("SELECT count(*)::int FROM crowd.entries");
    expect(rows[0]?.count).toBeGreaterThanOrEqual(160);
    expect(rows[0]?.count).toBeLessThan(460);
  });

  it("creates its table again when somebody has dropped it", async () => {
    const store = createPostgresStore(database, { schema: "dropped" });
    await store.add("a.1", "x", 1000);
    await database.query("DROP SCHEMA dropped CASCADE");
    await expect(store.add("a.1", "x", 1000)).rejects.toThrow("does not exist");
    expect(await store.add("a.1", "x", 1000)).toBeUndefined();
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
