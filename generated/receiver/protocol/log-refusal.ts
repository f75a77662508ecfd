// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "../api/log.js";
import type { RawRequest } from "../api/raw-message.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import type { Refusal } from "../http/refusal.js";
import { readSubscriptionId } from "../http/subscription-id.js";
import { toReason } from "../values/thrown.js";

/**
 * Logs that a request was refused; at level debug if nobody has to do anything about it.
 * @param subscription The one that the request names, verified or not.
 */
export function logRefusal(
  log: Log,
  request: RawRequest,
  subscription: KnownSubscription | undefined,
  { status, code, message }: Refusal,
): void {
  // A failure with status 500 was logged with its cause, where it happened.
  if (status === 500) return;
  // A request that names a subscription may come from a POS with a wrong URL, which nobody would notice otherwise.
  const isStray = (status === 404 || status === 405) && readSubscriptionId(request) === "";
  const isNoise = isStray || status === 503 || request.signal?.aborted === true;
  const eventName = isName(request.event) ? request.event : undefined;
  log[isNoise ? "debug" : "warn"](
    { eventName, subscriptionId: subscription?.id, status, code },
    `a request was refused: ${message}`,
  );
}

/** Whether this may be the name of an event: a stranger can put any text at the end of a URL. */
const isName = (text: string): boolean => /^[A-Za-z]{1,64}$/.test(text);

/** Logs why a request was answered with status 500; the caller is not told. */
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
