import type { Valid } from "../../validators/results.js";
import type { Log } from "../api/log.js";
import type { Delivery } from "../settings/delivery.js";

/** How many nulls are named in their line. */
const mostNamed = 5;

/**
 * Logs what was left out of a request: its place and the kind of problem, never its value. What does not fit has a line
 * each. All nulls share one, as they are no news: it is how a till may write that it has nothing to say.
 */
export function logLeftOut(
  log: Log,
  { event, subscription }: Pick<Delivery, "event" | "subscription">,
  { leftOut = [], moreLeftOut: more }: Pick<Valid<unknown>, "leftOut" | "moreLeftOut">,
): void {
  const fields = { eventName: event, subscriptionId: subscription.id };
  const start = `${event}: left out of the request:`;
  for (const { path, code, message } of leftOut) {
    if (code !== "null") log.warn({ ...fields, path, code }, `${start} ${message}`);
  }
  if (more && more.misfits > 0) log.warn(fields, `${start} ${more.misfits} more parts`);
  const nulls = leftOut.filter(({ code }) => code === "null").map(({ path }) => path);
  if (nulls.length === 0) return;
  const count = nulls.length + (more?.nulls ?? 0);
  const paths = nulls.slice(0, mostNamed);
  log.info({ ...fields, code: "null", count, paths }, `${start} ${describeNulls(count, paths)}`);
}

function describeNulls(count: number, paths: readonly string[]): string {
  const what = count === 1 ? "a null, which counts as absent" : `${count} nulls, which count as absent`;
  const others = count - paths.length;
  return `${what}: ${paths.join(", ")}${others > 0 ? ` and ${others} more` : ""}`;
}
