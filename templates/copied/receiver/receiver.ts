import type { Validators } from "../validators/results.js";
import { createAnswers, isErrorReport } from "./answer.js";
import type { Asking } from "./ask.js";
import { requestOverhead } from "./body-budget.js";
import { createAnswerOnce, createSharedReplayCheck, isAwaited, refuseReplay } from "./dedupe.js";
import { callInTime, handle, late, toSenderContext } from "./handling.js";
import type { AnyHandler, AnyQueuedHandler, Delivery } from "./handling.js";
import type { ErrorReport } from "./handlers.js";
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
} from "./http.js";
import type { RawRequest, RawResponse, Receiver, Reply } from "./http.js";
import { consoleLog, createSafeLog, observe, toFields } from "./log.js";
import { bindHandlers, checkLimits, type AnyOptions } from "./options.js";
import { answerFirst, answerUnread, handleStored, keepEvent, type HandleStored } from "./queued.js";
import { createDescribeReceived } from "./received.js";
import { createReportUnknown, logLeftOut, logProblems, reportMismatch } from "./reports.js";
import { createMemoryStore, withStoreTimeout } from "./store.js";
import {
  authenticate,
  createAccounts,
  createFinder,
  getOwner,
  type KnownSubscription,
} from "./subscriptions.js";
import { getOwn, isObject, toReason, tryToRead, type JsonObject } from "./values.js";

/** @throws Error that names the invalid option. */
export function createProtocolReceiver(contract: Validators, options: AnyOptions): Receiver {
  const core = createCore(contract, options);
  if (core.queued.size > 0 && !core.inbox)
    throw new Error("queued needs the option inbox, which stores the events for a worker.");
  return { receive: (request) => receive(core, request), close: () => close(core) };
}

/** @throws Error that names the invalid option. */
export function createStoredHandling(contract: Validators, options: AnyOptions): HandleStored {
  const core = createCore(contract, options);
  return (stored, run) => handleStored(core, stored, run);
}

type Core = ReturnType<typeof createCore>;

function createCore(contract: Validators, options: AnyOptions) {
  const { dedupe, conversations, onUnknown } = options;
  const { rules } = contract;
  const events = new Set(rules.events.keys());
  const limits = checkLimits(options, events);
  const givenLog = options.log ?? consoleLog;
  const log = createSafeLog(givenLog);
  const answers = createAnswers(contract, options.unsupported, log);
  const store = dedupe?.store && withStoreTimeout(dedupe.store);
  const asked = conversations?.store;
  const asking: Asking = {
    rules,
    // A shared store is wrapped once, so that a timeout counts for both uses.
    store: (asked === dedupe?.store ? store : asked && withStoreTimeout(asked)) ?? createMemoryStore(),
    keepFor: conversations?.keepFor ?? 60 * 60 * 1000,
    validate: (given, answer) => answers.validate(given, answer),
    log,
  };
  return {
    ...options,
    ...limits,
    contract,
    events,
    log,
    givenLog,
    answers,
    asking,
    handlers: bindHandlers<AnyHandler>("handlers", options.handlers, events),
    onTimeout: bindHandlers<AnyHandler>("onTimeout", options.onTimeout ?? {}, events),
    queued: bindHandlers<AnyQueuedHandler>("queued", options.queued ?? {}, events),
    inFlight: { count: 0, isClosing: false },
    describeReceived: createDescribeReceived(options.subscriptions, events),
    findSubscription: createFinder(options.subscriptions, rules.fleet, log),
    readBody: createBodyReader(limits),
    findAccount: createAccounts(),
    check: (event: string, body: JsonObject) => checkRequest(contract, options, event, body),
    checkSharedReplay: store && createSharedReplayCheck(store, limits.keepFor, log),
    reportUnknown: onUnknown && createReportUnknown(rules, onUnknown, log),
    answerOnce: dedupe && createAnswerOnce({ ...dedupe, store, keepFor: limits.keepFor }, log),
  };
}

/** The facts known about a request so far. They determine how the request is rejected. */
interface Progress {
  /** A known id that is not verified yet. For the log only. */
  subscriptionId?: string;
  /** The verified sender. Only answers to it are signed. */
  sender?: KnownSubscription;
  delivery?: Delivery;
}

