// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import { getOwner, type Quota } from "../receiver/store.js";
import { checkCount } from "../receiver/values.js";

/** A quota in figures. */
export type Limits = Readonly<Record<keyof Quota, number>>;

/**
 * Reads a quota, with the usual values of the store in memory.
 * @throws Error if it is invalid.
 */
export function toLimits({ entries = 4096, bytes = 1024 * entries }: Quota): Limits {
  checkCount("entries", entries);
  checkCount("bytes", bytes);
  return { entries, bytes };
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

/** What an entry counts for besides its texts: what it takes in the memory of a process, so that quotas mean the same. */
const overhead = 200;

/**
 * Makes an entry of what a store is given.
 * @throws RangeError if it alone is over the quota.
 */
export function toEntry({ bytes }: Limits, key: string, text: string, milliseconds: number): Entry {
  const size = 2 * (key.length + text.length) + overhead;
  if (size > bytes)
    throw new RangeError(`${size} bytes are more than the quota of one subscription (${bytes})`);
  return { key, owner: getOwner(key), text, size, milliseconds };
}
