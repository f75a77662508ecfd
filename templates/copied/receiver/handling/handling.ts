import type { Validators } from "../../validators/results.js";
import type { ErrorReport, Log } from "../base/handlers.js";
import { toFields, type Reports } from "../base/log.js";
import type { ReceiverOptions, Store } from "../base/options.js";
import { emptyReply, refuseBody, refusals, type Reply } from "../base/refusals.js";
import { createMemoryStore, withStoreTimeout } from "../base/store.js";
import { getOwn, isObject, type JsonObject } from "../base/values.js";
import { createAnswers } from "./answer.js";
import { createAnswerOnce } from "./dedupe.js";
import { late } from "./handler-time.js";
import { isAwaited } from "./identity.js";
import { answerFirst, answerUnread, keepEvent } from "./queued.js";
import type { AnyQueuedHandler, CheckedRequest, Queueing } from "./queued.js";
import { createReportMismatch, createReportUnknown, logLeftOut, logProblems } from "./reports.js";
import { callInTime, runHandler, toSenderContext } from "./run-handler.js";
import type { AnyHandler, Delivery, Running } from "./run-handler.js";

/** Options without the types of the events. The compiler has checked the handlers, and the receiver calls them by name. */
export interface AnyOptions extends Omit<
  ReceiverOptions<unknown, unknown, ErrorReport, object, object, object>,
  "onError"
> {
  readonly onError?: ((context: never) => unknown) | undefined;
}

/** What the handling stands on. */
export interface Ground extends Reports {
  readonly events: ReadonlySet<string>;
  readonly log: Log;
  readonly givenLog: Log;
  /** Shared with other processes, if there is one. */
  readonly store: Store | undefined;
  /** In milliseconds. */
  readonly keepFor: number;
  readonly isClosing: () => boolean;
}

export type Handling = ReturnType<typeof createHandling>;

/** @throws Error that names an invalid handler. */
export function createHandling(contract: Validators, options: AnyOptions, ground: Ground) {
  const { rules } = contract;
  const { events, log, report, store, keepFor } = ground;
  const { dedupe, onUnknown } = options;
  const queueing: Queueing = {
    running: createRunning(contract, options, ground),
    rules,
    queued: bindHandlers<AnyQueuedHandler>("queued", options.queued ?? {}, events),
    check: (event, body) => checkRequest(contract, options, event, body),
  };
  return {
    ...queueing,
    contract,
    options,
    isClosing: ground.isClosing,
    reportMismatch: createReportMismatch(rules, log),
    reportUnknown: onUnknown && createReportUnknown(rules, onUnknown, report),
    answerOnce: dedupe && createAnswerOnce({ ...dedupe, store, keepFor }, log),
  };
}

function createRunning(contract: Validators, options: AnyOptions, ground: Ground): Running {
  const { events, log, givenLog, tell, report, store } = ground;
  const { dedupe, conversations } = options;
  const answers = createAnswers(contract, options.unsupported, log, report);
  const asked = conversations?.store;
  const asking = {
    rules: contract.rules,
    // A shared store is wrapped once, so that a timeout counts for both uses.
    store: (asked === dedupe?.store ? store : asked && withStoreTimeout(asked)) ?? createMemoryStore(),
    keepFor: conversations?.keepFor ?? 60 * 60 * 1000,
    validate: answers.validate,
    log,
    report,
  };
  return {
    handlers: bindHandlers<AnyHandler>("handlers", options.handlers, events),
    onTimeout: bindHandlers<AnyHandler>("onTimeout", options.onTimeout ?? {}, events),
    handlerTimeout: options.handlerTimeout,
    answers,
    asking,
    log,
    givenLog,
    tell,
    report,
  };
}

/** Binds the handlers of an object or class instance. @throws Error for one that is not a function or has no event. */
function bindHandlers<F>(option: string, handlers: object, events: ReadonlySet<string>) {
  if (!isObject(handlers)) throw new Error(`${option} must be an object.`);
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler !== "function" || events.has(name)) continue;
    throw new Error(`${option}.${name}: unknown event; the events are ${[...events].join(", ")}.`);
  }
  const bound = new Map<string, F>();
  for (const name of events) {
    // Every object inherits `toString` and the like.
    if (name in Object.prototype && !Object.hasOwn(handlers, name)) continue;
    const handler = handlers[name];
    if (handler === undefined) continue;
    if (typeof handler !== "function") throw new Error(`${option}.${name} must be a function.`);
    bound.set(name, handler.bind(handlers) as F);
  }
  return bound;
}

