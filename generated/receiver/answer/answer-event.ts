// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { emptyReply, type Outcome, type Reply } from "../http/refusal.js";
import type { Delivery } from "../settings/delivery.js";
import { mayWait } from "../settings/in-flight-limit.js";
import type { Settings } from "../settings/settings.js";
import { andThen, type Awaitable } from "../values/awaitable.js";
import type { JsonObject } from "../values/json-object.js";
import { reportVersionMismatch } from "../version/version-mismatch.js";
import { answerNow, answerQueued } from "./answer-queued.js";
import { checkRequest, type CheckedRequest } from "./check-request.js";
import { handle } from "./handle.js";
import { runInBackground } from "./in-background.js";
import { isAwaitedFor } from "./is-awaited.js";
import { logLeftOut } from "./log-left-out.js";
import type { Call } from "./run-handler.js";

/** Checks the request, stores it or runs its handler, and checks the answer. */
export function answerEvent(settings: Settings, delivery: Delivery): Awaitable<Outcome<Reply>> {
  const { event, body } = delivery;
  const checked = checkRequest(settings, event, body);
  if (checked.refusal) return checked;
  return andThen(settings.checkReplay(delivery), (refusal) => {
    if (refusal) return { refusal };
    const { request, requestProblems } = checked.value;
    reportSurprises(settings, delivery, checked.value);
    return answerCall(settings, { delivery, request, requestProblems, isAwaited: isAwaitedFor(body) });
  });
}

/** Logs and reports what the spec, or the subscription's release, does not allow, and what the handler does not get. */
function reportSurprises(
  { contract, log, reportUnknown }: Settings,
  delivery: Delivery,
  { request, requestProblems, result }: CheckedRequest,
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

/** Has the inbox keep an event that is handled later; any other is answered at once. */
function answerCall(settings: Settings, call: Call): Awaitable<Outcome<Reply>> {
  const { handlers, queued, keepEvent, nonBlocking } = settings;
  const { delivery, isAwaited } = call;
  const { event, source } = delivery;
  const isQueued = queued.has(event);
  const isLater = !isAwaited && nonBlocking !== "wait";
  if (keepEvent && (isQueued || (isLater && handlers.has(event)))) {
    return andThen(keepEvent(delivery), (refusal) => {
      if (refusal) return { refusal };
      const isAnswered = isAwaited && handlers.has(event);
      return isAnswered ? answerOnce(settings, call, handle) : answerNow(settings, call);
    });
  }
  const isFirst = isLater && source.waitUntil !== undefined;
  return answerOnce(settings, call, isQueued ? answerQueued : isFirst ? answerFirst : handle);
}

type AnswerCall = (settings: Settings, call: Call) => Awaitable<Outcome<Reply>>;

/** Answers each request, or each event once with `dedupe`. */
function answerOnce(settings: Settings, call: Call, answer: AnswerCall): Awaitable<Outcome<Reply>> {
  const { contract, inFlightLimit } = settings;
  const { delivery } = call;
  const { event } = delivery;
  if (settings.answerOnce === undefined || contract.repeated.includes(event)) return answer(settings, call);
  const ownObjects = contract.ownObjects[event] ?? [];
  const request = { ...delivery, ownObjects, mayWait: () => mayWait(delivery.account, inFlightLimit) };
  return settings.answerOnce(request, () => answer(settings, call));
}

/** Answers at once; what the handler answers later is checked, but not sent. */
function answerFirst(settings: Settings, call: Call): Outcome<Reply> {
  runInBackground(settings, call.delivery, async () => {
    const { value } = await handle(settings, call);
    if (value?.status === 400) throw new Error("it answered an error");
  });
  return { value: emptyReply };
}
