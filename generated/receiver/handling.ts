// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Problem } from "../validators/results.js";
import { ignoreRejections, type Answers } from "./answer.js";
import { startRound, type Asking, type Round } from "./ask.js";
import { isPolling } from "./dedupe.js";
import type { EventContext } from "./handlers.js";
import { refusals, type RawRequest, type Reply } from "./http.js";
import { toFields, type Log } from "./log.js";
import type { CheckedEvent, VerifiedEvent } from "./subscriptions.js";
import { getCause, isError, toReason } from "./values.js";

/** An event that has just come in. It counts towards what is in flight of its subscription. */
export interface Delivery extends CheckedEvent {
  readonly source: RawRequest;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  request: unknown;
  requestProblems: readonly Problem[];
  /** Work that continues after the answer: the request is in flight until it ends. */
  work: Promise<unknown> | undefined;
  /** How long the handler took, in milliseconds, if it was waited for. */
  handlerDuration: number | undefined;
}

/** A handler without its types. */
export type AnyHandler = (context: EventContext<unknown, string, unknown>) => unknown;

/** What runs handlers. */
export interface HandlingOptions {
  readonly handlers: ReadonlyMap<string, AnyHandler>;
  readonly onTimeout: ReadonlyMap<string, AnyHandler>;
  readonly handlerTimeout?: number | undefined;
  readonly answers: Answers;
  readonly asking: Asking;
  /** Never throws. */
  readonly log: Log;
}

/** Runs the handler of an event, and checks its answer; `{}` without a handler. @throws Refusal */
export async function handle(options: HandlingOptions, delivery: Delivery): Promise<Reply> {
  const { handlers, handlerTimeout, answers } = options;
  const handler = handlers.get(delivery.event);
  if (handler === undefined) return answers.toReply(delivery, {});
  const started = performance.now();
  let answer: unknown;
  try {
    answer =
      handlerTimeout === undefined
        ? await callHandler(options, delivery, handler, { signal: delivery.source.signal })
        : await runWithTimeout(options, delivery, handler, handlerTimeout);
  } finally {
    delivery.handlerDuration = performance.now() - started;
  }
  if (delivery.work === undefined) reportSlow(options.log, delivery, delivery.handlerDuration);
  if (answer === late) throw refusals.handlerFailed;
  return answers.toReply(delivery, answer);
}

/** In milliseconds: a handler that takes as long is reported; sooner, if its till has hung up by then. */
const slowAfter = 5000;
const hangUpAfter = 1000;

/** A till shows its user nothing while it waits; a poll is held back on purpose. */
function reportSlow(log: Log, delivery: Delivery, duration: number): void {
  const { event, source, body } = delivery;
  const fields = toFields(delivery);
  const seconds = `${(duration / 1000).toFixed(1)} s`;
  if (duration >= slowAfter && !isPolling(body))
    log.warn(fields, `the handler of ${event} took ${seconds}, and its till waited as long`);
  if (duration >= hangUpAfter && source.signal?.aborted)
    log.warn(fields, `the till hung up before it had the answer to ${event}, for which it waited ${seconds}`);
}

/** Calls the handler; if it times out, its `onTimeout` handler, with the same timeout. */
async function runWithTimeout(
  options: HandlingOptions,
  delivery: Delivery,
  handler: AnyHandler,
  milliseconds: number,
): Promise<unknown> {
  for (const each of [handler, options.onTimeout.get(delivery.event)]) {
    if (each === undefined) break;
    const call = (signal: AbortSignal): Promise<unknown> =>
      callHandler(options, delivery, each, { signal, isDeadline: true });
    const answer = await callWithTimeout(options.log, delivery, milliseconds, call);
    if (answer !== late) return answer;
  }
  return late;
}

/** What may end a handler early. */
interface HandlerLimits {
  readonly signal?: AbortSignal | undefined;
  /** Whether the signal aborts when the handler has timed out: what it asks after that must not count. */
  readonly isDeadline?: boolean;
}

/** Calls a handler; resolves to its answer, or to its question to the user. */
export async function callHandler(
  { asking, log }: Pick<HandlingOptions, "asking" | "log">,
  given: CheckedEvent,
  handler: AnyHandler,
  { signal = new AbortController().signal, isDeadline = false }: HandlerLimits = {},
): Promise<unknown> {
  const { event, subscription, request, requestProblems } = given;
  let round: Round | undefined;
  const context: EventContext<unknown, string, unknown> = {
    request,
    requestProblems,
    eventName: event,
    subscriptionId: subscription.id,
    subscriptionName: subscription.name,
    version: subscription.version,
    signal,
    log,
    get ask() {
      round ??= startRound(asking, given, () => isDeadline && signal.aborted);
      return round.ask;
    },
  };
  const getRound = (): Round | undefined => round;
  try {
    const answer = await handler(context);
    return (await (getRound()?.conclude(answer) ?? answer)) ?? {};
  } catch (fault) {
    const asked = getRound();
    if (asked === undefined) throw fault;
    return asked.recover(fault);
  }
}

