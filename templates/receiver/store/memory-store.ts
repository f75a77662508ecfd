import type { Quota, Store } from "../api/store.js";
import { isObject } from "../values/json-object.js";
import { createQuotaMap } from "./quota-map.js";

interface Entry {
  readonly text: string;
  /** In milliseconds of a clock that never jumps. */
  readonly until: number;
}

/**
 * A store in the memory of this process: `createMemoryStore({ entries: 4096 })`. It takes at most the quota for each
 * subscription that has sent something. A text that is larger than the whole quota is not kept: `add` and `set` throw a
 * RangeError.
 * @throws Error if the quota is invalid.
 */
export function createMemoryStore(quota: Quota = {}): Store {
  // The argument was a number in an earlier version, which JavaScript code may still pass.
  if (!isObject(quota)) {
    throw new Error(
      "createMemoryStore takes { entries, bytes }, as in createMemoryStore({ entries: 4096 }).",
    );
  }
  const map = createQuotaMap<Entry>(quota);
  const set = (key: string, text: string, milliseconds: number): void => {
    const now = performance.now();
    map.set(getOwner(key), key, { text, until: now + milliseconds }, text.length);
    map.sweep(({ until }) => until <= now);
  };
  return {
    add(key, text, milliseconds) {
      const entry = map.get(getOwner(key), key);
      if (entry !== undefined && entry.until > performance.now()) return entry.text;
      set(key, text, milliseconds);
      return undefined;
    },
    set,
    delete: (key) => map.delete(getOwner(key), key),
  };
}

/** The text before the dot, which the keys of a subscription share; the whole key if it has no dot. */
function getOwner(key: string): string {
  const end = key.indexOf(".");
  return end === -1 ? key : key.slice(0, end);
}
