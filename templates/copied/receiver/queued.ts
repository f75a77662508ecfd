import { getIdentity, getSessionId, getTill, isAwaited } from "./dedupe.js";
import type { KnownRequests } from "./evidence.js";
import { callHandler, handle, logLateFault, type Delivery, type HandlingOptions } from "./handling.js";
import type { QueuedContext, Transaction } from "./handlers.js";
import { emptyReply, isRefusal, isTooDeep, readText, refusals, type Reply } from "./http.js";
import { toFields, type Log } from "./log.js";
import { createKey, digest, failLate, isDigest } from "./store.js";
import type {
  CheckedEvent,
  FindAccount,
  FindSubscription,
  KnownSubscription,
  VerifiedEvent,
} from "./subscriptions.js";
import { fromBase64, isObject, toPrintable, toReason, type Awaitable, type JsonObject } from "./values.js";

/**
 * Keeps events until a worker has handled them. The receiver stores and answers; `createInbox` of the target `inbox` is
 * one on PostgreSQL, or in a folder.
 */
export interface Inbox {
  /**
   * Keeps an event. Resolves once it cannot be lost any more; an event that is there already is kept too.
   * @throws Error if the inbox cannot be reached: the request is then refused with status 503, to be sent again.
   */
  add(event: StoredEvent): Promise<Kept>;
}

/**
 * What became of an event: it is `kept`; it was `dropped`, which the inbox has logged, and is answered all the same; or
 * it is `refused`, which is answered with status 503.
 */
export type Kept = "kept" | "dropped" | "refused";

/** An event as an inbox keeps it, after its signature was verified and its body matched its type. */
export interface StoredEvent {
  /** A UUID: the same when the same event comes again, so that it is kept once. */
  readonly id: string;
  /** Events of one key are handled one after another, as they were stored. Shows nothing of what it stands for. */
  readonly key: string;
  readonly event: string;
  readonly subscriptionId: string;
  /** The session that the event is about, or else its till, for people who look into the inbox. */
  readonly about: string;
  /** The JSON of the request, as it came. */
  readonly body: string;
  /** Proves, with a secret of the subscription, that a receiver put this event here. */
  readonly seal: string;
}

/** Runs the handler of a stored event. Rejects if it fails: then the event is handled again later. */
export type HandleStored = (stored: StoredEvent, run: StoredRun) => Promise<void>;

/** One attempt to handle a stored event. */
export interface StoredRun {
  /** Aborts when the time of the handler is over, or another worker has taken the event. */
  readonly signal: AbortSignal;
  /** How many attempts there were before. */
  readonly attempt: number;
  /** Writes in the transaction that also marks the event as handled. It begins with the first query. */
  readonly transaction: Transaction;
}

/** In milliseconds. An inbox may wait for its database itself: this is for one that never answers. */
const inboxTimeout = 30_000;

/** Creates what has an inbox keep an event. It rejects with a Refusal if that is not possible now, and logs why. */
export const createKeepEvent =
  (known: KnownRequests, inbox: Inbox, log: Log) =>
  async (given: Delivery): Promise<void> => {
    const { event, body } = given;
    // Its handler would fail again and again.
    if (isTooDeep(body)) throw refusals.nestedTooDeeply;
    const fields = toFields(given);
    const stored = await createStoredEvent(given, known);
    try {
      const kept = await failLate(inbox.add(stored), inboxTimeout);
      if (kept === "kept" || kept === "dropped") return;
      log.warn(fields, `${event} was refused, because the inbox takes no more`);
    } catch (error) {
      const message = `${event} was refused, because the inbox failed: ${toReason(error)}`;
      log.error({ ...fields, err: error }, message);
    }
    throw refusals.inboxUnavailable;
  };

/** Makes what an inbox keeps of an event. */
async function createStoredEvent(given: Delivery, known: KnownRequests): Promise<StoredEvent> {
  const { event, body, bytes, subscription } = given;
  const place = findPlace(body);
  const unsealed = {
    id: await createId(given, known),
    key: await createKey(given, ["inbox", ...place]),
    event,
    subscriptionId: subscription.id,
    about: toPrintable(describePlace(place), maxAbout),
    body: readText(bytes),
  };
  return { ...unsealed, seal: await digest(subscription, listSealed(unsealed)) };
}

/** In UTF-16 units. */
const maxAbout = 100;

/**
 * What the seal of a stored event is over: all of it. Workers act upon what they find, and people upon what they are shown:
 * without a seal, somebody who can write to the database would not need the secret.
 */
const listSealed = (stored: Omit<StoredEvent, "seal">): readonly unknown[] => {
  const { id, key, event, subscriptionId, about, body } = stored;
  return ["inbox seal", id, key, event, subscriptionId, about, body];
};

