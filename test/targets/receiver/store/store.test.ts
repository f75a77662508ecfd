import { describe, expect, it } from "vitest";
import { decodeSecrets } from "../../../../templates/receiver/auth/secret.js";
import { sealStore } from "../../../../templates/receiver/store/sealed-store.js";
import type { Store } from "../../../../templates/receiver/api/store.js";
import { createMemoryStore } from "../../../../templates/receiver/store/memory-store.js";
import { otherSecret, secret } from "../fixture.js";

const hour = 60 * 60 * 1000;

/** Which of these keys a store still has. */
const kept = (store: Store, keys: readonly string[]): string[] =>
  keys.filter((key) => store.add(key, "", hour) !== undefined);

describe("a store in memory", () => {
  it("forgets the oldest of the subscription that has too many, and nobody else's", () => {
    const store = createMemoryStore({ entries: 3 });
    void store.set("b.1", "x", hour);
    for (const name of ["1", "2", "3", "4", "5"]) void store.set(`a.${name}`, "x", hour);
    expect(kept(store, ["a.3", "a.4", "a.5"])).toEqual(["a.3", "a.4", "a.5"]);
    expect(kept(store, ["b.1"])).toEqual(["b.1"]);
    expect(kept(store, ["a.1"])).toEqual([]);
  });

  it("counts the memory of texts, not only how many there are", () => {
    const store = createMemoryStore({ bytes: 10_000 });
    for (const name of ["1", "2", "3"]) void store.set(`a.${name}`, "x".repeat(2000), hour);
    expect(kept(store, ["a.2", "a.3"])).toEqual(["a.2", "a.3"]);
    expect(kept(store, ["a.1"])).toEqual([]);
  });

  it("makes a text that is set again the newest, and counts it once", () => {
    const store = createMemoryStore({ entries: 2 });
    for (const name of ["1", "2", "1", "3"]) void store.set(`a.${name}`, "x", hour);
    expect(kept(store, ["a.1", "a.3"])).toEqual(["a.1", "a.3"]);
  });

  it("refuses a text that is larger than the quota, and forgets nothing for it", () => {
    const store = createMemoryStore({ bytes: 10_000 });
    void store.set("a.1", "x", hour);
    expect(() => store.set("a.2", "x".repeat(10_000), hour)).toThrow(
      "more than the quota of one subscription",
    );
    expect(kept(store, ["a.1"])).toEqual(["a.1"]);
  });

  it("forgets deleted texts, and has room for more", () => {
    const store = createMemoryStore({ entries: 2 });
    for (const name of ["1", "2"]) void store.set(`a.${name}`, "x", hour);
    void store.delete("a.2");
    void store.delete("nobody.1");
    void store.set("a.3", "x", hour);
    expect(kept(store, ["a.1", "a.3"])).toEqual(["a.1", "a.3"]);
  });

  it.each([50_000, null, "10"])("takes no %j: its argument was a number once", (quota) => {
    expect(() => createMemoryStore(quota as never)).toThrow("createMemoryStore takes { entries, bytes }");
  });

  it("takes 1 KiB for each entry by default", () => {
    const store = createMemoryStore({ entries: 10 });
    void store.set("a.1", "x".repeat(4000), hour);
    expect(() => store.set("a.2", "x".repeat(6000), hour)).toThrow("more than the quota of one subscription");
  });

  it.each([{ entries: 0 }, { entries: 1.5 }, { bytes: -1 }, { bytes: NaN }])(
    "refuses the quota %j",
    (quota) => {
      expect(() => createMemoryStore(quota)).toThrow("must be a whole number of 1 or more");
    },
  );
});

describe("a sealed store", () => {
  const subscription = { id: "shop-12", name: undefined, keys: decodeSecrets(secret), version: undefined };

  /** A store that can be written to behind the receiver's back. */
  function createOpenStore() {
    const texts = new Map<string, string>();
    const store: Store = {
      add: (key, text) => {
        const before = texts.get(key);
        if (before === undefined) texts.set(key, text);
        return before;
      },
      set: (key, text) => texts.set(key, text),
      delete: (key) => texts.delete(key),
    };
    return { texts, sealed: sealStore(store) };
  }

  it("returns the texts that were put there", async () => {
    const { sealed } = createOpenStore();
    const key = { key: "a.1", subscription };
    expect(await sealed.add(key, "first", hour)).toBeUndefined();
    expect(await sealed.add(key, "second", hour)).toBe("first");
    await sealed.set(key, "third {} ", hour);
    expect(await sealed.add(key, "", hour)).toBe("third {} ");
    await sealed.delete(key);
    expect(await sealed.add(key, "", hour)).toBeUndefined();
  });

  it.each<[string, (text: string) => string]>([
    ["without a seal", () => '200 {"event":{}}'],
    ["with the seal of another text", (text) => `${text.split(" ")[0]} 200 {"event":{}}`],
    ["cut off", (text) => text.slice(0, -1)],
    ["that is empty", () => ""],
  ])("has nothing where somebody else has put a text %s", async (_name, forge) => {
    const { sealed, texts } = createOpenStore();
    const key = { key: "a.1", subscription };
    await sealed.set(key, "200 {}", hour);
    texts.set("a.1", forge(texts.get("a.1") ?? ""));
    expect(await sealed.add(key, "", hour)).toBeUndefined();
  });

  it("returns nothing for a text that was moved from another key, or another shop", async () => {
    const { sealed, texts } = createOpenStore();
    const other = { ...subscription, keys: decodeSecrets(otherSecret) };
    await sealed.set({ key: "a.1", subscription }, "200 {}", hour);
    texts.set("a.2", texts.get("a.1") ?? "");
    expect(await sealed.add({ key: "a.2", subscription }, "", hour)).toBeUndefined();
    expect(await sealed.add({ key: "a.1", subscription: other }, "", hour)).toBeUndefined();
    expect(await sealed.add({ key: "a.1", subscription }, "", hour)).toBe("200 {}");
  });
});
