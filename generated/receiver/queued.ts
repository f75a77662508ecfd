// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { getIdentity, getSessionId, getTill, isAwaited } from "./dedupe.js";
import type { KnownRequests } from "./evidence.js";
import { callHandler, handle, logLateFault, measure, toSenderContext } from "./handling.js";
import type { Delivery, HandlingOptions } from "./handling.js";
import type { Transaction } from "./handlers.js";
import { emptyReply, isRefusal, isTooDeep, readText, refusals, type Refusal, type Reply } from "./http.js";
import { toFields, type Log } from "./log.js";
import { createKey, digest, failLate, isDigest } from "./store.js";
import type { CheckedEvent } from "./subscriptions.js";
import { fromBase64, isObject, toPrintable, toReason, type Awaitable, type JsonObject } from "./values.js";

/** Keeps events until a worker has handled them; `createInbox` of the target `inbox` is one on PostgreSQL, or in a folder. */
export interface Inbox {
  /**
   * Keeps an event. Resolves once it cannot be lost any more; an event that is there already is kept too.
   * @throws Error if it cannot be kept: the request is then refused with status 503.
   */
  add(event: StoredEvent): Promise<void>;
}

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
  /** Aborts when the time of the handler is over. */
  readonly signal: AbortSignal;
  /** How many attempts there were before. */
  readonly attempt: number;
  /** Writes in the transaction that also marks the event as handled. It begins with the first query. */
  readonly transaction: Transaction;
}

/** Has an inbox keep an event. @throws Refusal if that is not possible now; the log has the reason. */
export async function keepEvent({ contract, log }: HandlingOptions, inbox: Inbox, delivery: Delivery) {
  const { event, body } = delivery;
  // Its handler would fail again and again.
  if (isTooDeep(body)) throw refusals.nestedTooDeeply;
  const stored = await createStoredEvent(delivery, contract.known);
  try {
    // For an inbox that never answers.
    await failLate(inbox.add(stored), 30_000);
  } catch (error: unknown) {
    const message = `${event} was refused, because the inbox failed: ${toReason(error)}`;
    log.error({ ...toFields(delivery), err: error }, message);
    throw refusals.inboxUnavailable;
  }
}

async function createStoredEvent(delivery: Delivery, known: KnownRequests): Promise<StoredEvent> {
  const { event, body, bytes, subscription } = delivery;
  const session = getSessionId(body);
  // Events are in order within a session, whichever till sends it, or else within a till.
  const [kind, parts] = session === undefined ? ["till", getTill(body)] : ["session", [session]];
  const words = parts.map((part) => (typeof part === "string" || typeof part === "number" ? `${part}` : "?"));
  const unsealed = {
    id: await createId(delivery, known),
    key: await createKey(delivery, ["inbox", kind, ...parts]),
    event,
    subscriptionId: subscription.id,
    about: toPrintable(`${kind} ${words.join("/") || "?"}`, 100),
    body: readText(bytes),
  };
  return { ...unsealed, seal: await digest(subscription, listSealed(unsealed)) };
}

/** All parts of a stored event: without a seal over them, somebody who can write to the database would not need the secret. */
const listSealed = ({ id, key, event, subscriptionId, about, body }: Omit<StoredEvent, "seal">) =>
  ["inbox seal", id, key, event, subscriptionId, about, body] as const;

/** The same for the same event; a new one for an event that cannot be recognised, or is sent repeatedly by design. */
async function createId(delivery: Delivery, { events }: KnownRequests): Promise<string> {
  const known = events[delivery.event];
  const identity = known === undefined || known.repeated ? undefined : getIdentity(delivery, known.own);
  if (identity === undefined) return crypto.randomUUID();
  return toUuid(await digest(delivery.subscription, ["inbox id", ...identity]));
}

