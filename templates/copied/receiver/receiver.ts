import type { Problem, Result } from "../validators/results.js";
import { createAnswers, isErrorReport, isEvent, type AnswerContract } from "./answer.js";
import { createBodyReader, isTooDeep, parseBody } from "./body.js";
import { createAnswerOnce, createSharedReplayCheck, isAwaited, refuseReplay } from "./dedupe.js";
import { createReportUnknown, logLeftOut, logProblems, reportMismatch } from "./evidence.js";
import { callWithTimeout, handle, late, type AnyHandler, type Delivery } from "./handling.js";
import type { ErrorReport, EventName } from "./handlers.js";
import {
  emptyReply,
  readHeader,
  readSubscriptionId,
  Refusal,
  refusals,
  refuseBody,
  refuseContentType,
  refuseEncoding,
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
import { authenticate, createAccounts, createFinder, type KnownSubscription } from "./subscriptions.js";
import { getOwn, isObject, toReason, tryToRead, type Awaitable, type JsonObject } from "./values.js";

/** What the generated code tells the receiver about the events of the spec. */
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

/** In milliseconds. */
const hour = 60 * 60 * 1000;

/** The steps of a request, each with the options that it takes. */
type Core = ReturnType<typeof createCore>;

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
  const { handling, ...core } = createCore(contract as AnyContract, options as AnyOptions);
  return createHandleStored({ ...handling, ...core, json: contract.json });
}

type AnyOptions = CheckedOptions<Record<string, unknown>, Record<string, unknown>, ErrorReport>;

function createCore(contract: AnyContract, options: AnyOptions) {
  const { dedupe, conversations, onUnknown, onReceived, onAnswered, inbox, nonBlocking } = options;
  const events = new Set(Object.keys(contract.known.events));
  const { bodyLimit, inFlightLimit, keepFor, ...limits } = checkLimits(options, events);
  const givenLog = options.log ?? consoleLog;
  const log = createSafeLog(givenLog);
  // A store that is given twice is one here: who finds it silent spares the other the wait.
  const store = dedupe?.store && withStoreTimeout(dedupe.store);
  const shared = conversations?.store === dedupe?.store ? store : undefined;
  const kept = shared ?? (conversations?.store && withStoreTimeout(conversations.store));
  const inFlight = createInFlight();
  const answers = createAnswers(contract, options.unsupported, log);
  const handling = {
    handlers: bindHandlers<AnyHandler>("handlers", options.handlers, events),
    onTimeout: bindHandlers<AnyHandler>("onTimeout", options.onTimeout ?? {}, events),
    queued: bindHandlers<AnyQueuedHandler>("queued", options.queued ?? {}, events),
    handlerTimeout: options.handlerTimeout,
    nonBlocking,
    answers,
    asking: {
      known: contract.known,
      store: kept ?? createMemoryStore(),
      keepFor: conversations?.keepFor ?? hour,
      validate: answers.validate,
      log,
    },
    log,
    givenLog,
    inFlight,
  };
  return {
    contract,
    events,
    log,
    bodyLimit,
    inFlightLimit,
    inFlight,
    handling,
    /** The last segment of the path for a load balancer. */
    healthCheck: options.healthCheck,
    observer: onReceived || onAnswered ? { onReceived, onAnswered } : undefined,
    findSubscription: createFinder(options.subscriptions, contract.fleet, log),
    readBody: createBodyReader({ bodyLimit, ...limits }),
    findAccount: createAccounts(),
    check: (event: string, body: JsonObject) => checkRequest(contract, options.invalidRequests, event, body),
    checkSharedReplay: store && createSharedReplayCheck(store, keepFor, log),
    reportUnknown: onUnknown && createReportUnknown(contract.known, onUnknown, log),
    keepEvent: inbox && createKeepEvent(contract.known, inbox, log),
    answerOnce: dedupe && createAnswerOnce({ ...dedupe, store, keepFor }, log),
    onError: options.onError,
  };
}

const healthyReply: Reply = { status: 200, text: '{"status":"ok"}', code: undefined };
const closingReply: Reply = { status: 503, text: '{"status":"closing"}', code: undefined };

