import type { Delivery } from "./delivery.js";
import type { JsonObject } from "./json-body.js";
import { refuseBody, type Reply, type Step } from "./refusal.js";
import type { Settings } from "./settings.js";

/** Tells the POS's report on an answer of ours from an event: both come to the same URL. */
export function isErrorReport(body: JsonObject): boolean {
  return Object.hasOwn(body, "error") && Object.hasOwn(body, "original");
}

/** Hands a report to `onError`; where there is none, the log gets its code. */
export async function answerErrorReport(
  { contract, log, onError }: Settings,
  { event, body, subscription }: Delivery,
): Promise<Step<Reply>> {
  const report = contract.validateErrorRequest(body);
  if (!report.ok) return { refusal: refuseBody(report.problems, []) };
  const { error, original } = report.value;
  const { id: subscriptionId, name: subscriptionName, version } = subscription;
  if (onError === undefined) {
    const { code } = error as { readonly code?: unknown };
    log.warn({ eventName: event, subscriptionId, code }, `the POS could not use our answer to ${event}`);
  } else {
    await onError({ error, original, eventName: event, subscriptionId, subscriptionName, version, log });
  }
  return { value: { status: 200, body: {} } };
}
