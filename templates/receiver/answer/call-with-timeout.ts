import type { Log } from "../api/log.js";
import type { KnownSubscription } from "../auth/subscriptions.js";
import type { Delivery } from "../settings/delivery.js";
import type { Settings } from "../settings/settings.js";
import { toReason } from "../values/thrown.js";
import { withTimeout, type Timed } from "./with-timeout.js";

/** Calls a handler with a timeout. Its request stays in flight until the handler ends, however late that is. */
export async function callWithTimeout<T>(
  { log }: Settings,
  { event, subscription, source, ticket }: Delivery,
  milliseconds: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<Timed<T>> {
  let running: Promise<T> | undefined;
  const timed = await withTimeout({
    milliseconds,
    signal: source.signal,
    work: (signal) => (running = call(signal)),
    onLateFault: (fault) => logLateFault(log, event, subscription, fault),
  });
  if (timed.isLate) {
    ticket.work = Promise.allSettled([ticket.work, running]);
    const fields = { eventName: event, subscriptionId: subscription.id };
    log.error(fields, `the handler of ${event} took more than ${milliseconds} ms`);
  }
  return timed;
}

/** Logs why a handler failed that nobody waited for any more. */
export function logLateFault(log: Log, event: string, subscription: KnownSubscription, fault: unknown): void {
  log.error(
    { eventName: event, subscriptionId: subscription.id, err: fault },
    `the handler of ${event} failed after the answer was sent: ${toReason(fault)}`,
  );
}
