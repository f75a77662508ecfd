// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Log } from "./log.js";
import type { RawRequest } from "./raw-message.js";
import type { Refusal } from "./refusal.js";
import type { KnownSubscription } from "./subscriptions.js";

/** Writes down that a request was refused; quietly where nobody has to do anything about it. */
export function logRefusal(
  log: Log,
  request: RawRequest,
  subscription: KnownSubscription | undefined,
  { status, body: { error } }: Refusal,
): void {
  // A failure of status 500 was logged with its cause, where it happened.
  if (status === 500) return;
  const isNoise = status === 404 || status === 405 || status === 503 || request.signal?.aborted === true;
  log[isNoise ? "debug" : "warn"](
    { eventName: request.event, subscriptionId: subscription?.id, status, code: error.code },
    `a request was refused: ${error.message}`,
  );
}

/** Writes down why a request was answered with status 500; the caller is not told. */
export function logFault(
  log: Log,
  request: RawRequest,
  subscription: KnownSubscription | undefined,
  fault: unknown,
): void {
  log.error(
    { eventName: request.event, subscriptionId: subscription?.id, err: fault },
    `a request was answered with status 500: ${toReason(fault)}`,
  );
}

/** The message of what was thrown, which need not be an error. */
export function toReason(fault: unknown): string {
  return fault instanceof Error ? fault.message : "what was thrown is not an Error";
}
