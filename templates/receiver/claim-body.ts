import { createKey } from "./key.js";
import type { Delivery } from "./delivery.js";
import type { Awaitable } from "./handlers.js";
import type { Log } from "./log.js";
import { refuseOtherEvent, type Refusal } from "./refusal.js";
import { sealStore } from "./sealed-store.js";
import type { Store } from "./store.js";
import { toReason } from "./thrown.js";

/**
 * Claims the bytes of a delivery for its event; refuses those that came for another one. The event is named by the URL,
 * which is not signed: without this, whoever has seen the start of a session could have it cancelled.
 */
export type ClaimBody = (delivery: Delivery) => Awaitable<Refusal | undefined>;

/** Remembers in this process: about the latest 4096 bodies of each subscription. */
export const claimBodyHere: ClaimBody = ({ account, signature, event }) =>
  judge(account.bodies.claim(signature, event), event);

/** Remembers for all processes that share a store, too. When that fails, what this process knows has to do. */
export function createClaimBody(store: Store, keepFor: number, log: Log): ClaimBody {
  const sealed = sealStore(store);
  return async (delivery) => {
    const { subscription, signature, event } = delivery;
    const refusal = claimBodyHere(delivery);
    if (refusal) return refusal;
    try {
      const key = { key: await createKey(subscription, ["body", signature]), subscription };
      return judge(await sealed.add(key, event, keepFor), event);
    } catch (error) {
      log.error({ err: error }, `the store of deliveries failed: ${toReason(error)}`);
      return undefined;
    }
  };
}

const judge = (claimed: string | undefined, event: string): Refusal | undefined =>
  claimed === undefined || claimed === event ? undefined : refuseOtherEvent(claimed);
