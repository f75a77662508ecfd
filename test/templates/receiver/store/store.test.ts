import { describe, expect, it } from "vitest";
import type { Store } from "../../../../templates/copied/receiver/store.js";
import { createMemoryStore } from "../../../../templates/copied/receiver/store.js";

const hour = 60 * 60 * 1000;

/** A number stands for a text of that length. */
function createWith(quota: object, texts: readonly (readonly [key: string, length: number])[]): Store {
  const store = createMemoryStore(quota);
  for (const [key, length] of texts) void store.set(key, "x".repeat(length), hour);
  return store;
}
const all = (...keys: string[]) => keys.map((key) => [key, 1] as const);

const tooLarge = "exceed the quota of one subscription";

describe("a store in memory", () => {
  it.each<[string, Store, kept: string[], gone: string[]]>([
    [
      "the oldest of the subscription that has too many, and nobody else's",
      createWith({ entries: 3 }, all("b.1", "a.1", "a.2", "a.3", "a.4", "a.5")),
      ["b.1", "a.3", "a.4", "a.5"],
      ["a.1"],
    ],
    [
      "by the memory of texts, not only how many there are",
      createWith({ bytes: 10_000 }, [
        ["a.1", 2000],
        ["a.2", 2000],
        ["a.3", 2000],
      ]),
      ["a.2", "a.3"],
      ["a.1"],
    ],
    [
      "what was not set again",
      createWith({ entries: 2 }, all("a.1", "a.2", "a.1", "a.3")),
      ["a.1", "a.3"],
      ["a.2"],
    ],
  ])("forgets %s", (_name, store, kept, gone) => {
    const found = [...kept, ...gone].filter((key) => store.add(key, "", hour) !== undefined);
    expect(found).toEqual(kept);
  });

  it("forgets deleted texts, and has room for more", () => {
    const store = createWith({ entries: 2 }, all("a.1", "a.2"));
    void store.delete("a.2");
    void store.delete("nobody.1");
    void store.set("a.3", "x", hour);
    expect([store.add("a.1", "", hour), store.add("a.3", "", hour)]).toEqual(["x", "x"]);
  });

  it.each([
    [{ bytes: 10_000 }, 10_000],
    // 1 KiB for each entry by default.
    [{ entries: 10 }, 10_000],
  ])("refuses a text that is larger than the quota %j, and forgets nothing for it", (quota, length) => {
    const store = createWith(quota, [["a.1", 4000]]);
    expect(() => store.set("a.2", "x".repeat(length), hour)).toThrow(tooLarge);
    expect(store.add("a.1", "", hour)).toHaveLength(4000);
  });

  it.each([50_000, null, "10"])("takes no %j", (quota) => {
    expect(() => createMemoryStore(quota as never)).toThrow("createMemoryStore expects { entries, bytes }");
  });

  it.each([{ entries: 0 }, { entries: 1.5 }, { bytes: -1 }, { bytes: NaN }])(
    "refuses the quota %j",
    (quota) => {
      expect(() => createMemoryStore(quota)).toThrow("must be a whole number of 1 or more");
    },
  );
});
