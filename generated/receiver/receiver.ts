// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Problem, Result } from "../validators/results.js";
import { createAnswers, isErrorReport, isEvent, type AnswerContract } from "./answer.js";
import { claimBody, createAnswerOnce, createSharedReplayCheck, isAwaited, refuseReplay } from "./dedupe.js";
import { createReportUnknown, logLeftOut, logProblems, reportMismatch } from "./evidence.js";
import { callWithTimeout, handle, late, type AnyHandler, type Delivery } from "./handling.js";
import type { ErrorReport, EventName } from "./handlers.js";
import type { Refusal } from "./http.js";
import {
  createBodyReader,
  isTooDeep,
  parseBody,
  checkContentType,
  checkEncoding,
  emptyReply,
  isRefusal,
  readHeader,
  readSubscriptionId,
  refusals,
  refuseBody,
  toResponse,
  type RawRequest,
  type RawResponse,
  type Receiver,
  type Reply,
} from "./http.js";
import { consoleLog, createSafeLog, observe, type Log } from "./log.js";
import { bindHandlers, checkLimits, type CheckedOptions } from "./options.js";
import {
  answerFirst,
  answerNow,
  answerQueued,
  createHandleStored,
  createKeepEvent,
  type AnyQueuedHandler,
  type HandleStored,
} from "./queued.js";
import { createMemoryStore, withStoreTimeout } from "./store.js";
import {
  authenticate,
  createAccounts,
  createFinder,
  type KnownSubscription,
  type VerifiedEvent,
} from "./subscriptions.js";
import { getOwn, isObject, toReason, tryToRead, type JsonObject } from "./values.js";

/** The generated code's contract: the events of the spec, and how to check their bodies. */
export interface Contract<
  Requests,
  Responses,
  Report extends ErrorReport = ErrorReport,
> extends AnswerContract {
  validateRequest<E extends EventName<Requests, Responses>>(event: E, body: unknown): Result<Requests[E]>;
  validateErrorRequest(body: unknown): Result<Report>;
}

/** A contract without its types, which the compiler has checked against the options. */
type AnyContract = Contract<Record<string, unknown>, Record<string, unknown>>;

type AnyOptions = CheckedOptions<Record<string, unknown>, Record<string, unknown>, ErrorReport>;

/**
 * Creates a receiver for the events of a contract.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createProtocolReceiver<Requests, Responses, Report extends ErrorReport = ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: CheckedOptions<Requests, Responses, Report>,
): Receiver {
  const core = createCore(contract as AnyContract, options as AnyOptions);
  return { receive: (request) => receive(core, request), close: () => core.inFlight.close() };
}

/**
 * Creates what a worker calls for each stored event, with the options of the receiver that stored it.
 * @throws Error with one sentence on the option that is wrong.
 */
export function createStoredHandling<Requests, Responses, Report extends ErrorReport = ErrorReport>(
  contract: Contract<Requests, Responses, Report>,
  options: CheckedOptions<Requests, Responses, Report>,
): HandleStored {
  return createHandleStored(createCore(contract as AnyContract, options as AnyOptions));
}

/** In milliseconds. */
const hour = 60 * 60 * 1000;

/** The options, checked and made ready for the steps of a request. */
type Core = ReturnType<typeof createCore>;

