import { getOwner, type Quota, type Store } from "../receiver/store.js";
import { checkCount } from "../receiver/values.js";

/** A quota in figures. */
export interface Limits {
  readonly entries: number;
  readonly bytes: number;
}

/** A text that is kept for a while. */
export interface Entry {
  readonly key: string;
  /** The subscription whose quota it counts in. */
  readonly owner: string;
  readonly text: string;
  /** What it counts for, in bytes. */
  readonly size: number;
  readonly milliseconds: number;
}

/** What a database does for a store. */
export interface Backend {
  /** In one atomic step: keeps an entry unless there is one, whose text it then gives. */
  add(entry: Entry): Promise<string | undefined>;
  /** Keeps an entry in place of what there is. */
  set(entry: Entry): Promise<unknown>;
  delete(key: string, owner: string): Promise<unknown>;
}

/** What an entry counts for besides its texts: what it takes in the memory of a process, so that quotas mean the same. */
const overhead = 200;

/** Makes a store of a database. */
export function createStore(backend: Backend, { bytes }: Limits): Store {
  const toEntry = (key: string, text: string, milliseconds: number): Entry => {
    const size = 2 * (key.length + text.length) + overhead;
    if (size > bytes)
      throw new RangeError(`${size} bytes are more than the quota of one subscription (${bytes})`);
    return { key, owner: getOwner(key), text, size, milliseconds };
  };
  return {
    add: async (...entry) => backend.add(toEntry(...entry)),
    set: async (...entry) => backend.set(toEntry(...entry)),
    delete: (key) => backend.delete(key, getOwner(key)),
  };
}

/**
 * Reads a quota, with the usual values of the store in memory.
 * @throws Error if it is invalid.
 */
export function toLimits({ entries = 4096, bytes = 1024 * entries }: Quota): Limits {
  checkCount("entries", entries);
  checkCount("bytes", bytes);
  return { entries, bytes };
}
