import { expect } from "vitest";
import type { Quota, Store } from "../../../templates/receiver/api/store.js";

/** Makes an empty store, which nothing else uses. */
export type MakeStore = (quota?: Quota) => Store | Promise<Store>;

/** Something that every store does. */
export interface StoreCase {
  readonly name: string;
  /** Rejects if this store does not. */
  readonly holds: (make: MakeStore) => Promise<void>;
}

const hour = 60 * 60 * 1000;

/** As the receiver makes them: the fingerprint of a subscription, a dot, a digest in base64. */
const shop = "q0bXnUqS+vQ3oWkZ/8pYtA";
const otherShop = "Zk1n/3mB0u9cJ+4sH2rEwQ";
const toKey = (name: number | string, owner = shop): string =>
  `${owner}.${Buffer.from(`digest of ${name}`.padEnd(32)).toString("base64")}`;

const key = toKey("one");

/** Which of these keys a store has, in turn. Asking for one that it has changes nothing. */
async function listKept(store: Store, names: readonly number[], owner = shop): Promise<number[]> {
  const kept: number[] = [];
  for (const name of names) if (await store.add(toKey(name, owner), "asked", hour)) kept.push(name);
  return kept;
}

async function setAll(store: Store, names: readonly number[], text = "x"): Promise<void> {
  for (const name of names) await store.set(toKey(name), text, hour);
}