function createCore(contract: AnyContract, options: AnyOptions) {
  const { dedupe, conversations, onUnknown, onReceived, onAnswered, inbox } = options;
  const { known } = contract;
  const events = new Set(Object.keys(known.events));
  const limits = checkLimits(options, events);
  const log = createSafeLog(options.log ?? consoleLog);
  // A store that is given twice is one here, so that its silence is waited for once.
  const store = dedupe?.store && withStoreTimeout(dedupe.store);
  const shared = conversations?.store === dedupe?.store ? store : undefined;
  const kept = shared ?? (conversations?.store && withStoreTimeout(conversations.store));
  const answers = createAnswers(contract, options.unsupported, log);
  return {
    ...options,
    ...limits,
    contract,
    events,
    log,
    handlers: bindHandlers<AnyHandler>("handlers", options.handlers, events),
    onTimeout: bindHandlers<AnyHandler>("onTimeout", options.onTimeout ?? {}, events),
    queued: bindHandlers<AnyQueuedHandler>("queued", options.queued ?? {}, events),
    answers,
    asking: {
      known,
      store: kept ?? createMemoryStore(),
      keepFor: conversations?.keepFor ?? hour,
      validate: (given: VerifiedEvent, answer: object) => answers.validate(given, answer),
      log,
    },
    inFlight: createInFlight(),
    observer: onReceived || onAnswered ? { onReceived, onAnswered } : undefined,
    findSubscription: createFinder(options.subscriptions, contract.fleet, log),
    readBody: createBodyReader(limits),
    findAccount: createAccounts(),
    check: (event: string, body: JsonObject) => checkRequest(contract, options.invalidRequests, event, body),
    checkSharedReplay: store && createSharedReplayCheck(store, limits.keepFor, log),
    reportUnknown: onUnknown && createReportUnknown(known, onUnknown, log),
    keepEvent: inbox && createKeepEvent(known, inbox, log),
    answerOnce: dedupe && createAnswerOnce({ ...dedupe, store, keepFor: limits.keepFor }, log),
  };
}

/** The progress of a request: a refusal depends on how far it came. */
interface Progress {
  /** A subscription of the id in the request, verified or not: only for the log. */
  named?: KnownSubscription;
  /** The verified sender: only answers to it are signed. */
  sender?: KnownSubscription;
  delivery?: Delivery;
}

/** Answers a request, whatever goes wrong, and signs the answer if the sender was verified. */
async function receive(core: Core, request: RawRequest): Promise<RawResponse> {
  const { log, inFlight, observer } = core;
  if (core.healthCheck === request.event && /^(?:GET|HEAD)$/.test(request.method))
    return toResponse(inFlight.isClosing ? closingReply : healthyReply, undefined, inFlight.isClosing);
  const eventName = core.events.has(request.event) ? request.event : undefined;
  const reportAnswer = observer && observe(observer, log, eventName);
  const progress: Progress = {};
  let reply: Reply;
  inFlight.begin();
  try {
    reply = await answerVerified(core, await admit(core, request, progress));
  } catch (fault) {
    reply = refuse(core, request, progress, fault);
  }
  const { sender, delivery } = progress;
  const response = await toResponse(reply, sender, inFlight.isClosing);
  if (delivery) finishDelivery(delivery);
  inFlight.end();
  reportAnswer?.(reply, sender?.id, delivery);
  return response;
}

/** Takes a request in, step by step: nothing is parsed before its signature was verified over the raw bytes. @throws Refusal */
async function admit(core: Core, request: RawRequest, progress: Progress): Promise<Delivery> {
  const { log, events, bodyLimit, inFlight } = core;
  if (inFlight.isClosing) throw refusals.shuttingDown;
  if (request.method !== "POST") throw refusals.methodNotAllowed;
  if (!events.has(request.event)) throw refusals.unknownEvent;
  if (Number(readHeader(request, "content-length")) > bodyLimit) throw refusals.bodyTooLarge;

  const candidates = await core.findSubscription(readSubscriptionId(request));
  progress.named = candidates[0];
  checkEncoding(request);
  const bytes = await core.readBody(request);
  const signature = readHeader(request, "x-mplus-signature");
  const subscription = await authenticate(candidates, bytes, signature, log);
  progress.named = progress.sender = subscription;

  const account = await core.findAccount(subscription);
  const claimed = claimBody(account, signature, request.event);
  checkContentType(request);
  if (!hasRoom(account, bytes.length, core.inFlightLimit)) throw refusals.tooMuchAtOnce;
  const body = parseBody(bytes);
  const delivery = createDelivery({ source: request, subscription, account, bytes, body });
  progress.delivery = delivery;
  refuseReplay(claimed, request.event);
  await core.checkSharedReplay?.(delivery, signature);
  return delivery;
}