/** Never rejects. Signs the answer if the sender was verified. */
async function receive(core: Core, request: RawRequest): Promise<RawResponse> {
  const { inFlight } = core;
  if (core.healthCheck === request.event && /^(?:GET|HEAD)$/.test(request.method))
    return toResponse(inFlight.isClosing ? closingReply : healthyReply, undefined, inFlight.isClosing);
  const reportAnswer = observe(core, core.log, core.events.has(request.event) ? request.event : undefined);
  const progress: Progress = {};
  let reply: Reply;
  inFlight.count += 1;
  try {
    reply = await answerVerified(core, await admit(core, request, progress));
  } catch (fault: unknown) {
    reply = refuse(core, request, progress, fault);
  }
  const { sender, delivery } = progress;
  const response = await toResponse(reply, sender, inFlight.isClosing);
  void finish(core, delivery);
  reportAnswer(reply, sender?.id, delivery);
  return response;
}

const healthyReply: Reply = { status: 200, text: '{"status":"ok"}', code: undefined };
const closingReply: Reply = { status: 503, text: '{"status":"closing"}', code: undefined };

/** Checks a request step by step. Nothing is parsed before the signature over the raw bytes is verified. @throws Refusal */
async function admit(core: Core, request: RawRequest, progress: Progress): Promise<Delivery> {
  const { event } = request;
  if (core.inFlight.isClosing) throw refusals.shuttingDown;
  if (request.method !== "POST") throw refusals.methodNotAllowed;
  if (!core.events.has(event)) throw refusals.unknownEvent;
  if (Number(readHeader(request, "content-length")) > core.bodyLimit) throw refusals.bodyTooLarge;

  const id = readSubscriptionId(request);
  const candidates = await core.findSubscription(id);
  // Not earlier: a sender with swapped settings may send its secret as the id.
  progress.subscriptionId = id;
  checkEncoding(request);
  const bytes = await core.readBody(request, await getOwner(candidates));
  const signature = readHeader(request, "x-mplus-signature");
  const subscription = await authenticate(candidates, bytes, signature, core.log);
  progress.sender = subscription;

  const account = await core.findAccount(subscription);
  const firstEvent = account.seen.claim(signature, event);
  checkContentType(request);
  const size = bytes.length + requestOverhead;
  // Repeats get half, so that replayed requests cannot crowd out the shop's own.
  const limit = firstEvent === undefined ? core.inFlightLimit : core.inFlightLimit / 2;
  // Without a limit, events that are answered before they are handled could fill the memory.
  if (account.bytesInFlight > 0 && account.bytesInFlight + size > limit) throw refusals.tooMuchAtOnce;
  const body = parseBody(bytes);
  account.bytesInFlight += size;
  const sent = { source: request, bytes, body };
  const delivery: Delivery = { event, subscription, account, request: body, requestProblems: [], ...sent };
  progress.delivery = delivery;
  refuseReplay(firstEvent ?? event, event);
  await core.checkSharedReplay?.(delivery, signature);
  return delivery;
}

/** @throws Refusal */
async function answerVerified(core: Core, delivery: Delivery): Promise<Reply> {
  const { event, body } = delivery;
  if (isErrorReport(body)) return answerReport(core, delivery);
  const { request, requestProblems, leftOut } = core.check(event, body);
  delivery.request = request;
  delivery.requestProblems = requestProblems;
  logLeftOut(core.log, delivery, leftOut);
  logProblems(core.log, delivery, requestProblems);
  // After undocumented parts are left out, because they prove nothing about the shop's release.
  reportMismatch(core.contract.rules, delivery, request, core.log);
  core.reportUnknown?.(delivery, request);
  return answerEvent(core, delivery);
}

