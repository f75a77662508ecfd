import type { Problem } from "../validators/result.js";
import { andThen } from "./awaitable.js";
import { checkAnswer } from "./check-answer.js";
import type { Delivery } from "./delivery.js";
import type { Awaitable } from "./handlers.js";
import { isObject, type JsonObject } from "./json-body.js";
import { refusals, refuseBody, type Reply, type Step } from "./refusal.js";
import { logLateFault } from "./report.js";
import { runHandler, type Call } from "./run-handler.js";
import type { Settings } from "./settings.js";

/** Checks the request, asks its handler, and checks what that answers. */
export function answerEvent(settings: Settings, delivery: Delivery): Awaitable<Step<Reply>> {
  const { contract, answerOnce, reportUnknown, watchVersion } = settings;
  const { event, body, subscription } = delivery;
  const request = contract.validateRequest(event, body);
  if (!request.ok && !isReportedOnly(settings, delivery, request.problems)) {
    return { refusal: refuseBody(request.problems, contract.ownObjects[event] ?? []) };
  }
  watchVersion(subscription, () => contract.inferVersion(body, event));
  reportUnknown?.(body, event, subscription.id);
  const isAwaited = isAwaitedFor(body);
  const call: Call = {
    delivery,
    request: request.ok ? request.value : body,
    requestProblems: request.ok ? noProblems : request.problems,
    isAwaited,
  };
  const isFirst = !isAwaited && delivery.source.waitUntil !== undefined && settings.nonBlocking !== "wait";
  const answer = isFirst ? answerFirst : handle;
  if (answerOnce === undefined || contract.repeated.includes(event)) return answer(settings, call);
  return answerOnce(delivery, () => answer(settings, call));
}

const noProblems: readonly Problem[] = [];

/** Whether a request that is not what its type says goes to the handler all the same, as the options have it. */
function isReportedOnly(
  { contract, log, invalidRequests }: Settings,
  { event, body, subscription }: Delivery,
  problems: readonly Problem[],
): boolean {
  if (invalidRequests !== "report") return false;
  const ownObjects = contract.ownObjects[event] ?? [];
  if (!ownObjects.every((name) => Object.hasOwn(body, name))) return false;
  for (const { path, message } of problems) {
    log.warn(
      { eventName: event, subscriptionId: subscription.id, path },
      `${event}: the request is not what the spec says: ${path}: ${message}`,
    );
  }
  return true;
}

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
  call.delivery.source.waitUntil?.(workOn(settings, call));
  return { value: { status: 200, body: {} } };
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
