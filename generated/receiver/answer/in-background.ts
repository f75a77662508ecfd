// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Delivery } from "../settings/delivery.js";
import type { Settings } from "../settings/settings.js";
import { logLateFault } from "./call-with-timeout.js";

/** Works after the answer, whose request stays in flight until then. A fault is logged. */
export function runInBackground(settings: Settings, delivery: Delivery, work: () => unknown): void {
  const { ticket, source } = delivery;
  ticket.work = runLater(settings, delivery, work);
  source.waitUntil?.(ticket.work);
}

async function runLater(
  { requests, log }: Settings,
  { event, subscription }: Delivery,
  work: () => unknown,
): Promise<void> {
  requests.start();
  try {
    // Lets the answer go out first, even if the work is synchronous.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await work();
  } catch (fault) {
    logLateFault(log, event, subscription, fault);
  } finally {
    requests.finish();
  }
}
