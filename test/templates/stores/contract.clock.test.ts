import { describe, expect, it } from "vitest";
import { createMemoryStore } from "../../../templates/copied/receiver/store.js";
import { createPostgresStore, createRedisStore } from "../../../templates/copied/stores/index.js";
import { templates } from "../../workbench/emit.js";
import { useVirtualTime } from "../../workbench/virtual-time.js";
import { holdEach } from "./contract.js";

useVirtualTime();

describe("a store in memory", () => holdEach(createMemoryStore));

describe("the options of a store", () => {
  const unused = { query: () => Promise.reject(new Error("unused")) };
  const send = unused.query;

  it.each(["Shop", "1shop", "", 'a"b', "a b", "a".repeat(64)])("refuse the schema %j", (schema) => {
    expect(() => createPostgresStore(unused, { schema })).toThrow("schema must be at most 63 characters");
  });

  it.each([{ entries: 0 }, { bytes: 1.5 }])("refuse the quota %j", (quota) => {
    expect(() => createPostgresStore(unused, quota)).toThrow("must be a whole number of 1 or more");
    expect(() => createRedisStore(send, quota)).toThrow("must be a whole number of 1 or more");
  });
});

it("imports nothing but the output", () => {
  const own = [...templates].filter(([path]) => path.startsWith("stores/") && path.endsWith(".ts"));
  const imports = own.flatMap(([, text]) => [...text.matchAll(/ from "([^"]+)"/g)].map(([, from]) => from));
  expect(imports).toContain("../receiver/store.js");
  expect(imports.filter((from) => from?.startsWith(".") !== true)).toEqual([]);
});
