// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Problem } from "../../validators/result.js";
import type { Log } from "../api/log.js";
import type { Delivery } from "../settings/delivery.js";

/**
 * Logs what was left out of a request: its place and the kind of problem, never its value. A null is no news: it is how
 * a till may write that it has nothing to say.
 */
export function logLeftOut(
  log: Log,
  { event, subscription }: Pick<Delivery, "event" | "subscription">,
  leftOut: readonly Problem[],
): void {
  for (const { path, code, message } of leftOut) {
    log[code === "null" ? "info" : "warn"](
      { eventName: event, subscriptionId: subscription.id, path, code },
      `${event}: left out of the request: ${message}`,
    );
  }
}
