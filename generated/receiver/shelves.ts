// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { checkCount } from "./check-count.js";

/** How much is kept for one subscription; past that, its own oldest entries are forgotten, and nobody else's. */
export interface Quota {
  /** How many keys. Default: 4096. */
  readonly entries?: number | undefined;
  /** How much memory keys and values may take, about. Default: 1 KiB for each entry. */
  readonly bytes?: number | undefined;
}

/** A map with a shelf for each scope. */
export interface Shelves<Value> {
  get(scope: string, key: string): Value | undefined;
  /**
   * Puts a value on a shelf, as the youngest of it.
   * @param length How many characters the value has.
   * @throws RangeError where it would not fit on an empty shelf.
   */
  set(scope: string, key: string, value: Value, length: number): void;
  delete(scope: string, key: string): void;
  /** Forgets the oldest values of the shelf that was used longest ago, for as long as they are stale. */
  sweep(isStale: (value: Value) => boolean): void;
}

interface Shelf<Value> {
  readonly entries: Map<string, { readonly value: Value; readonly bytes: number }>;
  bytes: number;
}

/** What an entry takes beside its texts: measured on 64 bits. */
const overhead = 200;

/**
 * Makes empty shelves: all that one scope can do to another is to take processor time.
 * @throws Error where the quota is no quota.
 */
export function createShelves<Value>({ entries: most = 4096, bytes = 1024 * most }: Quota): Shelves<Value> {
  checkCount("entries", most);
  checkCount("bytes", bytes);
  const shelves = new Map<string, Shelf<Value>>();
  const take = (shelf: Shelf<Value>, key: string): void => {
    shelf.bytes -= shelf.entries.get(key)?.bytes ?? 0;
    shelf.entries.delete(key);
  };
  return {
    get: (scope, key) => shelves.get(scope)?.entries.get(key)?.value,
    set(scope, key, value, length) {
      const size = 2 * (key.length + length) + overhead;
      if (size > bytes)
        throw new RangeError(`${size} bytes are more than is kept of one subscription (${bytes})`);
      const shelf: Shelf<Value> = shelves.get(scope) ?? { entries: new Map(), bytes: 0 };
      shelves.delete(scope);
      shelves.set(scope, shelf);
      take(shelf, key);
      shelf.entries.set(key, { value, bytes: size });
      shelf.bytes += size;
      for (const oldest of shelf.entries.keys()) {
        if (shelf.entries.size <= most && shelf.bytes <= bytes) break;
        take(shelf, oldest);
      }
    },
    delete(scope, key) {
      const shelf = shelves.get(scope);
      if (shelf) take(shelf, key);
    },
    sweep(isStale) {
      const [quietest] = shelves;
      if (quietest === undefined) return;
      const [scope, shelf] = quietest;
      for (const [key, { value }] of shelf.entries) {
        if (!isStale(value)) return;
        take(shelf, key);
      }
      shelves.delete(scope);
    },
  };
}
