import type { Log } from "../base/handlers.js";
import type { Store } from "../base/options.js";
import { Refusal } from "../base/refusals.js";
import { findSlot, tryStore } from "../base/store.js";
import type { VerifiedEvent } from "../base/subscriptions.js";

/**
 * Rejects a body that was first received as another event. The URL names the event and is not signed, so without this
 * check an attacker could replay the captured start of a session to cancel it.
 * @throws Refusal
 */
export function refuseReplay(firstEvent: string, event: string): void {
  if (firstEvent === event) return;
  const message = `This body was already received as ${firstEvent}; each event must have its own body and eventCounter.`;
  throw new Refusal(400, "INVALID_DATA", message);
}

/**
 * Like `refuseReplay`, but across processes that share a store. If the store fails, this process's memory decides.
 * @throws Refusal
 */
export const createSharedReplayCheck =
  (store: Store, keepFor: number, log: Log) =>
  async (given: VerifiedEvent, signature: string): Promise<void> => {
    const { event, account } = given;
    const slot = await findSlot(store, given, ["body", signature]);
    const firstEvent = (await tryStore("deliveries", log, () => slot.add(event, keepFor))) ?? event;
    // Another process received it first, and repeats may reach this process.
    if (firstEvent !== event) account.seen.correct(signature, firstEvent);
    refuseReplay(firstEvent, event);
  };
