// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StoredEvent } from "../api/inbox.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import { digest, isDigest } from "../store/key.js";
import type { Awaitable } from "../values/awaitable.js";

type Sealed = Omit<StoredEvent, "seal">;

/**
 * Seals all of an event that is stored. Workers act upon what they find, and people upon what they are shown: without a
 * seal, somebody who can write to the database would not need the secret.
 */
export const seal = (subscription: KnownSubscription, stored: Sealed): Awaitable<string> =>
  digest(subscription, getParts(stored));

/** Whether an event has a seal that was made with a secret of this subscription. */
export const isSealed = (subscription: KnownSubscription, stored: StoredEvent): Awaitable<boolean> =>
  isDigest(subscription, getParts(stored), stored.seal);

const getParts = ({ id, key, event, subscriptionId, about, body }: Sealed): readonly unknown[] => [
  "inbox seal",
  ...[id, key, event, subscriptionId, about, body],
];
