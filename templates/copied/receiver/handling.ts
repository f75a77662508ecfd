import type { Problem } from "../validators/results.js";
import type { Answers } from "./answer.js";
import { startRound, type Asking } from "./ask.js";
import { isPolling } from "./dedupe.js";
import type { Rules } from "../validators/rules.js";
import type { EventContext, QueuedContext } from "./handlers.js";
import { refusals, type RawRequest, type Reply } from "./http.js";
import { toFields, type Log } from "./log.js";
import type { Account, CheckedEvent, KnownSubscription, VerifiedEvent } from "./subscriptions.js";
import { getCause, ignoreRejections, isError, toReason, tryToRead, type JsonObject } from "./values.js";

export interface Delivery extends CheckedEvent {
  readonly source: RawRequest;
  readonly bytes: Uint8Array;
  request: unknown;
  requestProblems: readonly Problem[];
  /** Work that continues after the answer; the request is in flight until the work ends. */
  work?: Promise<unknown>;
  /** In milliseconds; undefined if the answer did not wait for a handler. */
  handlerDuration?: number;
}

export type AnyHandler = (context: EventContext<unknown, string, unknown>) => unknown;
export type AnyQueuedHandler = (context: QueuedContext<unknown, string>) => unknown;

export interface HandlingOptions {
  readonly contract: { readonly rules: Rules };
  readonly events: ReadonlySet<string>;
  readonly handlers: ReadonlyMap<string, AnyHandler>;
  readonly onTimeout: ReadonlyMap<string, AnyHandler>;
  readonly queued: ReadonlyMap<string, AnyQueuedHandler>;
  readonly handlerTimeout?: number | undefined;
  readonly nonBlocking?: "answerFirst" | "wait" | undefined;
  readonly answers: Answers;
  readonly asking: Asking;
  readonly log: Log;
  /** The log from the options, unchanged, for handlers. */
  readonly givenLog: Log;
  readonly findSubscription: (id: string) => Promise<readonly KnownSubscription[]>;
  readonly findAccount: (subscription: KnownSubscription) => Promise<Account>;
  /** @throws Refusal */
  readonly check: (event: string, body: JsonObject) => Pick<CheckedEvent, "request" | "requestProblems">;
}

/** Runs an event's handler and checks its answer; `{}` without a handler. @throws Refusal */
export async function handle(options: HandlingOptions, delivery: Delivery): Promise<Reply> {
  const { handlers, answers, log } = options;
  const handler = handlers.get(delivery.event);
  if (handler === undefined) return answers.toReply(delivery, {});
  const started = performance.now();
  const answer = await runHandler(options, delivery, handler).finally(() => {
    delivery.handlerDuration = performance.now() - started;
  });
  if (delivery.work === undefined) reportSlow(log, delivery, delivery.handlerDuration ?? 0);
  if (answer === late) throw refusals.handlerFailed;
  return answers.toReply(delivery, answer);
}

/** In milliseconds. A handler is reported if it takes `slowAfter`, or `hangUpAfter` if the till has hung up by then. */
const slowAfter = 5000;
const hangUpAfter = 1000;

/** A waiting till shows its user nothing. A poll is delayed on purpose. */
function reportSlow(log: Log, delivery: Delivery, duration: number): void {
  if (duration < hangUpAfter) return;
  const { event, source, body } = delivery;
  const fields = toFields(delivery);
  const seconds = `${(duration / 1000).toFixed(1)} s`;
  if (duration >= slowAfter && !isPolling(body))
    log.warn(fields, `the ${event} handler took ${seconds}, and the till waited for it`);
  if (source.signal?.aborted)
    log.warn(fields, `the till hung up before the answer to ${event}, which took ${seconds}`);
}

async function runHandler(options: HandlingOptions, delivery: Delivery, handler: AnyHandler) {
  const isDeadline = options.handlerTimeout !== undefined;
  const run = (each: AnyHandler): Promise<unknown> =>
    callInTime(options, delivery, (signal) => callHandler(options, delivery, each, { signal, isDeadline }));
  const onTimeout = options.onTimeout.get(delivery.event);
  const answer = await run(handler);
  return answer === late && onTimeout ? run(onTimeout) : answer;
}

export const toSenderContext = ({ event, subscription }: VerifiedEvent, log: Log) => ({
  eventName: event,
  subscriptionId: subscription.id,
  subscriptionName: subscription.name,
  version: subscription.version,
  log,
});

/** Resolves to the handler's answer, or to its question for the user. Questions after a deadline are ignored. */
export async function callHandler(
  { asking, givenLog }: HandlingOptions,
  given: CheckedEvent,
  handler: AnyHandler,
  { signal, isDeadline }: { readonly signal: AbortSignal; readonly isDeadline: boolean },
): Promise<unknown> {
  const { request, requestProblems } = given;
  const { ask, conclude, recover } = startRound(asking, given, () => isDeadline && signal.aborted);
  try {
    const context = { request, requestProblems, signal, ask, ...toSenderContext(given, givenLog) };
    return (await conclude(await handler(context))) ?? {};
  } catch (fault: unknown) {
    return recover(fault);
  }
}

