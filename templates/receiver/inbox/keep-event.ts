import type { Inbox } from "../api/inbox.js";
import type { Log } from "../api/log.js";
import { isTooDeep } from "../http/json-body.js";
import { refusals, type Refusal } from "../http/refusal.js";
import { failLate } from "../values/fail-late.js";
import { toReason } from "../values/thrown.js";
import { createStoredEvent, type EventFacts, type EventToStore } from "./stored-event.js";

/** Keeps an event; gives the refusal if that is not possible now. */
export type KeepEvent = (event: EventToStore) => Promise<Refusal | undefined>;

/** In milliseconds. An inbox may wait for its database itself: this is for one that never answers. */
const timeout = 30_000;

/** Has an inbox keep events. Why it did not is logged here. */
export function createKeepEvent(facts: EventFacts, inbox: Inbox, log: Log): KeepEvent {
  return async (given) => {
    const { event, subscription, body } = given;
    // Its handler would fail again and again.
    if (isTooDeep(body)) return refusals.nestedTooDeeply;
    const fields = { eventName: event, subscriptionId: subscription.id };
    const stored = await createStoredEvent(given, facts);
    try {
      const kept = await failLate(inbox.add(stored), timeout);
      if (kept === "kept" || kept === "dropped") return undefined;
      log.warn(fields, `${event} was refused, because the inbox takes no more`);
    } catch (error) {
      log.error(
        { ...fields, err: error },
        `${event} was refused, because the inbox failed: ${toReason(error)}`,
      );
    }
    return refusals.inboxUnavailable;
  };
}
