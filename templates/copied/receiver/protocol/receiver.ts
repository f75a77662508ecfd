import type { Validators } from "../../validators/results.js";
import type { Log } from "../base/handlers.js";
import { consoleLog, createReports, createSafeLog, type Report } from "../base/log.js";
import type { HandleStored, RawRequest, RawResponse, Receiver } from "../base/options.js";
import { isRefusal, Refusal, refusals, type Reply } from "../base/refusals.js";
import { findSigner, signWith } from "../base/signature.js";
import { withStoreTimeout } from "../base/store.js";
import { createSenders, getOwner, type KnownSubscription, type Senders } from "../base/subscriptions.js";
import { toReason, tryToRead, waitForTurn } from "../base/values.js";
import { answerDelivery, createHandling, type AnyOptions, type Handling } from "../handling/handling.js";
import { handleStored } from "../handling/queued.js";
import type { Delivery } from "../handling/run-handler.js";
import { createBodyReader, parseBody } from "./body.js";
import { requestOverhead } from "./body-budget.js";
import { observe } from "./observe.js";
import { createDescribeReceived, type DescribeReceived } from "./received.js";
import { createSharedReplayCheck, refuseReplay } from "./replays.js";
import { checkContentType, checkEncoding, readHeader, readSubscriptionId } from "./request.js";
import { readSettings, type Settings } from "./settings.js";

/** @throws Error that names the invalid option. */
export function createProtocolReceiver(contract: Validators, options: AnyOptions): Receiver {
  const protocol = createProtocol(contract, options);
  if (protocol.handling.queued.size > 0 && !options.inbox)
    throw new Error("queued needs the option inbox, which stores the events for a worker.");
  return { receive: (request) => receive(protocol, request), close: () => close(protocol) };
}

/** @throws Error that names the invalid option. */
export function createStoredHandling(contract: Validators, options: AnyOptions): HandleStored {
  const { handling, senders } = createProtocol(contract, options);
  return (stored, run) => handleStored(handling, senders, stored, run);
}

interface Protocol {
  readonly settings: Settings;
  readonly options: AnyOptions;
  readonly events: ReadonlySet<string>;
  readonly log: Log;
  readonly report: Report;
  readonly senders: Senders;
  readonly handling: Handling;
  readonly inFlight: InFlight;
  readonly readBody: ReturnType<typeof createBodyReader>;
  readonly checkSharedReplay: ReturnType<typeof createSharedReplayCheck> | undefined;
  readonly describeReceived: DescribeReceived;
}

interface InFlight {
  count: number;
  isClosing: boolean;
  /** Called when no request is left. */
  readonly onEmpty: (() => void)[];
}

function createProtocol(contract: Validators, options: AnyOptions): Protocol {
  const { rules } = contract;
  const events = new Set(rules.events.keys());
  const settings = readSettings(options, events);
  const givenLog = options.log ?? consoleLog;
  const log = createSafeLog(givenLog);
  const reports = createReports(log, options.onHandlerError);
  const store = options.dedupe?.store && withStoreTimeout(options.dedupe.store);
  const inFlight: InFlight = { count: 0, isClosing: false, onEmpty: [] };
  const { keepFor } = settings;
  const isClosing = (): boolean => inFlight.isClosing;
  const ground = { events, log, givenLog, store, keepFor, isClosing, ...reports };
  return {
    settings,
    options,
    events,
    log,
    report: reports.report,
    handling: createHandling(contract, options, ground),
    senders: createSenders(options.subscriptions, rules.fleet, ground),
    inFlight,
    readBody: createBodyReader(settings),
    checkSharedReplay: store && createSharedReplayCheck(store, keepFor, log),
    describeReceived: createDescribeReceived(options.subscriptions, events),
  };
}

/** The facts known about a request so far. They determine how the request is rejected. */
interface Progress {
  /** Undefined if the URL names no event: its end can then be any text of a stranger. */
  readonly eventName: string | undefined;
  /** A known id that is not verified yet. For the log only. */
  subscriptionId?: string;
  /** The verified sender. */
  sender?: KnownSubscription;
  /** Its key that signed the request. Only then is the answer signed, with the same key, which its till knows. */
  key?: Uint8Array;
  delivery?: Delivery;
}

/** Never rejects. Signs the answer if the sender was verified. */
async function receive(protocol: Protocol, request: RawRequest): Promise<RawResponse> {
  const { inFlight, options, events, settings } = protocol;
  if (settings.healthCheck === request.event && /^(?:GET|HEAD)$/.test(request.method))
    return toResponse(inFlight.isClosing ? closingReply : healthyReply, undefined, inFlight.isClosing);
  const eventName = events.has(request.event) ? request.event : undefined;
  const reportAnswer = observe(options, protocol.report, eventName);
  const progress: Progress = { eventName };
  let reply: Reply;
  inFlight.count += 1;
  try {
    reply = await answerDelivery(protocol.handling, await admit(protocol, request, progress));
  } catch (fault: unknown) {
    reply = refuse(protocol, request, progress, fault);
  }
  const { sender, key, delivery } = progress;
  const response = await toResponse(reply, key, inFlight.isClosing);
  if (delivery) delivery.status = reply.status;
  void finish(inFlight, delivery);
  reportAnswer(reply, sender?.id, delivery);
  return response;
}

const healthyReply: Reply = { status: 200, text: '{"status":"ok"}', code: undefined };
const closingReply: Reply = { status: 503, text: '{"status":"closing"}', code: undefined };