/** Answers a request, whatever goes wrong, and signs the answer if the sender was verified. */
async function receive(core: Core, request: RawRequest): Promise<RawResponse> {
  const { log, inFlight, observer } = core;
  if (core.healthCheck === request.event && /^(?:GET|HEAD)$/.test(request.method))
    return toResponse(inFlight.isClosing ? closingReply : healthyReply, undefined, inFlight.isClosing);
  const tellOfAnswer =
    observer && observe(observer, log, core.events.has(request.event) ? request.event : undefined);
  /** A subscription of the id in the request, verified or not: only for the log. */
  let named: KnownSubscription | undefined;
  /** The verified sender: only answers to it are signed. */
  let sender: KnownSubscription | undefined;
  let delivery: Delivery | undefined;
  let reply: Reply;
  let response: RawResponse;
  inFlight.begin();
  try {
    if (inFlight.isClosing) throw refusals.shuttingDown;
    admit(refuseEarly(core, request));
    const finding = core.findSubscription(readSubscriptionId(request));
    const candidates = admit(finding instanceof Promise ? await finding : finding);
    named = candidates[0];
    admit(refuseEncoding(request));
    const reading = core.readBody(request);
    const bytes = admit(reading instanceof Promise ? await reading : reading);
    const signature = readHeader(request, "x-mplus-signature");
    const proving = authenticate(candidates, bytes, signature, log);
    named = sender = admit(proving instanceof Promise ? await proving : proving);

    const opening = core.findAccount(sender);
    const account = opening instanceof Promise ? await opening : opening;
    const claimed = account.seen.claim(signature, request.event);
    admit(refuseContentType(request));
    if (!hasRoom(account, bytes.length, core.inFlightLimit)) throw refusals.tooMuchAtOnce;
    const body = admit(parseBody(bytes, request.event, core.contract.json));
    delivery = open(request, { subscription: sender, account, bytes, body });
    admit(refuseReplay(claimed, request.event));
    if (core.checkSharedReplay) admit(await core.checkSharedReplay(delivery, signature));

    if (isErrorReport(body)) {
      reply = admit(await answerReport(core, delivery));
    } else {
      takeChecked(core, delivery, admit(core.check(request.event, body)));
      const answering = answerOrStore(core, delivery);
      reply = admit(answering instanceof Promise ? await answering : answering);
    }
    const sending = toResponse(reply, sender, inFlight.isClosing);
    response = sending instanceof Promise ? await sending : sending;
  } catch (fault) {
    const refusal = asRefusal(fault) ?? refuseFault(core, request, { named, body: delivery?.body }, fault);
    if (refusal.status !== 500) logRefusal(log, request, named, refusal);
    reply = refusal;
    response = await toResponse(refusal, sender, inFlight.isClosing);
  } finally {
    if (delivery) finishDelivery(delivery);
    inFlight.end();
  }
  tellOfAnswer?.(reply, sender?.id, delivery);
  return response;
}

/** Takes a request in, which counts as in flight from now on. */
function open(
  source: RawRequest,
  given: Pick<Delivery, "subscription" | "account" | "bytes" | "body">,
): Delivery {
  const { subscription, account, bytes, body } = given;
  account.inFlight += bytes.length + overhead;
  return {
    source,
    event: source.event,
    subscription,
    account,
    bytes,
    body,
    request: undefined,
    requestProblems: noProblems,
    work: undefined,
    handlerDuration: undefined,
  };
}

/** What was admitted. @throws Refusal */
function admit<T>(value: T | Refusal): T {
  if (value instanceof Refusal) throw value;
  return value;
}

/** Anything can be thrown: a proxy may throw again when it is looked at. */
const asRefusal = (fault: unknown): Refusal | undefined =>
  tryToRead(() => (fault instanceof Refusal ? fault : undefined));

/** Refuses a request for its method, its event's name or its length, before anything else is looked at. */
function refuseEarly({ events, bodyLimit }: Core, request: RawRequest): Refusal | undefined {
  if (request.method !== "POST") return refusals.methodNotAllowed;
  if (!events.has(request.event)) return refusals.unknownEvent;
  return Number(readHeader(request, "content-length")) > bodyLimit ? refusals.bodyTooLarge : undefined;
}

/** A body as handlers get it. */
interface CheckedRequest {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
  /** Set where something was left out of it. */
  readonly leftOut?: Extract<Result<unknown>, { ok: true }> | undefined;
}

/** Holds a verified body against the type of its event. */
function checkRequest(
  contract: AnyContract,
  invalidRequests: "refuse" | "report" | undefined,
  event: string,
  body: JsonObject,
): CheckedRequest | Refusal {
  const result = contract.validateRequest(event, body);
  if (!result.ok) {
    const required = contract.known.events[event]?.required ?? [];
    const mayBeInvalid =
      invalidRequests === "report" && required.every((name) => isObject(getOwn(body, name)));
    if (!mayBeInvalid) return refuseBody(result.problems, required);
  }
  // Also with `report`: one of our answers that somebody posts back has no event.
  if (!isEvent(body)) return refusals.noEvent;
  return result.ok
    ? { request: result.value, requestProblems: noProblems, leftOut: result.leftOut && result }
    : { request: body, requestProblems: result.problems };
}

