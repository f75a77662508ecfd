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
  // Whoever names one of our subscriptions may be a POS with a wrong URL, which nobody would notice otherwise.
  const isStray = (status === 404 || status === 405) && subscription === undefined;
  const isNoise = isStray || status === 503 || request.signal?.aborted === true;
  log[isNoise ? "debug" : "warn"](
    { eventName: request.event, subscriptionId: subscription?.id, status, code: error.code },
    `a request was refused: ${error.message}`,
  );
}

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

/** The message of what was thrown, which need not be an error. */
export function toReason(fault: unknown): string {
  return fault instanceof Error ? fault.message : "what was thrown is not an Error";
}
