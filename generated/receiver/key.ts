// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { andThen } from "./awaitable.js";
import type { Awaitable } from "./handlers.js";
import { signWith } from "./signature.js";
import type { KnownSubscription } from "./subscriptions.js";

/** No JSON begins like this: what is digested with a shop's secret is never the signature of a request. */
const domain = "mplus-codegen store\n";

/**
 * A key for a store, made with the subscription's secret: it tells nothing of what it was made of, but for the scope
 * before its dot, which all keys of one subscription share.
 */
export function createKey(subscription: KnownSubscription, parts: readonly unknown[]): Awaitable<string> {
  return andThen(scopeOf(subscription), (scope) =>
    andThen(digest(subscription, parts), (text) => `${scope}.${text}`),
  );
}

/**
 * What tells a subscription from all others, those included that share its id: its secret alone. Its id is not signed, and a
 * look-up may know it in several spellings.
 */
export function scopeOf(subscription: KnownSubscription): Awaitable<string> {
  return (
    scopes.get(subscription) ??
    andThen(digest(subscription, ["scope"]), (text) => {
      const scope = text.slice(0, 22);
      scopes.set(subscription, scope);
      return scope;
    })
  );
}

/** Not the promises: Workers bind those to one request. */
const scopes = new WeakMap<KnownSubscription, string>();

/** A text that only whoever has the subscription's secret can make of these parts. */
export function digest(subscription: KnownSubscription, parts: readonly unknown[]): Awaitable<string> {
  const toText = (_name: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
  // The oldest one: it stays where it is while a new one is put before it.
  const key = subscription.keys.at(-1) ?? subscription.keys[0];
  return signWith(key, domain + JSON.stringify(parts, toText));
}