/** Until the text of a key is over, as the store's own clock has it. */
async function waitUntilOver(store: Store, name: string, next: string): Promise<void> {
  while (await store.add(name, next, hour)) await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Texts that come back as they were. */
const texts: Readonly<Record<string, string>> = {
  "an empty text": "",
  "a text of JSON": JSON.stringify([200, "", JSON.stringify({ message: [{ message: 'Say "hi"\n' }] })]),
  "escapes of NUL and of half a pair": JSON.stringify("\u0000 \ud800 \\u0000"),
  "other characters": "🎁 Ünïcödé ’ \u2028 \u007f \u0001 {} $1 ' \" \\ % ; --",
  "a text of a megabyte": "0123456789abcdef".repeat(65_536),
  "a megabyte of emoji": "🎁".repeat(262_144),
};

/** What every store does, whatever it is in. */
export const storeCases: readonly StoreCase[] = [
  {
    name: "adds a text, and tells everybody later of the first one",
    async holds(make) {
      const store = await make();
      expect(await store.add(key, "first", hour)).toBeFalsy();
      expect(await store.add(key, "second", hour)).toBe("first");
      expect(await store.add(key, "third", hour)).toBe("first");
      expect(await store.add(toKey("two"), "other", hour)).toBeFalsy();
    },
  },
  {
    name: "replaces a text that is set again",
    async holds(make) {
      const store = await make();
      await store.add(key, "running", hour);
      await store.set(key, "done", hour);
      expect(await store.add(key, "again", hour)).toBe("done");
      await store.set(key, "changed", hour);
      expect(await store.add(key, "again", hour)).toBe("changed");
    },
  },
  {
    name: "deletes, also what is not there",
    async holds(make) {
      const store = await make();
      await store.set(key, "x", hour);
      await store.delete(key);
      await store.delete(key);
      expect(await store.add(key, "anew", hour)).toBeFalsy();
      expect(await store.add(key, "again", hour)).toBe("anew");
    },
  },
  {
    name: "forgets when the time is over, and a new time begins with a new text",
    async holds(make) {
      const store = await make();
      await store.add(key, "short", 60);
      await waitUntilOver(store, key, "next");
      expect(await store.add(key, "late", 60)).toBe("next");
      await store.set(key, "short again", 60);
      await waitUntilOver(store, key, "last");
      expect(await store.add(key, "late", 60)).toBe("last");
    },
  },
  {
    name: "keeps the time of the first, not of those who ask",
    async holds(make) {
      const store = await make();
      await store.add(key, "long", hour);
      await store.add(key, "short", 1);
      await store.add(toKey("as short"), "short", 1);
      await waitUntilOver(store, toKey("as short"), "next");
      expect(await store.add(key, "late", 1)).toBe("long");
    },
  },
  ...Object.entries(texts).map(([name, text]) => ({
    name: `gives back ${name}`,
    async holds(make: MakeStore) {
      const store = await make({ bytes: 8 * 1024 * 1024 });
      expect(await store.add(key, text, hour)).toBeFalsy();
      expect((await store.add(key, "other", hour)) === text).toBe(true);
      await store.set(key, text, hour);
      expect((await store.add(key, "other", hour)) === text).toBe(true);
    },
  })),
  {
    name: "lets one of 50 win who come at once, and tells the others its text",
    async holds(make) {
      const store = await make();
      for (const round of [1, 2, 3]) await race(store, toKey(`race ${round}`));
    },
  },
  {
    name: "lets one of 50 win again when the time of the former is over",
    async holds(make) {
      const store = await make();
      await store.set(key, "former", 1);
      await store.set(toKey("as short"), "former", 1);
      await waitUntilOver(store, toKey("as short"), "next");
      await race(store, key);
    },
  },
  {
    name: "forgets the oldest of the subscription that has too many, and nobody else's",
    async holds(make) {
      const store = await make({ entries: 3 });
      await store.set(toKey(1, otherShop), "x", hour);
      await setAll(store, [1, 2, 3, 4, 5]);
      expect(await listKept(store, [3, 4, 5])).toEqual([3, 4, 5]);
      expect(await listKept(store, [1], otherShop)).toEqual([1]);
      expect(await listKept(store, [1])).toEqual([]);
    },
  },
  {
    name: "counts those that were added, too",
    async holds(make) {
      const store = await make({ entries: 3 });
      for (const name of [1, 2, 3, 4, 5]) await store.add(toKey(name), "x", hour);
      expect(await listKept(store, [3, 4, 5])).toEqual([3, 4, 5]);
      expect(await listKept(store, [2])).toEqual([]);
    },
  },
  {
    name: "counts the size of texts, not only how many there are",
    async holds(make) {
      const store = await make({ bytes: 10_000 });
      await setAll(store, [1, 2, 3], "x".repeat(2000));
      expect(await listKept(store, [2, 3])).toEqual([2, 3]);
      expect(await listKept(store, [1])).toEqual([]);
    },
  },
  {
    name: "makes a text that is set again the newest, and counts it once",
    async holds(make) {
      const store = await make({ entries: 2, bytes: 10_000 });
      await setAll(store, [1, 2, 1, 1, 1, 1, 1], "x".repeat(2000));
      expect(await listKept(store, [1, 2])).toEqual([1, 2]);
      await setAll(store, [3]);
      expect(await listKept(store, [1, 3])).toEqual([1, 3]);
    },
  },
  {
    name: "has room again for what was deleted",
    async holds(make) {
      const store = await make({ entries: 2, bytes: 10_000 });
      await setAll(store, [1, 2], "x".repeat(2000));
      await store.delete(toKey(2));
      await setAll(store, [3], "x".repeat(2000));
      expect(await listKept(store, [1, 3])).toEqual([1, 3]);
    },
  },
  {
    name: "refuses a text that is larger than the quota, and forgets nothing for it",
    async holds(make) {
      const store = await make({ bytes: 10_000 });
      await setAll(store, [1]);
      const large = "x".repeat(10_000);
      await expect(Promise.resolve().then(() => store.set(toKey(2), large, hour))).rejects.toThrow(
        RangeError,
      );
      await expect(Promise.resolve().then(() => store.add(toKey(2), large, hour))).rejects.toThrow(
        "more than the quota of one subscription (10000)",
      );
      expect(await listKept(store, [1])).toEqual([1]);
    },
  },
];

/** Adds a text of its own 50 times at once: one is kept, and the others get that one. */
async function race(store: Store, name: string): Promise<void> {
  const own = Array.from({ length: 50 }, (_, index) => `text ${index}`);
  const got = await Promise.all(own.map(async (text) => store.add(name, text, hour)));
  const winners = own.filter((_, index) => !got[index]);
  expect(winners).toHaveLength(1);
  expect(new Set(got.filter(Boolean))).toEqual(new Set(winners));
}