const noProblems: readonly Problem[] = [];

/**
 * Hands a request over, and logs what the spec or the subscription's release does not allow: as the handler gets it, since
 * what was left out proves nothing, and what has another shape is not unknown.
 */
function takeChecked(
  { contract, log, reportUnknown }: Core,
  delivery: Delivery,
  { request, requestProblems, leftOut }: CheckedRequest,
): void {
  delivery.request = request;
  delivery.requestProblems = requestProblems;
  if (leftOut) logLeftOut(log, delivery, leftOut);
  logProblems(log, delivery, requestProblems);
  reportMismatch(contract.known, delivery, request, log);
  reportUnknown?.(delivery, request);
}

/** Has the inbox keep an event that is handled later; any other is answered at once. */
function answerOrStore(core: Core, delivery: Delivery): Awaitable<Reply | Refusal> {
  const { keepEvent, handling } = core;
  const { event, body, source } = delivery;
  const isQueued = handling.queued.has(event);
  const isLater = !isAwaited(body) && handling.nonBlocking !== "wait";
  const hasHandler = handling.handlers.has(event);
  if (keepEvent && (isQueued || (isLater && hasHandler)))
    return keepEvent(delivery).then(
      (refusal) =>
        refusal ??
        (isAwaited(body) && hasHandler ? answerOnce(core, delivery, handle) : answerNow(handling, delivery)),
    );
  if (isQueued) return answerOnce(core, delivery, answerQueued);
  return answerOnce(core, delivery, isLater && source.waitUntil !== undefined ? answerFirst : handle);
}

/** Answers each request, or each event once with `dedupe`. */
function answerOnce(
  { answerOnce, contract, handling, inFlightLimit }: Core,
  delivery: Delivery,
  answer: (options: Core["handling"], delivery: Delivery) => Awaitable<Reply | Refusal>,
): Awaitable<Reply | Refusal> {
  const { event, account } = delivery;
  const known = contract.known.events[event];
  if (answerOnce === undefined || known === undefined || known.repeated) return answer(handling, delivery);
  // Repeats get half of the limit, so that somebody who replays a captured request cannot keep out the shop's own.
  const mayWait = (): boolean => account.inFlight <= inFlightLimit / 2;
  return answerOnce(delivery, known.own, mayWait, () => answer(handling, delivery));
}

/** Calls `onError` with a report of the POS; logs the code of the error if there is no `onError`. */
async function answerReport(core: Core, delivery: Delivery): Promise<Reply | Refusal> {
  const { contract, log, onError, handling } = core;
  const { event, body, subscription } = delivery;
  const report = contract.validateErrorRequest(body);
  if (!report.ok) return refuseBody(report.problems, []);
  logLeftOut(log, delivery, report);
  const { error, original } = report.value;
  const { id: subscriptionId, name: subscriptionName, version } = subscription;
  if (onError === undefined) {
    const code = readCode(error);
    log.warn({ eventName: event, subscriptionId, code }, `the POS could not use our answer to ${event}`);
    return emptyReply;
  }
  const context = { eventName: event, subscriptionId, subscriptionName, version, log: handling.givenLog };
  const call = async (): Promise<unknown> => await onError({ error, original, ...context });
  const { handlerTimeout } = handling;
  if (handlerTimeout === undefined) await call();
  else if ((await callWithTimeout(log, delivery, handlerTimeout, call)) === late)
    return refusals.handlerFailed;
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
 * Whether a request of this length may be handled now. Without a limit, handlers that are slower than their shop sends would
 * fill the memory, especially with events that are answered before they are handled. One that is larger than the limit is
 * let in if it is the only one.
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

/** A fault is answered with status 500, unless a body that is nested too deeply used up the stack. */
function refuseFault(
  { log }: Core,
  { event }: RawRequest,
  { named, body }: { readonly named: KnownSubscription | undefined; readonly body: JsonObject | undefined },
  fault: unknown,
): Refusal {
  const isRange = tryToRead(() => fault instanceof RangeError) === true;
  if (isRange && body && isTooDeep(body)) return refusals.nestedTooDeeply;
  const fields = { eventName: event, subscriptionId: named?.id, err: fault };
  log.error(fields, `a request was answered with status 500: ${toReason(fault)}`);
  return refusals.handlerFailed;
}

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