/** The same for the same event; a new one for an event that cannot be recognised, or is sent repeatedly by design. */
async function createId(given: VerifiedEvent, { events }: KnownRequests): Promise<string> {
  const { event, subscription } = given;
  const known = events[event];
  const identity = known === undefined || known.repeated ? undefined : getIdentity(given, known.own);
  return identity === undefined
    ? crypto.randomUUID()
    : toUuid(await digest(subscription, ["inbox id", ...identity]));
}

/** A UUID of version 8, as RFC 9562 has it, from a digest in base64. */
function toUuid(digested: string): string {
  const bytes = fromBase64(digested) ?? new Uint8Array();
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = `${"89ab"[(bytes[8] ?? 0) % 4]}${hex.slice(17, 20)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant, hex.slice(20, 32)].join("-");
}

type Place = readonly ["session" | "till", ...parts: readonly unknown[]];

/** What an event's order counts in: its session, whichever till sends it, or else its till. */
function findPlace(body: JsonObject): Place {
  const session = getSessionId(body);
  return session === undefined ? ["till", ...getTill(body)] : ["session", session];
}

function describePlace([kind, ...parts]: Place): string {
  const words = parts.map((part) => (typeof part === "string" || typeof part === "number" ? `${part}` : "?"));
  return `${kind} ${words.length > 0 ? words.join("/") : "?"}`;
}

/** A queued handler without its types. */
export type AnyQueuedHandler = (context: QueuedContext<unknown, string>) => unknown;

/** What runs queued handlers, beside other handlers. */
export interface QueuedOptions extends HandlingOptions {
  readonly queued: ReadonlyMap<string, AnyQueuedHandler>;
  readonly nonBlocking?: "answerFirst" | "wait" | undefined;
  /** Counts work that goes on after an answer. */
  readonly inFlight: { begin(): void; end(): void };
}

/**
 * Calls the queued handler of an event, if there is one. Rejects with what it throws.
 * @param run The attempt to handle a stored event; undefined for an event that was not stored.
 */
async function runQueued(
  { queued, log }: Pick<QueuedOptions, "queued" | "log">,
  given: CheckedEvent,
  request: unknown,
  run: StoredRun | undefined,
): Promise<void> {
  const { event, subscription, requestProblems } = given;
  const answer = await queued.get(event)?.({
    request,
    requestProblems,
    eventName: event,
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    version: subscription.version,
    signal: run?.signal ?? new AbortController().signal,
    attempt: run?.attempt ?? 0,
    transaction: run?.transaction,
    log,
  });
  const reason = "because it runs after the answer; answer in handlers instead";
  if (isObject(answer)) warnOfUnsent(log, given, Object.keys(answer), reason);
}

/** Warns of a handler's answer to an event that the till does not wait for. */
function warnOfUnawaited(log: Log, given: CheckedEvent, { text }: Reply): void {
  const reason =
    "because the till does not wait for this event; switch on Blocking for it in the webhook settings of the back office";
  warnOfUnsent(log, given, Object.keys(JSON.parse(text) as object), reason);
}

/** Warns that no till will see a handler's answer, once for each subscription and event. */
function warnOfUnsent(log: Log, given: CheckedEvent, answered: readonly string[], reason: string): void {
  const { event, account } = given;
  if (answered.length === 0 || account.unsent.has(event)) return;
  account.unsent.add(event);
  const parts = answered.slice(0, 10).map((name) => toPrintable(name, 50));
  const message = `${event}: the handler's answer was not sent (${parts.join(", ")}), ${reason}`;
  log.warn({ ...toFields(given), parts }, message);
}

/** Answers an event that was not stored, and runs its queued handler: afterwards, if the platform keeps running. */
export async function answerQueued(options: QueuedOptions, delivery: Delivery): Promise<Reply> {
  const isBeside = isAwaited(delivery.body) && options.handlers.has(delivery.event);
  // What one handler changes in its request, the other must not see.
  const request = isBeside ? structuredClone(delivery.request) : delivery.request;
  const run = (): Promise<void> => runQueued(options, delivery, request, undefined);
  if (delivery.source.waitUntil !== undefined && options.nonBlocking !== "wait") {
    runInBackground(options, delivery, run);
    return answerNow(options, delivery);
  }
  if (isBeside) {
    const answering = handle(options, delivery);
    const queued = run().catch((fault: unknown) => logLateFault(options.log, delivery, fault));
    // The answer is the handler's, whatever becomes of the queued one. Both have ended before it is sent.
    await Promise.allSettled([answering, queued]);
    return answering;
  }
  const started = performance.now();
  await run().finally(() => (delivery.handlerDuration = performance.now() - started));
  return answerNow(options, delivery);
}