/** In place of the result of work that timed out. */
export const late = Symbol("late");

/**
 * Calls a handler with a timeout: then aborts its signal and stops waiting. Its request stays in flight until the handler
 * ends, however late that is.
 */
export async function callWithTimeout(
  log: Log,
  delivery: Delivery,
  milliseconds: number,
  call: (signal: AbortSignal) => Promise<unknown>,
): Promise<unknown> {
  const { event, source } = delivery;
  const timeout = new AbortController();
  const { signal } = timeout;
  const isOver = new Promise((resolve) => signal.addEventListener("abort", () => resolve(late)));
  const end = (): void => timeout.abort(new Error(`the time of ${milliseconds} ms is over`));
  const timer = setTimeout(end, milliseconds);
  const running = call(source.signal ? AbortSignal.any([source.signal, signal]) : signal);
  try {
    const answer = await Promise.race([isOver, running]);
    if (answer === late) {
      delivery.work = Promise.allSettled([delivery.work, awaitLate(log, delivery, running, signal)]);
      log.error(toFields(delivery), `the handler of ${event} took more than ${milliseconds} ms`);
    }
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for a handler whose answer comes too late. */
async function awaitLate(
  log: Log,
  delivery: Delivery,
  running: Promise<unknown>,
  { reason }: AbortSignal,
): Promise<void> {
  try {
    ignoreRejections(await running);
  } catch (fault) {
    // Work that failed because of the abort has nothing new to report. Node wraps the reason in an error of its own.
    const isAbort = fault === reason || (isError(fault) && getCause(fault) === reason);
    if (!isAbort) logLateFault(log, delivery, fault);
  }
}

/** Logs why a handler failed that nobody waited for any more. */
export function logLateFault(log: Log, given: VerifiedEvent, fault: unknown): void {
  log.error(
    { ...toFields(given), err: fault },
    `the handler of ${given.event} failed after the answer was sent: ${toReason(fault)}`,
  );
}

/** The pace of a long poll, in milliseconds. */
export interface LongPollOptions {
  /** The pause between two checks. */
  readonly every: number;
  /** How long the POS is kept waiting before it is told to ask again. */
  readonly holdFor: number;
  /** The handler's `signal`: the wait ends when the POS has gone. */
  readonly signal: AbortSignal;
}

/**
 * Checks for a result again and again. A POS that gets `polling: { finished: false }` asks again at once, so the
 * answer has to be held back.
 * @returns The first result that is not undefined; undefined if the time is over or the POS has gone.
 */
export async function longPoll<T>(
  check: (signal: AbortSignal) => T | undefined | Promise<T | undefined>,
  { every, holdFor, signal }: LongPollOptions,
): Promise<T | undefined> {
  const end = performance.now() + holdFor;
  for (;;) {
    if (signal.aborted) return undefined;
    const result = await check(signal);
    const left = end - performance.now();
    // Timers may be a millisecond early.
    if (result !== undefined || left < 1) return result;
    await pause(Math.min(every, left), signal);
  }
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

/** Which origins may be called, and for how long to wait. */
export interface CallBackOptions {
  /** The origins that may be called, such as `https://pos.example.com`. */
  readonly allowOrigins: readonly string[];
  /** The vendor does not document the method. Default: `GET`. */
  readonly method?: "GET" | "POST" | undefined;
  /** In milliseconds. Default: 5000. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Calls the `callbackUrl` of an external payment, once its outcome is known, so that the POS does not have to poll
 * for it. The URL comes with a request: only origins that you name are called, and redirects are not followed.
 * @returns Whether the answer had a status from 200 to 299; the POS goes on polling either way.
 * @throws Error if the text is not a URL, or its origin is not allowed.
 */
export async function callBack(url: string, options: CallBackOptions): Promise<boolean> {
  const { allowOrigins, method = "GET", timeout = 5000, signal } = options;
  const target = checkUrl(url, allowOrigins);
  const limit = AbortSignal.timeout(timeout);
  try {
    const response = await fetch(target, {
      method,
      redirect: "manual",
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
    });
    // The body is not needed; left unread it would keep the connection open.
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

function checkUrl(url: string, allowOrigins: readonly string[]): URL {
  if (!URL.canParse(url)) throw new Error("the callbackUrl is not a URL");
  const target = new URL(url);
  if (target.username !== "" || target.password !== "") {
    throw new Error("the callbackUrl has a user name or a password");
  }
  if (!allowOrigins.map(readOrigin).includes(target.origin)) {
    throw new Error(`the origin of the callbackUrl, ${target.origin}, is not one of allowOrigins`);
  }
  return target;
}

function readOrigin(text: string): string {
  if (!URL.canParse(text)) throw new Error(`allowOrigins: ${JSON.stringify(text)} is not an origin`);
  return new URL(text).origin;
}
