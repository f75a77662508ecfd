import { getIdentity, getSessionId, getTill, isAwaited } from "./dedupe.js";
import type { Rules } from "../validators/rules.js";
import { callHandler, handle, logLateFault, toSenderContext } from "./handling.js";
import type { Delivery, HandlingOptions } from "./handling.js";
import type { Transaction } from "./handlers.js";
import { emptyReply, isRefusal, isTooDeep, readText, refusals, type Refusal, type Reply } from "./http.js";
import { toFields, type Log } from "./log.js";
import { createKey, digest, failLate, isDigest } from "./store.js";
import type { CheckedEvent } from "./subscriptions.js";
import { fromBase64, isObject, toPrintable, toReason, type Awaitable, type JsonObject } from "./values.js";

/**
 * Stores events until a worker has handled them. `createInbox` of the target `inbox` creates one in PostgreSQL or a
 * folder.
 */
export interface Inbox {
  /**
   * Stores an event. Resolves once it is safe; storing the same event again has no effect.
   * @throws Error if it cannot be stored; the request is then rejected with status 503.
   */
  add(event: StoredEvent): Promise<void>;
}

/** A stored event, whose signature and body were checked. */
export interface StoredEvent {
  /** A UUID. A repeated event has the same one, so it is stored once. */
  readonly id: string;
  /** Events with the same key are handled one at a time, in the order stored. Reveals nothing about the session. */
  readonly key: string;
  readonly event: string;
  readonly subscriptionId: string;
  /** The event's session or till, for people who look into the inbox. */
  readonly about: string;
  readonly body: string;
  /** Proves, with a secret of the subscription, that a receiver stored this event. */
  readonly seal: string;
}

/** Runs the handler of a stored event. Rejects if it fails, so that the event is retried. */
export type HandleStored = (stored: StoredEvent, run: StoredRun) => Promise<void>;

export interface StoredRun {
  /** Aborts at the handler's deadline. */
  readonly signal: AbortSignal;
  readonly attempt: number;
  /** The transaction that also marks the event as handled. It begins with the first query. */
  readonly transaction: Transaction;
}

/** Stores an event in the inbox. @throws Refusal if that fails; the log has the reason. */
export async function keepEvent({ contract, log }: HandlingOptions, inbox: Inbox, delivery: Delivery) {
  const { event, body } = delivery;
  // The event's handler would never succeed.
  if (isTooDeep(body)) throw refusals.nestedTooDeeply;
  const stored = await createStoredEvent(delivery, contract.rules);
  try {
    // Guards against an inbox that never answers.
    await failLate(inbox.add(stored), 30_000);
  } catch (error: unknown) {
    const message = `${event} rejected because the inbox failed: ${toReason(error)}`;
    log.error({ ...toFields(delivery), err: error }, message);
    throw refusals.inboxUnavailable;
  }
}

async function createStoredEvent(delivery: Delivery, rules: Rules): Promise<StoredEvent> {
  const { event, body, bytes, subscription } = delivery;
  const session = getSessionId(body);
  // Events keep their order within a session, whichever till sends them; without a session, within a till.
  const [kind, parts] = session === undefined ? ["till", getTill(body)] : ["session", [session]];
  const words = parts.map((part) => (typeof part === "string" || typeof part === "number" ? `${part}` : "?"));
  const unsealed = {
    id: await createId(delivery, rules),
    key: await createKey(delivery, ["inbox", kind, ...parts]),
    event,
    subscriptionId: subscription.id,
    about: toPrintable(`${kind} ${words.join("/") || "?"}`, 100),
    body: readText(bytes),
  };
  return { ...unsealed, seal: await digest(subscription, listSealed(unsealed)) };
}

/**
 * The sealed parts of a stored event. Without a seal over all of them, write access to the database would be as good as
 * the secret.
 */
const listSealed = ({ id, key, event, subscriptionId, about, body }: Omit<StoredEvent, "seal">) =>
  ["inbox seal", id, key, event, subscriptionId, about, body] as const;

/** Returns the same id for a repeat; a new id for an event that the POS does not number or repeats by design. */
async function createId(delivery: Delivery, { events }: Rules): Promise<string> {
  const rule = events.get(delivery.event);
  const identity = rule === undefined || rule.repeated ? undefined : getIdentity(delivery, rule.own);
  if (identity === undefined) return crypto.randomUUID();
  return toUuid(await digest(delivery.subscription, ["inbox id", ...identity]));
}

