// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "./log.js";
import type { RawRequest } from "./raw-message.js";
import type { Refusal } from "./refusal.js";
import { readSubscriptionId } from "./subscription-id.js";
import type { KnownSubscription } from "./subscriptions.js";
import { toReason } from "./thrown.js";

/**
 * Writes down that a request was refused; quietly where nobody has to do anything about it.
 * @param subscription Whom the request names, proved or not.
 */
export function logRefusal(
  log: Log,
  request: RawRequest,
  subscription: KnownSubscription | undefined,
  { status, code, message }: Refusal,
): void {
  // A failure of status 500 was logged with its cause, where it happened.
  if (status === 500) return;
  // Whoever names a subscription may be a POS with a wrong URL, which nobody would notice otherwise.
  const isStray = (status === 404 || status === 405) && readSubscriptionId(request) === "";
  const isNoise = isStray || status === 503 || request.signal?.aborted === true;
  const eventName = isName(request.event) ? request.event : undefined;
  log[isNoise ? "debug" : "warn"](
    { eventName, subscriptionId: subscription?.id, status, code },
    `a request was refused: ${message}`,
  );
}

/** Whether this may be the name of an event; anybody can put anything else at the end of a URL. */
const isName = (text: string): boolean => /^[A-Za-z]{1,64}$/.test(text);

/** Writes down why an event was not handled; the caller is not told. */
export function logFault(
  log: Log,
  event: string,
  subscription: KnownSubscription | undefined,
  fault: unknown,
): void {
  log.error(
    { eventName: event, subscriptionId: subscription?.id, err: fault },
    `a request was answered with status 500: ${toReason(fault)}`,
  );
}

/** Writes down why a handler failed that nobody waited for any more. */
export function logLateFault(log: Log, event: string, subscription: KnownSubscription, fault: unknown): void {
  log.error(
    { eventName: event, subscriptionId: subscription.id, err: fault },
    `the handler of ${event} failed after the answer was sent: ${toReason(fault)}`,
  );
}
