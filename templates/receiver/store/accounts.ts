import type { KnownSubscription } from "../auth/subscriptions.js";
import { andThen, type Awaitable } from "../values/awaitable.js";
import { createFingerprint } from "./key.js";
import { createSeenSignatures, type SeenSignatures } from "./seen-signatures.js";

/** What this process remembers about one subscription from one request to the next. */
export interface Account {
  /** Identifies the subscription. */
  readonly fingerprint: string;
  /** How much of it is in flight, in bytes. */
  inFlight: number;
  readonly seenSignatures: SeenSignatures;
  /** Whether the log was told that its requests prove a later release than its configured one. */
  isMismatchReported: boolean;
}

/** Finds the account of a subscription whose signature was verified. */
export type FindAccount = (subscription: KnownSubscription) => Awaitable<Account>;

/** Keeps an account for each subscription, so that the requests of one never change what another gets. */
export function createAccounts(events: ReadonlySet<string>): FindAccount {
  // A look-up function returns a new object each time, but its fingerprint stays the same.
  const byFingerprint = new Map<string, Account>();
  const bySubscription = new WeakMap<KnownSubscription, Account>();
  const open = (fingerprint: string): Account => ({
    fingerprint,
    inFlight: 0,
    seenSignatures: createSeenSignatures([...events]),
    isMismatchReported: false,
  });
  return (subscription) =>
    bySubscription.get(subscription) ??
    andThen(createFingerprint(subscription), (fingerprint) => {
      const account = byFingerprint.get(fingerprint) ?? open(fingerprint);
      byFingerprint.set(fingerprint, account);
      bySubscription.set(subscription, account);
      return account;
    });
}