/** Checks a request step by step. Nothing is parsed before the signature over the raw bytes is verified. @throws Refusal */
async function admit(protocol: Protocol, request: RawRequest, progress: Progress): Promise<Delivery> {
  const { settings, senders } = protocol;
  const { event } = request;
  if (protocol.inFlight.isClosing) throw refusals.shuttingDown;
  if (request.method !== "POST") throw refusals.methodNotAllowed;
  if (!protocol.events.has(event)) throw refusals.unknownEvent;
  if (Number(readHeader(request, "content-length")) > settings.bodyLimit) throw refusals.bodyTooLarge;

  const id = readSubscriptionId(request);
  const candidates = await senders.find(id);
  // Not earlier: a sender with swapped settings may send its secret as the id.
  progress.subscriptionId = id;
  checkEncoding(request);
  const bytes = await protocol.readBody(request, await getOwner(candidates));
  const signature = readHeader(request, "x-mplus-signature");
  const [subscription, key] = await authenticate(candidates, bytes, signature, protocol.log);
  progress.sender = subscription;
  progress.key = key;

  const account = await senders.open(subscription);
  const firstEvent = account.seen.claim(signature, event);
  checkContentType(request);
  const size = bytes.length + requestOverhead;
  // Repeats get half, so that replayed requests cannot crowd out the shop's own.
  const limit = firstEvent === undefined ? settings.inFlightLimit : settings.inFlightLimit / 2;
  // Without a limit, events that are answered before they are handled could fill the memory.
  if (account.bytesInFlight > 0 && account.bytesInFlight + size > limit) throw refusals.tooMuchAtOnce;
  const body = parseBody(bytes);
  account.bytesInFlight += size;
  const delivery: Delivery = {
    source: request,
    event,
    bytes,
    body,
    request: body,
    requestProblems: [],
    subscription,
    account,
    status: refusals.handlerFailed.status,
  };
  progress.delivery = delivery;
  refuseReplay(firstEvent ?? event, event);
  await protocol.checkSharedReplay?.(delivery, signature);
  return delivery;
}

/** Finds the subscription that signed a body among those with the same id, and its key. @throws Refusal if none did. */
async function authenticate(
  candidates: readonly KnownSubscription[],
  bytes: Uint8Array,
  signature: string,
  log: Log,
): Promise<readonly [KnownSubscription, Uint8Array]> {
  if (signature === "") throw refusals.noSignature;
  // Tries all keys of all candidates, so that timing does not reveal the matching one.
  const signers = await Promise.all(candidates.map(({ keys }) => findSigner(keys, bytes, signature)));
  const index = signers.findIndex((signer) => signer !== -1);
  const [sender, signer = 0] = [candidates[index], signers[index]];
  const fields = { subscriptionId: candidates[0]?.id };
  if (sender === undefined) throw refusals.wrongSignature;
  if (signer > 0) log.info(fields, `the POS still signs with secret ${signer + 1} of ${sender.keys.length}`);
  return [sender, sender.keys[signer] ?? sender.keys[0]];
}

/** Signs only if the sender was verified: nothing is signed for strangers. */
async function toResponse(reply: Reply, key: Uint8Array | undefined, isLast: boolean): Promise<RawResponse> {
  const { status, text: body } = reply;
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    // Prevents compression: the signature is over these bytes.
    "Cache-Control": "no-transform",
  };
  if (reply instanceof Refusal) Object.assign(headers, reply.headers);
  // A keep-alive connection would delay the end of the process.
  if (isLast) headers["Connection"] = "close";
  if (key) headers["X-Mplus-Signature"] = await signWith(key, body);
  return { status, headers, body };
}

/** Takes a request out of flight once all work after its answer has ended. */
async function finish(inFlight: InFlight, delivery: Delivery | undefined): Promise<void> {
  let ended: Promise<unknown> | undefined;
  // The work may start more work.
  while (delivery && ended !== delivery.work) {
    ended = delivery.work;
    await Promise.allSettled([ended]);
  }
  if (delivery) delivery.account.bytesInFlight -= delivery.bytes.length + requestOverhead;
  inFlight.count -= 1;
  if (inFlight.count === 0) for (const call of inFlight.onEmpty.splice(0)) call();
}

/** Resolves when no request is in flight, no handler is running, and the last answer is written. */
async function close({ inFlight }: Protocol): Promise<void> {
  inFlight.isClosing = true;
  while (inFlight.count > 0) await new Promise<void>((resolve) => inFlight.onEmpty.push(resolve));
  await waitForTurn();
}

/** Logs at debug level if nobody needs to act. */
function refuse(protocol: Protocol, request: RawRequest, progress: Progress, fault: unknown): Refusal {
  const { log } = protocol;
  const { eventName, subscriptionId } = progress;
  if (!isRefusal(fault)) {
    const message = `request failed with status 500: ${toReason(fault)}`;
    protocol.report({ eventName, subscriptionId, err: fault }, message, refusals.handlerFailed.status);
    return refusals.handlerFailed;
  }
  // Already logged with its cause.
  if (fault === refusals.handlerFailed) return fault;
  const { status, code, message } = fault;
  // A request with a subscription id may come from a POS with a wrong URL, which would otherwise go unnoticed.
  const isStray = (status === 404 || status === 405) && readSubscriptionId(request) === "";
  const isNoise = isStray || status === 503 || tryToRead(() => request.signal?.aborted) === true;
  const fields = { eventName, subscriptionId, status, code };
  // Imitations of a framework's request may lack any part.
  const received = tryToRead(() => protocol.describeReceived(fault, request));
  const reason = received === undefined ? toClause(message) : `${toClause(message)}; ${received}`;
  log[isNoise ? "debug" : "warn"](fields, `request rejected: ${reason}`);
  return fault;
}

const toClause = (sentence: string): string =>
  sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, "");
