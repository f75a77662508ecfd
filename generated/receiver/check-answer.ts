// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Problem } from "../validators/result.js";
import { completeAnswer } from "./complete-answer.js";
import type { Delivery } from "./delivery.js";
import { refusals, type Reply, type Step } from "./refusal.js";
import type { Settings } from "./settings.js";

/** Completes a handler's answer and checks it for the shop that asked: half an answer never goes out. */
export function checkAnswer(settings: Settings, delivery: Delivery, answer: unknown): Step<Reply> {
  const { contract, log, unsupported } = settings;
  const { event, subscription } = delivery;
  const complete = completeAnswer(settings, delivery, answer);
  const response = contract.validateResponse(event, complete, { version: subscription.version, unsupported });
  if (response.ok) {
    for (const omitted of response.omitted ?? []) logOmission(settings, delivery, omitted);
    const text = contract.json?.stringify(response.value, event);
    return { value: createReply(response.value as object, text) };
  }
  const faults = response.problems.map(({ path, message }) => `${path === "" ? "/" : path}: ${message}`);
  log.error(
    { eventName: event, subscriptionId: subscription.id, problems: response.problems },
    `the handler of ${event} gave an invalid answer: ${faults.join("; ")}`,
  );
  return { refusal: refusals.handlerFailed };
}

/** What the shop does not take is never left out in silence. */
function logOmission({ log }: Settings, { event, subscription }: Delivery, omitted: Problem): void {
  const { path, message } = omitted;
  log.warn(
    { eventName: event, subscriptionId: subscription.id, path },
    `${event}: left out of the answer: ${message}`,
  );
}

function createReply(body: object, text: string | undefined): Reply {
  return { status: "error" in body && body.error !== undefined ? 400 : 200, body, text };
}