/** A UUID of version 8 (RFC 9562) from a base64 digest. */
function toUuid(digested: string): string {
  const bytes = fromBase64(digested) ?? new Uint8Array();
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const variant = `${"89ab"[(bytes[8] ?? 0) % 4]}${hex.slice(17, 20)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, variant, hex.slice(20, 32)].join("-");
}

/** Answers an event that the till does not wait for, on a platform where nothing can run after the answer. */
export async function answerUnread(options: HandlingOptions, delivery: Delivery): Promise<Reply> {
  const reply = await handle(options, delivery);
  if (reply.status === 200)
    warnOfUnread(options.log, delivery, JSON.parse(reply.text) as object, maybeUnread);
  return reply;
}

/**
 * Answers at once. The handler's later answer is checked, but not sent. The request stays in flight until the handler
 * ends.
 */
export function answerFirst(options: HandlingOptions, delivery: Delivery): Promise<Reply> {
  const { log } = options;
  const run = async (): Promise<void> => {
    try {
      // The answer goes out first, even if the handler is synchronous.
      await new Promise((resolve) => setTimeout(resolve, 0));
      const reply = await handle(options, delivery);
      if (reply.status === 400) throw new Error("it returned an error");
      warnOfUnread(log, delivery, JSON.parse(reply.text) as object, unawaited);
    } catch (fault: unknown) {
      // An invalid answer is already logged.
      if (!isRefusal(fault)) logLateFault(log, delivery, fault);
    }
  };
  delivery.work = run();
  delivery.source.waitUntil?.(delivery.work);
  return Promise.resolve(emptyReply);
}

async function runQueued(options: HandlingOptions, given: CheckedEvent, run: StoredRun) {
  const { queued, log, givenLog } = options;
  const { request, requestProblems } = given;
  const { signal, attempt, transaction } = run;
  const sender = toSenderContext(given, givenLog);
  const context = { request, requestProblems, signal, attempt, transaction, ...sender };
  const answer = await queued.get(given.event)?.(context);
  if (isObject(answer)) warnOfUnread(log, given, answer, afterwards);
}

const notWaiting =
  "the till does not wait for this event; switch on Blocking for it in the webhook settings of the back office";
const unawaited = ["was not sent", notWaiting] as const;
const maybeUnread = ["may not be read", notWaiting] as const;
const afterwards = [
  "was not sent",
  "queued handlers run after the answer; return it from handlers instead",
] as const;

/** Warns that no till sees a handler's answer, once per subscription and event. */
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
  const message = `the answer of the ${event} handler ${fate} (${parts.join(", ")}), because ${reason}`;
  log.warn({ ...toFields(given), parts }, message);
}

/** Handles a stored event for a worker. Settles when the handler ends; rejects if the signal has aborted by then. */
export async function handleStored(options: HandlingOptions, stored: StoredEvent, run: StoredRun) {
  const given = await readStored(options, stored);
  run.signal.throwIfAborted();
  if (options.queued.has(stored.event)) await runQueued(options, given, run);
  else await runUnawaited(options, given, run);
  run.signal.throwIfAborted();
}

/** The receiver has already logged the body's problems. */
async function readStored(options: HandlingOptions, stored: StoredEvent): Promise<CheckedEvent> {
  const { event, subscriptionId, seal } = stored;
  const candidates = await explainRefusal("the subscription of the event was not found", () =>
    options.findSubscription(subscriptionId),
  );
  const isSealed = await Promise.all(candidates.map((each) => isDigest(each, listSealed(stored), seal)));
  const subscription = candidates[isSealed.indexOf(true)];
  if (subscription === undefined)
    throw new Error("the event was not stored by this receiver, or its secret has been removed since");
  const account = await options.findAccount(subscription);
  if (!options.events.has(event)) throw new Error(`unknown event ${event}`);
  const body = JSON.parse(stored.body) as JsonObject;
  const checked = await explainRefusal("the stored request is invalid", () => options.check(event, body));
  return { event, body, subscription, account, ...checked };
}

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

/** The answer is checked, but not sent. */
async function runUnawaited(options: HandlingOptions, given: CheckedEvent, { signal }: StoredRun) {
  const { event, body } = given;
  const handler = options.handlers.get(event);
  // If the POS waited, the event was stored only for a queued handler, which is now missing.
  if (handler === undefined || isAwaited(body)) throw new Error(`there is no queued handler for ${event}`);
  const answer = await callHandler(options, given, handler, { signal, isDeadline: true });
  const reply = await explainRefusal(`the ${event} handler returned an invalid answer`, () =>
    options.answers.toReply(given, answer),
  );
  if (reply.status !== 200) throw new Error(`the ${event} handler returned an error`);
  warnOfUnread(options.log, given, JSON.parse(reply.text) as object, unawaited);
}
