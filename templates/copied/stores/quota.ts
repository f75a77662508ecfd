import type { Entry, toLimits } from "../receiver/base/store.js";

/**
 * Decides at random whether to trim a subscription to its quota after a write, because adding up its entries costs more
 * than the write. On average, this happens once for each sixteenth of the quota that all processes write.
 */
export const isTrimDue = ({ size }: Entry, { entries, bytes }: ReturnType<typeof toLimits>): boolean =>
  Math.random() < 16 * Math.max(size / bytes, 1 / Math.min(entries, 4096));
