// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Awaitable } from "./handlers.js";

/**
 * Keeps texts for a while, for every process that serves the same webhooks. In Redis: `SET key text NX GET PX ms`,
 * `SET key text PX ms`, `DEL key`. Keys tell nothing of what they stand for.
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

/** A store in the memory of this process. Of more entries than `most`, the oldest are forgotten. */
export function createMemoryStore(most = 10_000): Store {
  const entries = new Map<string, Entry>();
  const set = (key: string, text: string, milliseconds: number): void => {
    // What is set anew is the youngest again.
    entries.delete(key);
    entries.set(key, { text, until: performance.now() + milliseconds });
    const [oldest] = entries.keys();
    if (entries.size > most && oldest !== undefined) entries.delete(oldest);
  };
  return {
    add(key, text, milliseconds) {
      const entry = entries.get(key);
      if (entry !== undefined && entry.until > performance.now()) return entry.text;
      set(key, text, milliseconds);
      return undefined;
    },
    set,
    delete: (key) => entries.delete(key),
  };
}
