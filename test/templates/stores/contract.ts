import { expect, it } from "vitest";
import type { Quota, Store } from "../../../templates/copied/receiver/store.js";

export type MakeStore = (quota?: Quota) => Store | Promise<Store>;

interface StoreCase {
  readonly name: string;
  readonly quota?: Quota;
  /** Rejects if the store does not meet the requirement. */
  readonly holds: (store: Store) => Promise<void>;
}

const hour = 60 * 60 * 1000;

/** Keys like the receiver's: a fingerprint, a dot, and a base64 digest. */
const shop = "q0bXnUqS+vQ3oWkZ/8pYtA";
const otherShop = "Zk1n/3mB0u9cJ+4sH2rEwQ";
const toKey = (name: number | string, owner = shop): string =>
  `${owner}.${Buffer.from(`digest of ${name}`.padEnd(32)).toString("base64")}`;

const key = toKey("one");

/** Asking for an existing key changes nothing. */
async function listKept(store: Store, names: readonly number[], owner = shop): Promise<number[]> {
  const kept: number[] = [];
  for (const name of names) if (await store.add(toKey(name, owner), "asked", hour)) kept.push(name);
  return kept;
}

async function setAll(store: Store, names: readonly number[], text = "x"): Promise<void> {
  for (const name of names) await store.set(toKey(name), text, hour);
}

/** By the store's own clock. */
async function waitUntilOver(store: Store, name: string, next: string): Promise<void> {
  while (await store.add(name, next, hour)) await new Promise((resolve) => setTimeout(resolve, 5));
}

const texts: Readonly<Record<string, string>> = {
  "a text of JSON": JSON.stringify([200, "", JSON.stringify({ message: [{ message: 'Say "hi"\n' }] })]),
  "escapes of NUL and of half a pair": JSON.stringify("\u0000 \ud800 \\u0000"),
  "other characters": "🎁 Ünïcödé ’ \u2028 \u007f \u0001 {} $1 ' \" \\ % ; --",
  "a text of a megabyte": "0123456789abcdef".repeat(65_536),
};

/** Quotas, with writes and the entries that remain. */
const evictions: readonly (Omit<StoreCase, "holds"> & {
  readonly write: (store: Store) => Promise<unknown>;
  readonly kept: readonly number[];
  readonly gone: readonly number[];
})[] = [
  {
    name: "counts the size of texts, not only how many there are",
    quota: { bytes: 10_000 },
    write: (store) => setAll(store, [1, 2, 3], "x".repeat(2000)),
    kept: [2, 3],
    gone: [1],
  },
  {
    name: "makes a text that is set again the newest, and counts it once",
    quota: { entries: 2, bytes: 10_000 },
    async write(store) {
      await setAll(store, [1, 2, 1, 1, 1, 1, 1], "x".repeat(2000));
      expect(await listKept(store, [1, 2])).toEqual([1, 2]);
      await setAll(store, [3]);
    },
    kept: [1, 3],
    gone: [2],
  },
  {
    name: "has room again for what was deleted",
    quota: { entries: 2, bytes: 10_000 },
    async write(store) {
      await setAll(store, [1, 2], "x".repeat(2000));
      await store.delete(toKey(2));
      await setAll(store, [3], "x".repeat(2000));
    },
    kept: [1, 3],
    gone: [],
  },
];

const storeCases: readonly StoreCase[] = [
  {
    name: "adds a text, and tells everybody later of the first one",
    async holds(store) {
      expect(await store.add(key, "first", hour)).toBeFalsy();
      for (const later of ["second", "third"]) expect(await store.add(key, later, hour)).toBe("first");
      expect(await store.add(toKey("two"), "other", hour)).toBeFalsy();
    },
  },
  {
    name: "replaces a text that is set again",
    async holds(store) {
      await store.add(key, "running", hour);
      for (const text of ["done", "changed"]) {
        await store.set(key, text, hour);
        expect(await store.add(key, "again", hour)).toBe(text);
      }
    },
  },
  {
    name: "deletes, also what is not there",
    async holds(store) {
      await store.set(key, "x", hour);
      await store.delete(key);
      await store.delete(key);
      expect(await store.add(key, "anew", hour)).toBeFalsy();
      expect(await store.add(key, "again", hour)).toBe("anew");
    },
  },
  {
    name: "forgets when the time is over, and a new time begins with a new text",
    async holds(store) {
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
    async holds(store) {
      await store.add(key, "long", hour);
      await store.add(key, "short", 1);
      await store.add(toKey("as short"), "short", 1);
      await waitUntilOver(store, toKey("as short"), "next");
      expect(await store.add(key, "late", 1)).toBe("long");
    },
  },
  ...Object.entries(texts).map(([name, text]): StoreCase => ({
    name: `gives back ${name}`,
    quota: { bytes: 8 * 1024 * 1024 },
    async holds(store) {
      expect(await store.add(key, text, hour)).toBeFalsy();
      expect((await store.add(key, "other", hour)) === text).toBe(true);
      await store.set(key, text, hour);
      expect((await store.add(key, "other", hour)) === text).toBe(true);
    },
  })),
  {
    name: "lets one of 50 win who come at once, and tells the others its text",
    async holds(store) {
      for (const round of [1, 2, 3]) await race([store], toKey(`race ${round}`));
    },
  },
  {
    name: "lets one of 50 win again when the time of the former is over",
    async holds(store) {
      await store.set(key, "former", 1);
      await store.set(toKey("as short"), "former", 1);
      await waitUntilOver(store, toKey("as short"), "next");
      await race([store], key);
    },
  },
  {
    name: "forgets the oldest of the subscription that has too many, and nobody else's",
    quota: { entries: 3 },
    async holds(store) {
      await store.set(toKey(1, otherShop), "x", hour);
      for (const name of [1, 2, 3, 4, 5]) await store.add(toKey(name), "x", hour);
      expect(await listKept(store, [3, 4, 5])).toEqual([3, 4, 5]);
      expect(await listKept(store, [1], otherShop)).toEqual([1]);
      expect(await listKept(store, [1])).toEqual([]);
    },
  },
  ...evictions.map(({ write, kept, gone, ...about }): StoreCase => ({
    ...about,
    async holds(store) {
      await write(store);
      expect(await listKept(store, kept)).toEqual(kept);
      expect(await listKept(store, gone)).toEqual([]);
    },
  })),
  {
    name: "refuses a text that is larger than the quota, and forgets nothing for it",
    quota: { bytes: 10_000 },
    async holds(store) {
      await setAll(store, [1]);
      for (const write of ["set", "add"] as const) {
        const written = Promise.resolve().then(() => store[write](toKey(2), "x".repeat(10_000), hour));
        const message: unknown = expect.stringContaining("exceed the quota of one subscription (10000)");
        await expect(written).rejects.toMatchObject({ name: "RangeError", message });
      }
      expect(await listKept(store, [1])).toEqual([1]);
    },
  },
];

export const holdEach = (make: MakeStore): void =>
  it.each(storeCases)("$name", async ({ quota, holds }) => holds(await make(quota)));

/** Adds 50 different texts at once through these stores in turn. Only one is kept; every call returns it. */
export async function race(stores: readonly Store[], name: string): Promise<void> {
  const own = Array.from({ length: 50 }, (_, index) => `text ${index}`);
  const got = await Promise.all(
    own.map(async (text, index) => stores[index % stores.length]?.add(name, text, hour)),
  );
  const winners = own.filter((_, index) => !got[index]);
  expect(winners).toHaveLength(1);
  expect(new Set(got.filter(Boolean))).toEqual(new Set(winners));
}
