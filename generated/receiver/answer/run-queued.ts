// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { StoredRun } from "../api/inbox.js";
import type { QueuedContext } from "../api/queued.js";
import type { VerifiedEvent } from "../settings/delivery.js";
import type { Settings } from "../settings/settings.js";
import { withSignal } from "../values/lazy-signal.js";
import type { Call } from "./run-handler.js";

/**
 * Calls the queued handler of an event, if there is one. Rejects, or throws, what it throws.
 * @param run The attempt to handle a stored event; undefined for an event that was not stored.
 */
export function runQueued(
  { queued, givenLog }: Settings,
  { delivery, request, requestProblems }: Call<VerifiedEvent>,
  run: StoredRun | undefined,
): unknown {
  const { event, subscription } = delivery;
  const context = {
    request,
    requestProblems,
    eventName: event,
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    version: subscription.version,
    attempt: run?.attempt ?? 0,
    transaction: run?.transaction,
    log: givenLog,
  } satisfies Omit<QueuedContext<unknown, string>, "signal">;
  return queued.get(event)?.(withSignal(context, () => run?.signal ?? new AbortController().signal));
}