/** Answers a verified request: a report of the POS, or an event. @throws Refusal */
async function answerVerified(core: Core, delivery: Delivery): Promise<Reply> {
  const { event, body } = delivery;
  if (isErrorReport(body)) return answerReport(core, delivery);
  const { request, requestProblems, leftOut } = core.check(event, body);
  delivery.request = request;
  delivery.requestProblems = requestProblems;
  // Of the request as the handler gets it: what was left out proves nothing about the shop's release.
  if (leftOut) logLeftOut(core.log, delivery, leftOut);
  logProblems(core.log, delivery, requestProblems);
  reportMismatch(core.contract.known, delivery, request, core.log);
  core.reportUnknown?.(delivery, request);
  return answerOrStore(core, delivery);
}

const healthyReply: Reply = { status: 200, text: '{"status":"ok"}', code: undefined };
const closingReply: Reply = { status: 503, text: '{"status":"closing"}', code: undefined };

/** Counts a request as in flight from now on. */
function createDelivery(
  given: Pick<Delivery, "source" | "subscription" | "account" | "bytes" | "body">,
): Delivery {
  given.account.inFlight += given.bytes.length + overhead;
  const event = given.source.event;
  return {
    ...given,
    event,
    request: undefined,
    requestProblems: [],
    work: undefined,
    handlerDuration: undefined,
  };
}

/** A body as handlers get it. */
interface CheckedRequest {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
  /** Set where something was left out of it. */
  readonly leftOut?: Extract<Result<unknown>, { ok: true }> | undefined;
}

/** Checks a verified body against the type of its event. @throws Refusal */
function checkRequest(
  contract: AnyContract,
  invalidRequests: "refuse" | "report" | undefined,
  event: string,
  body: JsonObject,
): CheckedRequest {
  const result = contract.validateRequest(event, body);
  if ("problems" in result) {
    const required = contract.known.events[event]?.required ?? [];
    const mayBeInvalid =
      invalidRequests === "report" && required.every((name) => isObject(getOwn(body, name)));
    if (!mayBeInvalid) throw refuseBody(result.problems, required);
  }
  // Also with `report`: one of our answers that somebody posts back has no event.
  if (!isEvent(body)) throw refusals.noEvent;
  return "problems" in result
    ? { request: body, requestProblems: result.problems }
    : { request: result.value, requestProblems: [], leftOut: result.leftOut && result };
}

/** Has the inbox keep an event that is handled later; any other is answered at once. */
async function answerOrStore(core: Core, delivery: Delivery): Promise<Reply> {
  const { keepEvent, queued, handlers, nonBlocking } = core;
  const { event, body, source } = delivery;
  const isQueued = queued.has(event);
  const isLater = !isAwaited(body) && nonBlocking !== "wait";
  const hasHandler = handlers.has(event);
  if (keepEvent && (isQueued || (isLater && hasHandler))) {
    await keepEvent(delivery);
    return isAwaited(body) && hasHandler ? answerOnce(core, delivery, handle) : answerNow(core, delivery);
  }
  if (isQueued) return answerOnce(core, delivery, answerQueued);
  return answerOnce(core, delivery, isLater && source.waitUntil !== undefined ? answerFirst : handle);
}

/** Answers each request, or each event once with `dedupe`. */
async function answerOnce(
  core: Core,
  delivery: Delivery,
  answer: (core: Core, delivery: Delivery) => Promise<Reply>,
): Promise<Reply> {
  const { event, account } = delivery;
  const known = core.contract.known.events[event];
  if (!core.answerOnce || known === undefined || known.repeated) return answer(core, delivery);
  // Repeats get half of the limit, so that somebody who replays a captured request cannot keep out the shop's own.
  const mayWait = (): boolean => account.inFlight <= core.inFlightLimit / 2;
  return core.answerOnce(delivery, known.own, mayWait, () => answer(core, delivery));
}

/** Calls `onError` with a report of the POS; logs the code of the error if there is no `onError`. @throws Refusal */
async function answerReport(core: Core, delivery: Delivery): Promise<Reply> {
  const { contract, log, onError, handlerTimeout } = core;
  const { event, body, subscription } = delivery;
  const report = contract.validateErrorRequest(body);
  if ("problems" in report) throw refuseBody(report.problems, []);
  logLeftOut(log, delivery, report);
  const { error, original } = report.value;
  const { id: subscriptionId, name: subscriptionName, version } = subscription;
  if (onError === undefined) {
    const code = readCode(error);
    log.warn({ eventName: event, subscriptionId, code }, `the POS could not use our answer to ${event}`);
    return emptyReply;
  }
  const context = { eventName: event, subscriptionId, subscriptionName, version, log };
  const call = async (): Promise<unknown> => await onError({ error, original, ...context });
  if (handlerTimeout === undefined) await call();
  else if ((await callWithTimeout(log, delivery, handlerTimeout, call)) === late)
    throw refusals.handlerFailed;
  return emptyReply;
}

