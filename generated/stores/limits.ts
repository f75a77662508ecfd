// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/* eslint-disable */
// @ts-nocheck Nobody edits this file: the tests of mplus-codegen hold what it does.
import type { Quota } from "../receiver/store.js";
import { checkCount } from "../receiver/values.js";

/** A quota in figures. */
export interface Limits {
  readonly entries: number;
  readonly bytes: number;
}

/** What an entry counts for besides its texts: what it takes in the memory of a process, so that quotas mean the same. */
const overhead = 200;

/**
 * Reads a quota, with the usual values of the store in memory.
 * @throws Error if it is invalid.
 */
export function toLimits({ entries = 4096, bytes = 1024 * entries }: Quota): Limits {
  checkCount("entries", entries);
  checkCount("bytes", bytes);
  return { entries, bytes };
}

/**
 * What an entry counts for in a quota, in bytes: as much as in memory.
 * @throws RangeError if it alone is over the quota.
 */
export function measure(key: string, text: string, { bytes }: Limits): number {
  const size = 2 * (key.length + text.length) + overhead;
  if (size > bytes)
    throw new RangeError(`${size} bytes are more than the quota of one subscription (${bytes})`);
  return size;
}
