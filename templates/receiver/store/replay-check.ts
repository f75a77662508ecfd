import type { Log } from "../api/log.js";
import type { Store } from "../api/store.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import { refuseOtherEvent, type Refusal } from "../http/refusal.js";
import type { Awaitable } from "../values/awaitable.js";
import { toReason } from "../values/thrown.js";
import type { Account } from "./accounts.js";
import { createKey } from "./key.js";
import { sealStore } from "./sealed-store.js";

/** A signed body, and the event that its URL names. */
export interface SignedBody {
  readonly event: string;
  readonly signature: string;
  readonly subscription: KnownSubscription;
  readonly account: Account;
}

/**
 * Refuses a body that was accepted for another event before. The URL names the event and is not signed: without this
 * check, somebody who has captured the start of a session could replay it to cancel the session.
 */
export type CheckReplay = (body: SignedBody) => Awaitable<Refusal | undefined>;

/** Remembers about the latest 4096 bodies of each subscription, in this process. */
export const checkReplayInProcess: CheckReplay = ({ account, signature, event }) =>
  refuseReplay(account.seenSignatures.claim(signature, event), event);

/** Also remembers bodies for all processes that share a store. If the store fails, the check in this process counts. */
export function createReplayCheck(store: Store, keepFor: number, log: Log): CheckReplay {
  const sealed = sealStore(store);
  return async (body) => {
    const { subscription, signature, event } = body;
    const refusal = checkReplayInProcess(body);
    if (refusal) return refusal;
    try {
      const key = { key: await createKey(body, ["body", signature]), subscription };
      return refuseReplay(await sealed.add(key, event, keepFor), event);
    } catch (error) {
      log.error({ err: error }, `the store of deliveries failed: ${toReason(error)}`);
      return undefined;
    }
  };
}

const refuseReplay = (claimed: string | undefined, event: string): Refusal | undefined =>
  claimed === undefined || claimed === event ? undefined : refuseOtherEvent(claimed);
