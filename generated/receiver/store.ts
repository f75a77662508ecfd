// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Awaitable } from "./handlers.js";
import { isObject } from "./json-body.js";
import { createShelves, type Quota } from "./shelves.js";

/**
 * Keeps texts for a while, for every process that serves the same webhooks. In Redis (7 or later): `SET key text NX GET PX
 * ms`, `SET key text PX ms`, `DEL key`. Keys tell nothing of what they stand for; those of one subscription begin alike, up
 * to a dot, so that a store can keep one from crowding out another.
 */
export interface Store {
  /** In one step: keeps the text where the key has none, else returns the one it has. */
  add(key: string, text: string, milliseconds: number): Awaitable<string | null | undefined>;
  /** Keeps the text, whatever there was. */
  set(key: string, text: string, milliseconds: number): Awaitable<unknown>;
  delete(key: string): Awaitable<unknown>;
}

interface Entry {
  readonly text: string;
  /** In milliseconds of a clock that never jumps. */
  readonly until: number;
}

/**
 * A store in the memory of this process: `createMemoryStore({ entries: 4096 })`. It takes at most the quota for each
 * subscription that has sent something. A text that is larger than the whole quota is not kept: `add` and `set` throw a
 * RangeError.
 * @throws Error where the quota is none.
 */
export function createMemoryStore(quota: Quota = {}): Store {
  // Its argument was a number once, and JavaScript would not mind.
  if (!isObject(quota)) {
    throw new Error(
      "createMemoryStore takes { entries, bytes }, as in createMemoryStore({ entries: 4096 }).",
    );
  }
  const shelves = createShelves<Entry>(quota);
  const set = (key: string, text: string, milliseconds: number): void => {
    const now = performance.now();
    shelves.set(scopeIn(key), key, { text, until: now + milliseconds }, text.length);
    shelves.sweep(({ until }) => until <= now);
  };
  return {
    add(key, text, milliseconds) {
      const entry = shelves.get(scopeIn(key), key);
      if (entry !== undefined && entry.until > performance.now()) return entry.text;
      set(key, text, milliseconds);
      return undefined;
    },
    set,
    delete: (key) => shelves.delete(scopeIn(key), key),
  };
}

/** What stands before the dot; the whole of a key that has none. */
function scopeIn(key: string): string {
  const end = key.indexOf(".");
  return end === -1 ? key : key.slice(0, end);
}
