// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Delivery } from "../settings/delivery.js";
import { emptyReply, refusals, refuseBody, type Reply, type Outcome } from "../http/refusal.js";
import { callWithTimeout } from "./call-with-timeout.js";
import { logLeftOut } from "./log-left-out.js";
import type { Settings } from "../settings/settings.js";

/** Calls `onError` with a report of the POS; logs the code of the error if there is no `onError`. */
export async function answerErrorReport(settings: Settings, delivery: Delivery): Promise<Outcome<Reply>> {
  const { contract, log, givenLog, onError, checkReplay, handlerTimeout } = settings;
  const { event, body, subscription } = delivery;
  const report = contract.validateErrorRequest(body);
  if (!report.ok) return { refusal: refuseBody(report.problems, []) };
  const refusal = await checkReplay(delivery);
  if (refusal) return { refusal };
  logLeftOut(log, delivery, report);
  const { error, original } = report.value;
  const { id: subscriptionId, name: subscriptionName, version } = subscription;
  if (onError === undefined) {
    const code = readCode(error);
    log.warn({ eventName: event, subscriptionId, code }, `the POS could not use our answer to ${event}`);
  } else {
    const context = { eventName: event, subscriptionId, subscriptionName, version, log: givenLog };
    const call = async (): Promise<unknown> => await onError({ error, original, ...context });
    if (handlerTimeout === undefined) await call();
    else if ((await callWithTimeout(settings, delivery, handlerTimeout, call)).isLate) {
      return { refusal: refusals.handlerFailed };
    }
  }
  return { value: emptyReply };
}

/** The code of an error, if it looks like one: the report can have any text there, and a log has no part of a body. */
function readCode(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && /^[A-Z0-9_]{1,64}$/.test(code) ? code : "unknown";
}
