// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Problem, Result } from "../../validators/result.js";
import { isEvent } from "../auth/reflection.js";
import { emptyReply, refusals, refuseBody, type Outcome, type Reply } from "../http/refusal.js";
import type { Delivery } from "../settings/delivery.js";
import { mayWait } from "../settings/in-flight-limit.js";
import type { Settings } from "../settings/settings.js";
import { andThen, type Awaitable } from "../values/awaitable.js";
import { isObject, type JsonObject } from "../values/json-object.js";
import { reportVersionMismatch } from "../version/version-mismatch.js";
import { logLateFault } from "./call-with-timeout.js";
import { checkAnswer } from "./check-answer.js";
import { logLeftOut } from "./log-left-out.js";
import { runHandler, type Call } from "./run-handler.js";

/** Checks the request, runs its handler, and checks its answer. */
export function answerEvent(settings: Settings, delivery: Delivery): Awaitable<Outcome<Reply>> {
  const { contract, checkReplay, invalidRequests } = settings;
  const { event, body } = delivery;
  const request = contract.validateRequest(event, body);
  const required = contract.requiredObjects[event] ?? [];
  const mayBeInvalid = invalidRequests === "report" && required.every((name) => Object.hasOwn(body, name));
  if (!request.ok && !mayBeInvalid) return { refusal: refuseBody(request.problems, required) };
  // Also with `report`: one of our answers that somebody posts back has no event.
  if (!isEvent(body)) return { refusal: refusals.noEvent };
  return andThen(checkReplay(delivery), (refusal) => {
    if (refusal) return { refusal };
    const call: Call = {
      delivery,
      request: request.ok ? request.value : body,
      requestProblems: request.ok ? noProblems : request.problems,
      isAwaited: isAwaitedFor(body),
    };
    reportSurprises(settings, call, request);
    return answerCall(settings, call);
  });
}

/** Logs and reports what the spec, or the subscription's release, does not allow, and what the handler does not get. */
function reportSurprises(
  { contract, log, reportUnknown }: Settings,
  { delivery, request, requestProblems }: Call,
  result: Result<unknown>,
): void {
  const { event, subscription } = delivery;
  // As the handler gets it: what was left out proves nothing, and what has another shape is not unknown.
  const body = request as JsonObject;
  if (result.ok) logLeftOut(log, delivery, result);
  for (const { path, message } of requestProblems) {
    log.warn(
      { eventName: event, subscriptionId: subscription.id, path },
      `${event}: the request is not what the spec says: ${path}: ${message}`,
    );
  }
  reportVersionMismatch(delivery, () => contract.inferVersion(body, event), log);
  reportUnknown?.({ ...delivery, body });
}

/** Answers each request, or each event once with `dedupe`. */
function answerCall(settings: Settings, call: Call): Awaitable<Outcome<Reply>> {
  const { contract, answerOnce, nonBlocking, inFlightLimit } = settings;
  const { delivery, isAwaited } = call;
  const { event, source } = delivery;
  const isFirst = !isAwaited && source.waitUntil !== undefined && nonBlocking !== "wait";
  const answer = isFirst ? answerFirst : handle;
  if (answerOnce === undefined || contract.repeated.includes(event)) return answer(settings, call);
  const ownObjects = contract.ownObjects[event] ?? [];
  const request = { ...delivery, ownObjects, mayWait: () => mayWait(delivery.account, inFlightLimit) };
  return answerOnce(request, () => answer(settings, call));
}

const noProblems: readonly Problem[] = [];

/** The POS waits unless it sends `eventBlocking: false` and is not polling. */
function isAwaitedFor({ event }: JsonObject): boolean {
  return !isObject(event) || event["eventBlocking"] !== false || event["eventPolling"] === true;
}

function handle(settings: Settings, call: Call): Awaitable<Outcome<Reply>> {
  return andThen(runHandler(settings, call), (answer) =>
    answer === undefined ? { refusal: refusals.handlerFailed } : checkAnswer(settings, call.delivery, answer),
  );
}

/** Answers at once; what the handler answers later is checked, but not sent. */
function answerFirst(settings: Settings, call: Call): Outcome<Reply> {
  const { ticket, source } = call.delivery;
  ticket.work = handleInBackground(settings, call);
  source.waitUntil?.(ticket.work);
  return { value: emptyReply };
}

async function handleInBackground(settings: Settings, call: Call): Promise<void> {
  const { requests, log } = settings;
  const { event, subscription } = call.delivery;
  requests.start();
  try {
    // Lets the answer go out first, even if the handler works synchronously.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { value } = await handle(settings, call);
    if (value?.status === 400) logLateFault(log, event, subscription, new Error("it answered an error"));
  } catch (fault) {
    logLateFault(log, event, subscription, fault);
  } finally {
    requests.finish();
  }
}
