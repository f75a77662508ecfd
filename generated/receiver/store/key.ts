// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { KnownSubscription } from "../auth/subscriptions.js";
import { findSigner, signWith } from "../auth/signature.js";
import { andThen, type Awaitable } from "../values/awaitable.js";

/** No JSON starts like this, so a digest made with a shop's secret is never the signature of a request. */
const domain = "mplus-codegen store\n";

/** A subscription, and the account with its fingerprint. */
export interface KeyOwner {
  readonly subscription: KnownSubscription;
  readonly account: { readonly fingerprint: string };
}

/**
 * Makes a key for a store with the subscription's secret. It does not show what it was made of, except for the
 * fingerprint before its dot, which all keys of the subscription share.
 */
export function createKey(
  { subscription, account: { fingerprint } }: KeyOwner,
  parts: readonly unknown[],
): Awaitable<string> {
  return andThen(digest(subscription, parts), (text) => `${fingerprint}.${text}`);
}

/**
 * Identifies a subscription, also among those that share its id, by its secret alone. Its id is not signed, and a
 * look-up may accept it in several spellings.
 */
export function createFingerprint(subscription: KnownSubscription): Awaitable<string> {
  return andThen(digest(subscription, ["scope"]), (text) => text.slice(0, 22));
}

/** A digest of some JSON values that cannot be made without the subscription's secret. */
export function digest(subscription: KnownSubscription, parts: readonly unknown[]): Awaitable<string> {
  // The oldest key, which stays the same when a new one is put before it.
  const key = subscription.keys.at(-1) ?? subscription.keys[0];
  return signWith(key, toText(parts));
}

/** Whether a text is the digest of these values, made with any secret of the subscription. Compared in constant time. */
export function isDigest(
  { keys }: KnownSubscription,
  parts: readonly unknown[],
  text: string,
): Awaitable<boolean> {
  return andThen(findSigner(keys, new TextEncoder().encode(toText(parts)), text), (index) => index !== -1);
}

function toText(parts: readonly unknown[]): string {
  const write = (_name: string, value: unknown) => (typeof value === "bigint" ? `${value}n` : value);
  return domain + JSON.stringify(parts, write);
}
