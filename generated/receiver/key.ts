// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Awaitable } from "./handlers.js";
import { signWith } from "./signature.js";
import type { KnownSubscription } from "./subscriptions.js";

/** A key for a store, made with the subscription's secret: it tells nothing of what it was made of. */
export function createKey(subscription: KnownSubscription, parts: readonly unknown[]): Awaitable<string> {
  const toText = (_name: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
  return signWith(subscription.keys[0], JSON.stringify([subscription.id, ...parts], toText));
}