export const late = Symbol("late");

/** Calls a handler and aborts its signal after `handlerTimeout`. The request stays in flight until the handler ends. */
export async function callInTime(
  { handlerTimeout, log }: HandlingOptions,
  delivery: Delivery,
  call: (signal: AbortSignal) => Promise<unknown>,
): Promise<unknown> {
  const { event, source } = delivery;
  if (handlerTimeout === undefined) return call(source.signal ?? new AbortController().signal);
  const timeout = new AbortController();
  const { signal } = timeout;
  const isOver = new Promise((resolve) => signal.addEventListener("abort", () => resolve(late)));
  const end = (): void => timeout.abort(new Error(`the handler exceeded ${handlerTimeout} ms`));
  const timer = setTimeout(end, handlerTimeout);
  const running = call(source.signal ? AbortSignal.any([source.signal, signal]) : signal);
  const reportLateAnswer = (answer: unknown): void => {
    ignoreRejections(answer);
    const parts = tryToRead(() => Object.keys(answer as object)) ?? [];
    const message = `the ${event} handler answered after its timeout; the till did not get that answer`;
    if (parts.length > 0) log.warn(toFields(delivery), message);
  };
  const logUnlessAborted = (fault: unknown): void => {
    // Node wraps the abort reason in its own error.
    const isAbort = fault === signal.reason || (isError(fault) && getCause(fault) === signal.reason);
    if (!isAbort) logLateFault(log, delivery, fault);
  };
  try {
    const answer = await Promise.race([isOver, running]);
    if (answer === late) {
      const ended = running.then(reportLateAnswer, logUnlessAborted);
      delivery.work = Promise.allSettled([delivery.work, ended]);
      log.error(toFields(delivery), `the ${event} handler took more than ${handlerTimeout} ms`);
    }
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

export function logLateFault(log: Log, given: VerifiedEvent, fault: unknown): void {
  const message = `the ${given.event} handler failed after the answer was sent: ${toReason(fault)}`;
  log.error({ ...toFields(given), err: fault }, message);
}

/** Timing of a long poll, in milliseconds. */
export interface LongPollOptions {
  /** Pause between two checks. */
  readonly every: number;
  /** Time to keep the POS waiting before it asks again. */
  readonly holdFor: number;
  /** The handler's `signal`, which ends the wait when the POS is gone. */
  readonly signal: AbortSignal;
}

/**
 * Checks repeatedly for a result. A POS that gets `polling: { finished: false }` asks again at once, so hold the answer
 * back.
 * @returns The first result that is not undefined; undefined if the time is up or the POS is gone.
 */
export async function longPoll<T>(
  check: (signal: AbortSignal) => T | undefined | Promise<T | undefined>,
  { every, holdFor, signal }: LongPollOptions,
): Promise<T | undefined> {
  const end = performance.now() + holdFor;
  while (!signal.aborted) {
    const result = await check(signal);
    const left = end - performance.now();
    // Timers may fire a millisecond early.
    if (result !== undefined || left < 1) return result;
    await pause(Math.min(every, left), signal);
  }
  return undefined;
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end);
    if (signal.aborted) end();
  });
}

/** Options of {@link callBack}. */
export interface CallBackOptions {
  /** Allowed origins, such as `https://pos.example.com`. */
  readonly allowOrigins: readonly string[];
  /** Default: `GET`. The vendor does not document the method. */
  readonly method?: "GET" | "POST" | undefined;
  /** In milliseconds. Default: 5000. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls the `callbackUrl` of an external payment once its outcome is known, so that the POS need not wait for its next
 * poll. The URL comes from a request, so only allowed origins are called, and redirects are not followed.
 * @returns True for a status from 200 to 299. The POS keeps polling either way.
 * @throws Error if the text is not a URL or its origin is not allowed.
 */
export async function callBack(url: string, options: CallBackOptions): Promise<boolean> {
  const { allowOrigins, method = "GET", timeout = 5000, signal } = options;
  const target = checkUrl(url, allowOrigins);
  const limit = AbortSignal.timeout(timeout);
  const end = signal ? AbortSignal.any([signal, limit]) : limit;
  try {
    const response = await fetch(target, { method, redirect: "manual", signal: end });
    // An unread body would keep the connection open.
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function checkUrl(url: string, allowOrigins: readonly string[]): URL {
  if (!URL.canParse(url)) throw new Error("the callbackUrl is not a URL");
  const target = new URL(url);
  if (target.username !== "" || target.password !== "")
    throw new Error("the callbackUrl has a user name or a password");
  const origins = allowOrigins.map((text) => {
    if (!URL.canParse(text)) throw new Error(`allowOrigins: ${JSON.stringify(text)} is not an origin`);
    return new URL(text).origin;
  });
  if (!origins.includes(target.origin))
    throw new Error(`the origin of the callbackUrl, ${target.origin}, is not in allowOrigins`);
  return target;
}