/** The code of an error, if it looks like one: the report can have any text there, and a log has no part of a body. */
function readCode(error: unknown): string {
  const { code } = error as { readonly code?: unknown };
  return typeof code === "string" && /^[A-Z0-9_]{1,64}$/.test(code) ? code : "unknown";
}

/** What a request takes besides its body, in bytes: its connection, its parsed body, promises. */
const overhead = 16 * 1024;

/**
 * Whether a request of this length may be handled now. Without a limit, handlers that are slower than their shop would fill
 * the memory, especially with events that are answered before they are handled. A request is always let in if it is the only one.
 */
const hasRoom = ({ inFlight }: { readonly inFlight: number }, size: number, limit: number): boolean =>
  inFlight === 0 || inFlight + size + overhead <= limit;

/** Counts an answered request as done, once all work after its answer has ended. */
function finishDelivery(delivery: Delivery): void {
  const { account, bytes, work } = delivery;
  if (work === undefined) {
    account.inFlight -= bytes.length + overhead;
    return;
  }
  // That work may itself start more work.
  delivery.work = undefined;
  const next = (): void => finishDelivery(delivery);
  work.then(next, next);
}

/** Counts the requests in flight, so that a receiver can close when the last one is answered. */
function createInFlight() {
  let count = 0;
  const waiting: (() => void)[] = [];
  const counter = {
    isClosing: false,
    begin: (): void => void (count += 1),
    end: (): void => {
      count -= 1;
      if (count === 0) for (const resolve of waiting.splice(0)) resolve();
    },
    /** Resolves when no request is in flight, and the last answer has been written: in the turn that it was given in. */
    async close(): Promise<void> {
      counter.isClosing = true;
      if (count > 0) await new Promise<void>((resolve) => void waiting.push(resolve));
      await new Promise((resolve) => setTimeout(resolve, 0));
    },
  };
  return counter;
}

/** Turns what was thrown into a refusal, and logs it. A fault is answered with status 500. */
function refuse(core: Core, request: RawRequest, { named, delivery }: Progress, fault: unknown): Refusal {
  const refusal = isRefusal(fault) ? fault : undefined;
  if (refusal === refusals.handlerFailed) return refusal;
  if (refusal === undefined && !isDepthFault(fault, delivery?.body)) {
    const fields = { eventName: request.event, subscriptionId: named?.id, err: fault };
    core.log.error(fields, `a request was answered with status 500: ${toReason(fault)}`);
    return refusals.handlerFailed;
  }
  const refused = refusal ?? refusals.nestedTooDeeply;
  logRefusal(core.log, request, named, refused);
  return refused;
}

/** Whether a body that is nested too deeply used up the stack. */
const isDepthFault = (fault: unknown, body: JsonObject | undefined): boolean =>
  tryToRead(() => fault instanceof RangeError) === true && body !== undefined && isTooDeep(body);

/**
 * Logs that a request was refused; at level debug if nobody has to do anything about it. A failure with status 500 was
 * logged with its cause, where it happened.
 */
function logRefusal(
  log: Log,
  request: RawRequest,
  subscription: KnownSubscription | undefined,
  { status, code, message }: Refusal,
): void {
  // A request that names a subscription may come from a POS with a wrong URL, which nobody would notice otherwise.
  const isStray = (status === 404 || status === 405) && readSubscriptionId(request) === "";
  const isNoise = isStray || status === 503 || request.signal?.aborted === true;
  // A stranger can put any text at the end of a URL.
  const eventName = /^[A-Za-z]{1,64}$/.test(request.event) ? request.event : undefined;
  log[isNoise ? "debug" : "warn"](
    { eventName, subscriptionId: subscription?.id, status, code },
    `a request was refused: ${message}`,
  );
}
