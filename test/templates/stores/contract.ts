import { expect, it } from "vitest";
import type { Quota, Store } from "../../../templates/copied/receiver/base/options.js";

export type MakeStore = (quota?: Quota) => Store | Promise<Store>;

/** The quota, and a function that rejects if the store does not meet the requirement. */
type StoreCase = readonly [quota: Quota, meets: (store: Store) => Promise<unknown>];

const hour = 60 * 60 * 1000;

/** Keys like the receiver's: a fingerprint, a dot, and a base64 digest. */
const shop = "q0bXnUqS+vQ3oWkZ/8pYtA";
const otherShop = "Zk1n/3mB0u9cJ+4sH2rEwQ";
const toKey = (name: number | string, owner = shop): string =>
  `${owner}.${Buffer.from(`digest of ${name}`.padEnd(32)).toString("base64")}`;

const key = toKey("one");
const brief = toKey("brief");

/** Asking for an existing key changes nothing. */
async function listKept(store: Store, names: readonly number[], owner = shop): Promise<number[]> {
  const kept: number[] = [];
  for (const name of names) if (await store.add(toKey(name, owner), "asked", hour)) kept.push(name);
  return kept;
}

async function setAll(store: Store, names: readonly number[], text = "x"): Promise<void> {
  for (const name of names) await store.set(toKey(name), text, hour);
}

/** Asks about the kept entries first, because asking for a missing one adds it. */
async function expectKept(store: Store, kept: readonly number[], gone: readonly number[]): Promise<void> {
  expect(await listKept(store, kept)).toEqual(kept);
  expect(await listKept(store, gone)).toEqual([]);
}

/** By the store's own clock. */
async function waitUntilOver(store: Store, name: string, next: string): Promise<void> {
  while (await store.add(name, next, hour)) await new Promise((resolve) => setTimeout(resolve, 5));
}

const texts: Readonly<Record<string, string>> = {
  JSON: JSON.stringify([200, "", JSON.stringify({ message: [{ message: 'Say "hi"\n' }] })]),
  "escapes of NUL and of half a surrogate pair": JSON.stringify("\u0000 \ud800 \\u0000"),
  "other characters": "🎁 Ünïcödé ’ \u2028 \u007f \u0001 {} $1 ' \" \\ % ; --",
  "a megabyte": "0123456789abcdef".repeat(65_536),
};
const large = "x".repeat(2000);

const storeCases: Readonly<Record<string, StoreCase>> = {
  "adds a text, and returns the first one to all later callers": [
    {},
    async (store) => {
      expect(await store.add(key, "first", hour)).toBeFalsy();
      for (const later of ["second", "third"]) expect(await store.add(key, later, hour)).toBe("first");
      expect(await store.add(toKey("two"), "other", hour)).toBeFalsy();
    },
  ],
  "replaces a text that is set again": [
    {},
    async (store) => {
      await store.add(key, "running", hour);
      for (const text of ["done", "changed"]) {
        await store.set(key, text, hour);
        expect(await store.add(key, "again", hour)).toBe(text);
      }
    },
  ],
  "deletes texts, even missing ones": [
    {},
    async (store) => {
      await store.set(key, "x", hour);
      for (const _ of [1, 2]) await store.delete(key);
      expect(await store.add(key, "anew", hour)).toBeFalsy();
      expect(await store.add(key, "again", hour)).toBe("anew");
    },
  ],
  "forgets a text after its time, and gives the next one its own": [
    {},
    async (store) => {
      await store.add(key, "short", 60);
      await waitUntilOver(store, key, "next");
      expect(await store.add(key, "late", 60)).toBe("next");
      await store.set(key, "short again", 60);
      await waitUntilOver(store, key, "last");
      expect(await store.add(key, "late", 60)).toBe("last");
    },
  ],
  "keeps the time of the first text, not of later callers": [
    {},
    async (store) => {
      await store.add(key, "long", hour);
      await store.add(key, "short", 1);
      await store.add(brief, "short", 1);
      await waitUntilOver(store, brief, "next");
      expect(await store.add(key, "late", 1)).toBe("long");
    },
  ],
  ...Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      `returns ${name} unchanged`,
      [
        { bytes: 8 * 1024 * 1024 },
        async (store: Store) => {
          expect(await store.add(key, text, hour)).toBeFalsy();
          expect((await store.add(key, "other", hour)) === text).toBe(true);
          await store.set(key, text, hour);
          expect((await store.add(key, "other", hour)) === text).toBe(true);
        },
      ] as StoreCase,
    ]),
  ),
  "lets one of 50 concurrent callers win": [{}, (store) => race([store], key)],
  "lets one of 50 concurrent callers win after the time of the former": [
    {},
    async (store) => {
      for (const each of [key, brief]) await store.set(each, "former", 1);
      await waitUntilOver(store, brief, "next");
      await race([store], key);
    },
  ],
  "forgets the oldest texts of the subscription that has too many, and nobody else's": [
    { entries: 3 },
    async (store) => {
      await store.set(toKey(1, otherShop), "x", hour);
      for (const name of [1, 2, 3, 4, 5]) await store.add(toKey(name), "x", hour);
      expect(await listKept(store, [3, 4, 5])).toEqual([3, 4, 5]);
      expect(await listKept(store, [1], otherShop)).toEqual([1]);
      expect(await listKept(store, [1])).toEqual([]);
    },
  ],
  "counts the size of texts, not only their number": [
    { bytes: 10_000 },
    async (store) => {
      await setAll(store, [1, 2, 3], large);
      await expectKept(store, [2, 3], [1]);
    },
  ],
  "makes a text that is set again the newest, and counts it once": [
    { entries: 2, bytes: 10_000 },
    async (store) => {
      await setAll(store, [1, 2, 1, 1, 1, 1, 1], large);
      expect(await listKept(store, [1, 2])).toEqual([1, 2]);
      await setAll(store, [3]);
      await expectKept(store, [1, 3], [2]);
    },
  ],
  "has room again after a text was deleted": [
    { entries: 2, bytes: 10_000 },
    async (store) => {
      await setAll(store, [1, 2], large);
      await store.delete(toKey(2));
      await setAll(store, [3], large);
      await expectKept(store, [1, 3], []);
    },
  ],
  "refuses a text that is larger than the quota, and forgets nothing for it": [
    { bytes: 10_000 },
    async (store) => {
      await setAll(store, [1]);
      for (const write of ["set", "add"] as const) {
        const written = Promise.resolve().then(() => store[write](toKey(2), "x".repeat(10_000), hour));
        const message: unknown = expect.stringContaining("exceed the quota of one subscription (10000)");
        await expect(written).rejects.toMatchObject({ name: "RangeError", message });
      }
      expect(await listKept(store, [1])).toEqual([1]);
    },
  ],
};

export const itMeetsTheContract = (make: MakeStore): void =>
  it.each(Object.entries(storeCases))("%s", async (_name, [quota, meets]) => {
    await meets(await make(quota));
  });

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
