import type { Valid } from "../../validators/results.js";
import type { Rules } from "../../validators/rules.js";
import type { Awaitable, Log, QueuedContext } from "../base/handlers.js";
import { toFields } from "../base/log.js";
import type { Inbox, StoredEvent, StoredRun } from "../base/options.js";
import { emptyReply, isRefusal, refusals, type Refusal, type Reply } from "../base/refusals.js";
import { createKey, digest, failLate, isDigest } from "../base/store.js";
import type { CheckedEvent, Senders } from "../base/subscriptions.js";
import {
  fromBase64,
  isObject,
  readText,
  toPrintable,
  toReason,
  waitForTurn,
  type JsonObject,
} from "../base/values.js";
import { getIdentity, getSessionId, getTill, isAwaited } from "./identity.js";
import {
  callHandler,
  reportLateFault,
  runHandler,
  toSenderContext,
  type Delivery,
  type Running,
} from "./run-handler.js";

export type AnyQueuedHandler = (context: QueuedContext<unknown, string>) => unknown;

export interface Queueing {
  readonly running: Running;
  readonly rules: Rules;
  readonly queued: ReadonlyMap<string, AnyQueuedHandler>;
  /** @throws Refusal */
  readonly check: (event: string, body: JsonObject) => CheckedRequest;
}

/** A request as its handler reads it, and what was left out of it. */
export interface CheckedRequest extends Pick<CheckedEvent, "request" | "requestProblems"> {
  readonly leftOut: Pick<Valid<unknown>, "leftOut" | "moreLeftOut">;
}

/** Stores an event in the inbox. @throws Refusal if that fails; the log has the reason. */
export async function keepEvent({ rules, running }: Queueing, inbox: Inbox, delivery: Delivery) {
  const stored = await createStoredEvent(delivery, rules);
  try {
    // Guards against an inbox that never answers.
    await failLate(inbox.add(stored), 30_000);
  } catch (error: unknown) {
    const message = `${delivery.event} rejected because the inbox failed: ${toReason(error)}`;
    running.log.error({ ...toFields(delivery), err: error }, message);
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
export async function answerUnread(running: Running, delivery: Delivery): Promise<Reply> {
  const reply = await runHandler(running, delivery);
  if (reply.status === 200) warnOfUnread(running.log, delivery, readAnswer(reply), maybeUnread);
  return reply;
}

const readAnswer = ({ text }: Reply): object => JSON.parse(text) as object;

/**
 * Answers at once. The handler's later answer is checked, but not sent. The request stays in flight until the handler
 * ends.
 */
export function answerFirst(running: Running, delivery: Delivery): Promise<Reply> {
  delivery.status = emptyReply.status;
  delivery.work = runUnawaited(running, delivery);
  delivery.source.waitUntil?.(delivery.work);
  return Promise.resolve(emptyReply);
}

async function runUnawaited(running: Running, delivery: Delivery): Promise<void> {
  try {
    // The answer goes out first, even if the handler is synchronous.
    await waitForTurn();
    const reply = await runHandler(running, delivery);
    if (reply.status === 400) throw new Error("it returned an error");
    warnOfUnread(running.log, delivery, readAnswer(reply), unawaited);
  } catch (fault: unknown) {
    // An invalid answer is already reported.
    if (!isRefusal(fault)) reportLateFault(running.report, delivery, fault);
  }
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
export async function handleStored(
  queueing: Queueing,
  senders: Senders,
  stored: StoredEvent,
  run: StoredRun,
): Promise<void> {
  const given = await readStored(queueing, senders, stored);
  run.signal.throwIfAborted();
  if (queueing.queued.has(stored.event)) await runQueued(queueing, given, run);
  else await runStored(queueing.running, given, run);
  run.signal.throwIfAborted();
}

/** The receiver has already logged the body's problems. */
async function readStored(
  { rules, check }: Queueing,
  senders: Senders,
  stored: StoredEvent,
): Promise<CheckedEvent> {
  const { event, subscriptionId, seal } = stored;
  const candidates = await explainRefusal("the subscription of the event was not found", () =>
    senders.find(subscriptionId),
  );
  const isSealed = await Promise.all(candidates.map((each) => isDigest(each, listSealed(stored), seal)));
  const subscription = candidates[isSealed.indexOf(true)];
  if (subscription === undefined)
    throw new Error("the event was not stored by this receiver, or its secret has been removed since");
  const account = await senders.open(subscription);
  if (!rules.events.has(event)) throw new Error(`unknown event ${event}`);
  const body = JSON.parse(stored.body) as JsonObject;
  const { request, requestProblems } = await explainRefusal("the stored request is invalid", () =>
    check(event, body),
  );
  return { event, body, request, requestProblems, subscription, account, status: undefined };
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

async function runQueued({ running, queued }: Queueing, given: CheckedEvent, run: StoredRun) {
  const { request, requestProblems } = given;
  const { signal, attempt, transaction } = run;
  const sender = toSenderContext(given, running.givenLog);
  const context = { request, requestProblems, signal, attempt, transaction, ...sender };
  const answer = await tellFault(running, given, run, () => queued.get(given.event)?.(context));
  if (isObject(answer)) warnOfUnread(running.log, given, answer, afterwards);
}

/** Runs the handler of an event that the till did not wait for. The answer is checked, but not sent. */
async function runStored(running: Running, given: CheckedEvent, run: StoredRun) {
  const { event, body } = given;
  const handler = running.handlers.get(event);
  // If the POS waited, the event was stored only for a queued handler, which is now missing.
  if (handler === undefined || isAwaited(body)) throw new Error(`there is no queued handler for ${event}`);
  const { signal } = run;
  const time = {
    signal,
    get isOver() {
      return signal.aborted;
    },
  };
  const answer = await tellFault(running, given, run, () => callHandler(running, given, handler, time));
  const reply = await explainRefusal(`the ${event} handler returned an invalid answer`, () =>
    running.answers.toReply(given, answer),
  );
  if (reply.status !== 200) throw tell(running, given, new Error(`the ${event} handler returned an error`));
  warnOfUnread(running.log, given, readAnswer(reply), unawaited);
}

/** Calls a handler, and tells of what it throws, which the worker logs. */
async function tellFault<T>(
  running: Running,
  given: CheckedEvent,
  { signal }: StoredRun,
  call: () => T,
): Promise<Awaited<T>> {
  try {
    return await call();
  } catch (fault: unknown) {
    // A worker that is closing ends its handlers.
    const isAbort = signal.aborted && fault === signal.reason;
    throw isAbort ? fault : tell(running, given, fault);
  }
}

/** Returns the fault. */
function tell<T>(running: Running, given: CheckedEvent, fault: T): T {
  const message = `the ${given.event} handler failed: ${toReason(fault)}`;
  running.tell({ ...toFields(given), err: fault }, message, given.status);
  return fault;
}
