// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Quota } from "../api/store.js";
import { checkCount } from "../values/check-count.js";

/** A map in which every owner has a quota of its own. */
export interface QuotaMap<Value> {
  get(owner: string, key: string): Value | undefined;
  /**
   * Sets a value, as the newest of its owner; forgets the owner's oldest values if it is over its quota.
   * @param length How many characters the value has.
   * @throws RangeError if the value alone is over the quota.
   */
  set(owner: string, key: string, value: Value, length: number): void;
  delete(owner: string, key: string): void;
  /** Forgets the oldest values of the owner that has not set any for longest, as long as they are stale. */
  sweep(isStale: (value: Value) => boolean): void;
}

interface Section<Value> {
  readonly entries: Map<string, { readonly value: Value; readonly bytes: number }>;
  bytes: number;
}

/** What an entry takes besides its texts, in bytes: measured on 64 bits. */
const overhead = 200;

/**
 * Creates an empty map. No owner can make another lose values.
 * @throws Error if the quota is invalid.
 */
export function createQuotaMap<Value>({ entries: most = 4096, bytes = 1024 * most }: Quota): QuotaMap<Value> {
  checkCount("entries", most);
  checkCount("bytes", bytes);
  const sections = new Map<string, Section<Value>>();
  const remove = (section: Section<Value>, key: string): void => {
    section.bytes -= section.entries.get(key)?.bytes ?? 0;
    section.entries.delete(key);
  };
  return {
    get: (owner, key) => sections.get(owner)?.entries.get(key)?.value,
    set(owner, key, value, length) {
      const size = 2 * (key.length + length) + overhead;
      if (size > bytes)
        throw new RangeError(`${size} bytes are more than the quota of one subscription (${bytes})`);
      const section: Section<Value> = sections.get(owner) ?? { entries: new Map(), bytes: 0 };
      sections.delete(owner);
      sections.set(owner, section);
      remove(section, key);
      section.entries.set(key, { value, bytes: size });
      section.bytes += size;
      for (const oldest of section.entries.keys()) {
        if (section.entries.size <= most && section.bytes <= bytes) break;
        remove(section, oldest);
      }
    },
    delete(owner, key) {
      const section = sections.get(owner);
      if (section) remove(section, key);
    },
    sweep(isStale) {
      const [first] = sections;
      if (first === undefined) return;
      const [owner, section] = first;
      for (const [key, { value }] of section.entries) {
        if (!isStale(value)) return;
        remove(section, key);
      }
      sections.delete(owner);
    },
  };
}
