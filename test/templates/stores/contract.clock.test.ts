import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../templates/copied/receiver/base/store.js";
import { createPostgresStore, createRedisStore } from "../../../templates/copied/stores/index.js";
import { templates } from "../../workbench/emit.js";
import { useVirtualTime } from "../../workbench/virtual-time.js";
import { itMeetsTheContract } from "./contract.js";

useVirtualTime();

describe("a store in memory", () => {
  itMeetsTheContract(createMemoryStore);

  it("has 1 KiB for each entry unless the quota says otherwise", () => {
    const store = createMemoryStore({ entries: 10 });
    void store.set("a.1", "x".repeat(4000), 1000);
    expect(() => store.set("a.2", "x".repeat(10_000), 1000)).toThrow("exceed the quota of one subscription");
    for (const key of ["nobody.1", "a.2"]) void store.delete(key);
    expect(store.add("a.1", "", 1000)).toHaveLength(4000);
  });

  it.each([50_000, null, "10"])("refuses the option %j", (quota) => {
    expect(() => createMemoryStore(quota as never)).toThrow("createMemoryStore expects { entries, bytes }");
  });
});

const unused = { query: () => Promise.reject(new Error("unused")) };

it.each(["Shop", "1shop", "", 'a"b', "a b", "a".repeat(64)])("a store refuses the schema %j", (schema) => {
  expect(() => createPostgresStore(unused, { schema })).toThrow("schema must be at most 63 characters");
});

it.each([{ entries: 0 }, { bytes: 1.5 }, { bytes: NaN }])("a store refuses the quota %j", (quota) => {
  const message = "must be a whole number of 1 or more";
  expect(() => createMemoryStore(quota)).toThrow(message);
  expect(() => createPostgresStore(unused, quota)).toThrow(message);
  expect(() => createRedisStore(unused.query, quota)).toThrow(message);
});

it("a store imports nothing but the output", () => {
  const own = [...templates].filter(([path]) => path.startsWith("stores/") && path.endsWith(".ts"));
  const imports = own.flatMap(([, text]) => [...text.matchAll(/ from "([^"]+)"/g)].map(([, from]) => from));
  expect(imports).toContain("../receiver/base/store.js");
  expect(imports.filter((from) => from?.startsWith(".") !== true)).toEqual([]);
});