/** A UUID of version 8, as RFC 9562 has it, from a digest in base64. */
function toUuid(digested: string): string {
  const bytes = fromBase64(digested) ?? new Uint8Array();
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = `${"89ab"[(bytes[8] ?? 0) % 4]}${hex.slice(17, 20)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant, hex.slice(20, 32)].join("-");
}

/** Answers an event that was not stored, and runs its queued handler: afterwards, if the platform keeps running. */
export async function answerQueued(options: HandlingOptions, delivery: Delivery): Promise<Reply> {
  const isBeside = isAwaited(delivery.body) && options.handlers.has(delivery.event);
  // What one handler changes in its request, the other must not see.
  const request = isBeside ? structuredClone(delivery.request) : delivery.request;
  const run = (): Promise<void> => runQueued(options, { ...delivery, request });
  if (delivery.source.waitUntil !== undefined && options.nonBlocking !== "wait") {
    runInBackground(options, delivery, run);
  } else if (isBeside) {
    const answering = handle(options, delivery);
    const queued = run().catch((fault: unknown) => logLateFault(options.log, delivery, fault));
    // The answer is the handler's, whatever becomes of the queued one. Both have ended before it is sent.
    await Promise.allSettled([answering, queued]);
    return answering;
  } else {
    await measure(delivery, run);
  }
  // Without a handler, an event that the POS waits for has `{}` completed: a poll has to end.
  return isAwaited(delivery.body) ? handle(options, delivery) : emptyReply;
}

/** Answers an event that the till does not wait for, where nothing can run after the answer. */
export async function answerUnread(options: HandlingOptions, delivery: Delivery): Promise<Reply> {
  const reply = await handle(options, delivery);
  if (reply.status === 200)
    warnOfUnread(options.log, delivery, JSON.parse(reply.text) as object, maybeUnread);
  return reply;
}

/** Answers at once; the handler's answer is checked later, but not sent. */
export function answerFirst(options: HandlingOptions, delivery: Delivery): Promise<Reply> {
  runInBackground(options, delivery, async () => {
    const reply = await handle(options, delivery);
    if (reply.status === 400) throw new Error("it answered an error");
    warnOfUnread(options.log, delivery, JSON.parse(reply.text) as object, unawaited);
  });
  return Promise.resolve(emptyReply);
}

/** Works after the answer; the request stays in flight until then. A fault is logged. */
function runInBackground(options: HandlingOptions, delivery: Delivery, work: () => Promise<unknown>): void {
  const { log } = options;
  const run = async (): Promise<void> => {
    try {
      // Lets the answer go out first, even if the work is synchronous.
      await new Promise((resolve) => setTimeout(resolve, 0));
      await work();
    } catch (fault: unknown) {
      // An invalid answer was logged where it was found.
      if (!isRefusal(fault)) logLateFault(log, delivery, fault);
    }
  };
  delivery.work = run();
  delivery.source.waitUntil?.(delivery.work);
}

/** Calls the queued handler of an event, if there is one: of a stored event with its run. */
async function runQueued(options: HandlingOptions, given: CheckedEvent, run?: StoredRun) {
  const { queued, log, givenLog } = options;
  const answer = await queued.get(given.event)?.({
    request: given.request,
    requestProblems: given.requestProblems,
    signal: run?.signal ?? new AbortController().signal,
    attempt: run?.attempt ?? 0,
    transaction: run?.transaction,
    ...toSenderContext(given, givenLog),
  });
  if (isObject(answer)) warnOfUnread(log, given, answer, afterwards);
}

const notWaiting =
  "the till does not wait for this event; switch on Blocking for it in the webhook settings of the back office";
const unawaited = ["was not sent", notWaiting] as const;
const maybeUnread = ["may not be read", notWaiting] as const;
const afterwards = ["was not sent", "it runs after the answer; answer in handlers instead"] as const;

/** Warns that no till will see a handler's answer, once for each subscription and event. */
function warnOfUnread(
  log: Log,
  given: CheckedEvent,
  answer: object,
  [fate, reason]: readonly [string, string],
): void {
  const { event, account } = given;
  const names = Object.keys(answer);
  if (names.length === 0 || account.unsent.has(event)) return;
  account.unsent.add(event);
  const parts = names.slice(0, 10).map((name) => toPrintable(name, 50));
  const message = `${event}: the handler's answer ${fate} (${parts.join(", ")}), because ${reason}`;
  log.warn({ ...toFields(given), parts }, message);
}

/** Handles a stored event for a worker. Settles when the handler has ended, and rejects if the signal has aborted by then. */
export async function handleStored(options: HandlingOptions, stored: StoredEvent, run: StoredRun) {
  const given = await readStored(options, stored);
  run.signal.throwIfAborted();
  if (options.queued.has(stored.event)) await runQueued(options, given, run);
  else await runUnawaited(options, given, run);
  run.signal.throwIfAborted();
}

/** Verifies the seal of a stored event, and reads it as the receiver did; its problems were logged then. */
async function readStored(options: HandlingOptions, stored: StoredEvent): Promise<CheckedEvent> {
  const { event, subscriptionId, seal } = stored;
  const candidates = await explainRefusal("the subscription of the event was not found", () =>
    options.findSubscription(subscriptionId),
  );
  const isSealed = await Promise.all(candidates.map((each) => isDigest(each, listSealed(stored), seal)));
  const subscription = candidates[isSealed.indexOf(true)];
  if (subscription === undefined)
    throw new Error("the event was not stored by this receiver, or the secret it was stored with is gone");
  const account = await options.findAccount(subscription);
  if (!options.events.has(event)) throw new Error(`there is no event ${event} here`);
  const body = JSON.parse(stored.body) as JsonObject;
  const checked = await explainRefusal("the stored request is refused", () => options.check(event, body));
  return { event, body, subscription, account, ...checked };
}

/** Turns a refusal into an error for the log of a worker. */
async function explainRefusal<T>(what: string, call: () => Awaitable<T>): Promise<T> {
  let refusal: Refusal;
  try {
    return await call();
  } catch (fault: unknown) {
    if (!isRefusal(fault)) throw fault;
    refusal = fault;
  }
  throw new Error(refusal === refusals.handlerFailed ? what : `${what}: ${refusal.message}`);
}

/** Runs the handler of an event that the POS does not wait for; its answer is checked, and goes nowhere. */
async function runUnawaited(options: HandlingOptions, given: CheckedEvent, { signal }: StoredRun) {
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
  warnOfUnread(options.log, given, JSON.parse(reply.text) as object, unawaited);
}