/** @throws Refusal */
function checkRequest(contract: Validators, options: AnyOptions, event: string, body: JsonObject) {
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

async function answerEvent(core: Core, delivery: Delivery): Promise<Reply> {
  const { inbox, queued, handlers, nonBlocking } = core;
  const { event, body, source } = delivery;
  const isQueued = queued.has(event);
  const isLater = !isAwaited(body) && nonBlocking !== "wait";
  const hasHandler = handlers.has(event);
  if (inbox && (isQueued || (isLater && hasHandler))) {
    await keepEvent(core, inbox, delivery);
    if (!isAwaited(body)) return emptyReply;
    return hasHandler ? answerOnce(core, delivery, handle) : handle(core, delivery);
  }
  const answerLater = source.waitUntil === undefined ? answerUnread : answerFirst;
  return answerOnce(core, delivery, isLater ? answerLater : handle);
}

async function answerOnce(core: Core, delivery: Delivery, answer: typeof handle): Promise<Reply> {
  const { event, source } = delivery;
  const rule = core.contract.rules.events.get(event);
  if (!core.answerOnce || rule === undefined || rule.repeated) return answer(core, delivery);
  const mayWait = (): boolean => !core.inFlight.isClosing && !source.signal?.aborted;
  return core.answerOnce(delivery, rule.own, mayWait, () => answer(core, delivery));
}

/** Passes a report of the POS to `onError`, or logs its code. @throws Refusal */
async function answerReport(core: Core, delivery: Delivery): Promise<Reply> {
  const { contract, log, onError } = core;
  const { event, body } = delivery;
  const report = contract.validateErrorRequest(body);
  if ("problems" in report) throw refuseBody(report.problems, []);
  logLeftOut(log, delivery, report);
  const { error, original } = report.value as ErrorReport;
  if (onError) {
    const context = { error, original, ...toSenderContext(delivery, core.givenLog) };
    const answer = await callInTime(core, delivery, async () => await onError(context as never));
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

/** Takes a request out of flight once all work after its answer has ended. */
async function finish({ inFlight }: Core, delivery: Delivery | undefined): Promise<void> {
  let ended: Promise<unknown> | undefined;
  // The work may start more work.
  while (delivery && ended !== delivery.work) {
    ended = delivery.work;
    await Promise.allSettled([ended]);
  }
  if (delivery) delivery.account.bytesInFlight -= delivery.bytes.length + requestOverhead;
  inFlight.count -= 1;
}

/** Resolves when no request is in flight and no handler is running. */
async function close({ inFlight }: Core): Promise<void> {
  inFlight.isClosing = true;
  // Waits at least once, because the last answer is written in the same turn.
  do await new Promise((resolve) => setTimeout(resolve, 10));
  while (inFlight.count > 0);
}

/** Logs at debug level if nobody needs to act. */
function refuse(core: Core, request: RawRequest, progress: Progress, fault: unknown): Refusal {
  const { subscriptionId, delivery } = progress;
  const refusal = toRefusal(fault, delivery?.body);
  // Already logged with its cause.
  if (refusal === refusals.handlerFailed) return refusal;
  if (refusal === undefined) {
    const fields = { eventName: request.event, subscriptionId, err: fault };
    core.log.error(fields, `request failed with status 500: ${toReason(fault)}`);
    return refusals.handlerFailed;
  }
  const { status, code, message } = refusal;
  // A request with a subscription id may come from a POS with a wrong URL, which would otherwise go unnoticed.
  const isStray = (status === 404 || status === 405) && readSubscriptionId(request) === "";
  const isNoise = isStray || status === 503 || request.signal?.aborted === true;
  // The end of a stranger's URL can be any text.
  const eventName = core.events.has(request.event) ? request.event : undefined;
  const fields = { eventName, subscriptionId, status, code };
  // Imitations of a framework's request may lack any part.
  const received = tryToRead(() => core.describeReceived(refusal, request));
  const reason = received === undefined ? toClause(message) : `${toClause(message)}; ${received}`;
  core.log[isNoise ? "debug" : "warn"](fields, `request rejected: ${reason}`);
  return refusal;
}

const toClause = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");

/** Safe for any thrown value: a proxy may throw again when inspected. A deeply nested body may overflow the stack. */
const toRefusal = (fault: unknown, body: JsonObject | undefined): Refusal | undefined => {
  if (isRefusal(fault)) return fault;
  const isRange = tryToRead(() => fault instanceof RangeError) === true;
  return isRange && body && isTooDeep(body) ? refusals.nestedTooDeeply : undefined;
};
