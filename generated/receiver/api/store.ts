// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Awaitable } from "../values/awaitable.js";

/**
 * Keeps texts for a while, for every process that serves the same webhooks. The target `stores` has one on PostgreSQL or
 * PGlite, and one on Redis. Keys do not show what they stand for. All keys of a subscription have the same text before
 * their first dot, so that a store can keep one subscription from crowding out another. A store that takes more than two
 * seconds is not asked again for five.
 */
export interface Store {
  /** In one atomic step: keeps the text if the key has none, otherwise returns the one it has. */
  add(key: string, text: string, milliseconds: number): Awaitable<string | null | undefined>;
  /** Keeps the text, and replaces an earlier one. */
  set(key: string, text: string, milliseconds: number): Awaitable<unknown>;
  delete(key: string): Awaitable<unknown>;
}

/** How much is kept for one subscription; beyond that its own oldest entries are forgotten, and no others. */
export interface Quota {
  /** How many keys. Default: 4096. */
  readonly entries?: number | undefined;
  /** How much memory keys and values may take, about. Default: 1 KiB for each entry. */
  readonly bytes?: number | undefined;
}