/** @throws Refusal */
function checkRequest(
  contract: Validators,
  options: AnyOptions,
  event: string,
  body: JsonObject,
): CheckedRequest {
  const result = contract.validateRequest(event, body);
  const { required = [] } = contract.rules.events.get(event) ?? {};
  const isComplete = required.every((name) => isObject(getOwn(body, name)));
  const mayBeInvalid = options.invalidRequests === "report" && isComplete;
  if ("problems" in result && !mayBeInvalid) throw refuseBody(result.problems, required);
  // Even with `report`, rejects one of our own answers that is posted back: none has the object `event`.
  if (!isObject(getOwn(body, "event"))) throw refusals.noEvent;
  return "problems" in result
    ? { request: body, requestProblems: result.problems, leftOut: {} }
    : { request: result.value, requestProblems: [], leftOut: result };
}

/** Answers a verified request. @throws Refusal */
export async function answerDelivery(handling: Handling, delivery: Delivery): Promise<Reply> {
  const { event, body } = delivery;
  if (isErrorReport(body)) return answerReport(handling, delivery);
  const { request, requestProblems, leftOut } = handling.check(event, body);
  const { log } = handling.running;
  delivery.request = request;
  delivery.requestProblems = requestProblems;
  logLeftOut(log, delivery, leftOut);
  logProblems(log, delivery, requestProblems);
  // After undocumented parts are left out, because they prove nothing about the shop's release.
  handling.reportMismatch(delivery, request);
  handling.reportUnknown?.(delivery, request);
  return answerEvent(handling, delivery);
}

/** The POS sends its report to the event's URL, so only the body identifies it. */
const isErrorReport = (body: JsonObject): boolean =>
  Object.hasOwn(body, "error") && Object.hasOwn(body, "original");

async function answerEvent(handling: Handling, delivery: Delivery): Promise<Reply> {
  const { running, queued, options } = handling;
  const { event, body, source } = delivery;
  const isQueued = queued.has(event);
  const isLater = !isAwaited(body) && options.nonBlocking !== "wait";
  const hasHandler = running.handlers.has(event);
  if (options.inbox && (isQueued || (isLater && hasHandler))) {
    await keepEvent(handling, options.inbox, delivery);
    if (!isAwaited(body)) return emptyReply;
    return hasHandler ? answerOnce(handling, delivery, runHandler) : runHandler(running, delivery);
  }
  const answerLater = source.waitUntil === undefined ? answerUnread : answerFirst;
  return answerOnce(handling, delivery, isLater ? answerLater : runHandler);
}

async function answerOnce(handling: Handling, delivery: Delivery, answer: typeof runHandler): Promise<Reply> {
  const { running, rules, isClosing } = handling;
  const rule = rules.events.get(delivery.event);
  if (!handling.answerOnce || rule === undefined || rule.repeated) return answer(running, delivery);
  const mayWait = (): boolean => !isClosing() && !delivery.source.signal?.aborted;
  return handling.answerOnce(delivery, rule.own, mayWait, () => answer(running, delivery));
}

/** Passes a report of the POS to `onError`, or logs its code. @throws Refusal */
async function answerReport({ contract, running, options }: Handling, delivery: Delivery): Promise<Reply> {
  const { onError } = options;
  const { log } = running;
  const { event, body } = delivery;
  const report = contract.validateErrorRequest(body);
  if ("problems" in report) throw refuseBody(report.problems, []);
  logLeftOut(log, delivery, report);
  const { error, original } = report.value as ErrorReport;
  if (onError) {
    const context = { error, original, ...toSenderContext(delivery, running.givenLog) };
    const answer = await callInTime(running, delivery, async () => await onError(context as never));
    if (answer === late) throw refusals.handlerFailed;
  } else {
    const { code } = error as { readonly code?: unknown };
    // The code can be any string, and no value of a body may reach the log.
    const isCode = typeof code === "string" && /^[A-Z0-9_]{1,64}$/.test(code);
    const fields = { ...toFields(delivery), code: isCode ? code : "unknown" };
    log.warn(fields, `the POS rejected the answer to ${event}`);
  }
  return emptyReply;
}
