import type { Delivery } from "./delivery.js";
import { nothingToDo, refusals, refuseBody, type Reply, type Step } from "./refusal.js";
import { callInTime } from "./run-handler.js";
import type { Settings } from "./settings.js";

/** Hands a report to `onError`; where there is none, the log gets its code. */
export async function answerErrorReport(settings: Settings, delivery: Delivery): Promise<Step<Reply>> {
  const { contract, log, givenLog, onError, claimBody, handlerTimeout } = settings;
  const { event, body, subscription } = delivery;
  const report = contract.validateErrorRequest(body);
  if (!report.ok) return { refusal: refuseBody(report.problems, []) };
  const refusal = await claimBody(delivery);
  if (refusal) return { refusal };
  const { error, original } = report.value;
  const { id: subscriptionId, name: subscriptionName, version } = subscription;
  if (onError === undefined) {
    const { code } = error as { readonly code?: unknown };
    log.warn({ eventName: event, subscriptionId, code }, `the POS could not use our answer to ${event}`);
  } else {
    const context = { eventName: event, subscriptionId, subscriptionName, version, log: givenLog };
    const call = async (): Promise<unknown> => await onError({ error, original, ...context });
    if (handlerTimeout === undefined) await call();
    else if ((await callInTime(settings, delivery, handlerTimeout, call)).isLate) {
      return { refusal: refusals.handlerFailed };
    }
  }
  return { value: nothingToDo };
}
