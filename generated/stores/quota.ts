// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Entry, toLimits } from "../receiver/store.js";

/**
 * Whether to remove what is over the quota of a subscription after this write. Adding up its entries costs more than a write,
 * so chance decides: on average once for each sixteenth of the quota that is written, by however many processes.
 */
export const isTrimDue = ({ size }: Entry, { entries, bytes }: ReturnType<typeof toLimits>): boolean =>
  Math.random() < 16 * Math.max(size / bytes, 1 / Math.min(entries, 4096));
