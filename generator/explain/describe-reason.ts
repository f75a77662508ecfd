import type { Fleet } from "../time/fleet.js";
import { describeShops, formatReason } from "../view/reasons.js";
import { describeSpans } from "./describe-spans.js";
import type { Explanation } from "./explain.js";

/** Why something is not, or not wholly, in a fleet; undefined where it is. */
export function describeReason({ reason, exists }: Explanation, fleet: Fleet): string | undefined {
  if (reason === "time") return `${describeSpans(exists)}: not in ${describeShops(fleet)}`;
  return reason && formatReason({ kind: reason }, fleet);
}

/** Why an event is left out. */
export const describeUnanswerable = (fleet: Fleet): string =>
  formatReason({ kind: "no-safe-response" }, fleet);