/** Without a handler of its own, an event that the POS waits for has `{}` completed: a poll has to end. */
export const answerNow = async (options: HandlingOptions, delivery: Delivery): Promise<Reply> =>
  isAwaited(delivery.body) ? handle(options, delivery) : emptyReply;

/** Answers at once; the handler's answer is checked later, but not sent. */
export function answerFirst(options: QueuedOptions, delivery: Delivery): Promise<Reply> {
  runInBackground(options, delivery, async () => {
    const reply = await handle(options, delivery);
    if (reply.status === 400) throw new Error("it answered an error");
    warnOfUnawaited(options.log, delivery, reply);
  });
  return Promise.resolve(emptyReply);
}

/** Works after the answer, whose request stays in flight until then. A fault is logged. */
function runInBackground(
  { inFlight, log }: QueuedOptions,
  delivery: Delivery,
  work: () => Promise<unknown>,
): void {
  const run = async (): Promise<void> => {
    inFlight.begin();
    try {
      // Lets the answer go out first, even if the work is synchronous.
      await new Promise((resolve) => setTimeout(resolve, 0));
      await work();
    } catch (fault) {
      // An invalid answer was logged where it was found.
      if (!isRefusal(fault)) logLateFault(log, delivery, fault);
    } finally {
      inFlight.end();
    }
  };
  delivery.work = run();
  delivery.source.waitUntil?.(delivery.work);
}

/** What handles stored events. */
export interface StoredOptions extends QueuedOptions {
  readonly events: ReadonlySet<string>;
  readonly findSubscription: FindSubscription;
  readonly findAccount: FindAccount;
  /** Checks a verified body against the type of its event. @throws Refusal */
  readonly check: (event: string, body: JsonObject) => Pick<CheckedEvent, "request" | "requestProblems">;
}

/**
 * Creates what a worker calls for each stored event. It settles when the handler has ended, however late that is, and
 * rejects if the handler fails, or the signal has aborted by then.
 */
export const createHandleStored =
  (options: StoredOptions): HandleStored =>
  async (stored, run) => {
    const given = await readStored(options, stored);
    run.signal.throwIfAborted();
    if (options.queued.has(stored.event)) await runQueued(options, given, given.request, run);
    else await runUnawaited(options, given, run);
    run.signal.throwIfAborted();
  };

/** Verifies the seal of a stored event, and reads it as the receiver did; what surprised it then is not logged again. */
async function readStored(options: StoredOptions, stored: StoredEvent): Promise<CheckedEvent> {
  const { event, body: text } = stored;
  const subscription = await findSender(options, stored);
  const account = await options.findAccount(subscription);
  if (!options.events.has(event)) throw new Error(`there is no event ${event} here`);
  const body = JSON.parse(text) as JsonObject;
  const checked = explainRefusal("the stored request is refused", () => options.check(event, body));
  return { event, body, subscription, account, ...(await checked) };
}

/** The subscription whose secret sealed an event, among those that share its id. */
async function findSender(
  { findSubscription }: StoredOptions,
  stored: StoredEvent,
): Promise<KnownSubscription> {
  const found = await explainRefusal("the subscription of the event was not found", () =>
    findSubscription(stored.subscriptionId),
  );
  for (const candidate of found)
    if (await isDigest(candidate, listSealed(stored), stored.seal)) return candidate;
  throw new Error("the event was not stored by this receiver, or the secret it was stored with is gone");
}

/** Says in what a refusal came up: nobody sends a worker requests. */
async function explainRefusal<T>(what: string, call: () => Awaitable<T>): Promise<T> {
  try {
    return await call();
  } catch (fault) {
    if (!isRefusal(fault)) throw fault;
    throw new Error(fault === refusals.handlerFailed ? what : `${what}: ${fault.message}`);
  }
}

/** Runs the handler of an event that the POS does not wait for; its answer is checked, and goes nowhere. */
async function runUnawaited(
  options: StoredOptions,
  given: CheckedEvent,
  { signal }: StoredRun,
): Promise<void> {
  const { event, body } = given;
  const handler = options.handlers.get(event);
  // An event that the POS waited for was stored for a queued handler: the other one has answered it already.
  if (handler === undefined || isAwaited(body))
    throw new Error(`there is no queued handler of ${event} here`);
  const answer = await callHandler(options, given, handler, { signal, isDeadline: true });
  signal.throwIfAborted();
  const reply = await explainRefusal(`the handler of ${event} gave an invalid answer`, () =>
    options.answers.toReply(given, answer),
  );
  if (reply.status !== 200) throw new Error(`the handler of ${event} answered an error`);
  warnOfUnawaited(options.log, given, reply);
}
