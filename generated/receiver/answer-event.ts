// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Problem } from "../validators/result.js";
import { mayWait } from "./accounts.js";
import { andThen } from "./awaitable.js";
import { checkAnswer } from "./check-answer.js";
import type { Delivery } from "./delivery.js";
import { reportContradiction } from "./contradictions.js";
import { isEvent } from "./direction.js";
import type { Awaitable } from "./handlers.js";
import { isObject, type JsonObject } from "./json-body.js";
import { nothingToDo, refusals, refuseBody, type Reply, type Step } from "./refusal.js";
import { logLateFault } from "./report.js";
import { runHandler, type Call } from "./run-handler.js";
import type { Settings } from "./settings.js";

/** Checks the request, asks its handler, and checks what that answers. */
export function answerEvent(settings: Settings, delivery: Delivery): Awaitable<Step<Reply>> {
  const { contract, claimBody, invalidRequests } = settings;
  const { event, body } = delivery;
  const request = contract.validateRequest(event, body);
  const ownObjects = contract.ownObjects[event] ?? [];
  const mayBeInvalid = invalidRequests === "report" && ownObjects.every((name) => Object.hasOwn(body, name));
  if (!request.ok && !mayBeInvalid) return { refusal: refuseBody(request.problems, ownObjects) };
  // In whatever mode: an answer of ours that somebody posts back has none.
  if (!isEvent(body)) return { refusal: refusals.noEvent };
  return andThen(claimBody(delivery), (refusal) => {
    if (refusal) return { refusal };
    const call: Call = {
      delivery,
      request: request.ok ? request.value : body,
      requestProblems: request.ok ? noProblems : request.problems,
      isAwaited: isAwaitedFor(body),
    };
    reportOddities(settings, call);
    return answerCall(settings, call);
  });
}

/** Tells of what the handler gets although the spec says otherwise, or nothing of it. */
function reportOddities(
  { contract, log, reportUnknown }: Settings,
  { delivery, requestProblems }: Call,
): void {
  const { event, body, subscription } = delivery;
  for (const { path, message } of requestProblems) {
    log.warn(
      { eventName: event, subscriptionId: subscription.id, path },
      `${event}: the request is not what the spec says: ${path}: ${message}`,
    );
  }
  reportContradiction(delivery, () => contract.inferVersion(body, event), log);
  reportUnknown?.(delivery);
}

/** As often as it was delivered, or once, as the options have it. */
function answerCall(settings: Settings, call: Call): Awaitable<Step<Reply>> {
  const { contract, answerOnce, nonBlocking, inFlightLimit } = settings;
  const { delivery, isAwaited } = call;
  const { event, source } = delivery;
  const isFirst = !isAwaited && source.waitUntil !== undefined && nonBlocking !== "wait";
  const answer = isFirst ? answerFirst : handle;
  if (answerOnce === undefined || contract.repeated.includes(event)) return answer(settings, call);
  const ownObjects = contract.ownObjects[event] ?? [];
  const occurrence = { ...delivery, ownObjects, mayWait: () => mayWait(delivery.account, inFlightLimit) };
  return answerOnce(occurrence, () => answer(settings, call));
}

const noProblems: readonly Problem[] = [];

/** Only what says that it does not block is not waited for; and whoever polls waits. */
function isAwaitedFor({ event }: JsonObject): boolean {
  return !isObject(event) || event["eventBlocking"] !== false || event["eventPolling"] === true;
}

function handle(settings: Settings, call: Call): Awaitable<Step<Reply>> {
  return andThen(runHandler(settings, call), (answer) =>
    answer === undefined ? { refusal: refusals.handlerFailed } : checkAnswer(settings, call.delivery, answer),
  );
}

/** The POS has its answer at once; what the handler answers later is checked, but nobody gets it. */
function answerFirst(settings: Settings, call: Call): Step<Reply> {
  const { ticket, source } = call.delivery;
  ticket.work = workOn(settings, call);
  source.waitUntil?.(ticket.work);
  return { value: nothingToDo };
}

async function workOn(settings: Settings, call: Call): Promise<void> {
  const { traffic, log } = settings;
  const { event, subscription } = call.delivery;
  traffic.enter();
  try {
    // Lets the answer go out first, whatever the handler does at once.
    await new Promise((resolve) => setTimeout(resolve, 0));
    const { value } = await handle(settings, call);
    if (value?.status === 400) logLateFault(log, event, subscription, new Error("it answered an error"));
  } catch (fault) {
    logLateFault(log, event, subscription, fault);
  } finally {
    traffic.leave();
  }
}
