import type { Problem } from "../../validators/results.js";
import type { Ask, EventContext, Log, SenderContext } from "../base/handlers.js";
import { toFields, type Report, type Reports } from "../base/log.js";
import type { RawRequest } from "../base/options.js";
import { refusals, type Reply } from "../base/refusals.js";
import type { CheckedEvent, VerifiedEvent } from "../base/subscriptions.js";
import { getCause, ignoreRejections, isError, toReason, tryToRead } from "../base/values.js";
import type { Answers } from "./answer.js";
import { concludeRound, createAsk, recoverRound, startRound, type Asking } from "./ask.js";
import { late, TimeLimit, UnlimitedTime, type HandlerTime } from "./handler-time.js";
import { isPolling } from "./identity.js";

/** A verified request on its way to its answer. */
export interface Delivery extends CheckedEvent {
  readonly source: RawRequest;
  readonly bytes: Uint8Array;
  /** Work that continues after the answer; the request is in flight until the work ends. */
  work?: Promise<unknown>;
  /** In milliseconds; undefined if the answer did not wait for a handler. */
  handlerDuration?: number;
}

export type AnyHandler = (context: EventContext<unknown, string, unknown>) => unknown;

/** What handlers run with. */
export interface Running extends Reports {
  readonly handlers: ReadonlyMap<string, AnyHandler>;
  readonly onTimeout: ReadonlyMap<string, AnyHandler>;
  /** In milliseconds. */
  readonly handlerTimeout: number | undefined;
  readonly answers: Answers;
  readonly asking: Asking;
  readonly log: Log;
  /** The log from the options, unchanged, for handlers. */
  readonly givenLog: Log;
}

/** Runs an event's handler and checks its answer; `{}` without a handler. @throws Refusal */
export async function runHandler(running: Running, delivery: Delivery): Promise<Reply> {
  const handler = running.handlers.get(delivery.event);
  if (handler === undefined) return running.answers.toReply(delivery, {});
  const started = performance.now();
  let answer: unknown;
  try {
    answer = await runInTime(running, delivery, handler);
  } finally {
    delivery.handlerDuration = performance.now() - started;
  }
  if (delivery.work === undefined) reportSlow(running.log, delivery, delivery.handlerDuration);
  if (answer === late) throw refusals.handlerFailed;
  return running.answers.toReply(delivery, answer);
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

/** Resolves to the answer of the handler or, if it is late, of `onTimeout`. */
async function runInTime(running: Running, delivery: Delivery, handler: AnyHandler): Promise<unknown> {
  const run = (each: AnyHandler): Promise<unknown> =>
    callInTime(running, delivery, (time) => callHandler(running, delivery, each, time));
  const answer = await run(handler);
  const onTimeout = answer === late ? running.onTimeout.get(delivery.event) : undefined;
  return onTimeout ? run(onTimeout) : answer;
}

/** Resolves to the handler's answer, or to its question for the user. Questions after a deadline are ignored. */
export async function callHandler(
  { asking, givenLog }: Pick<Running, "asking" | "givenLog">,
  given: CheckedEvent,
  handler: AnyHandler,
  time: HandlerTime,
): Promise<unknown> {
  const round = startRound(asking, given, time);
  const context = new HandlerContext(given, createAsk(round), time, givenLog);
  try {
    return (await concludeRound(round, await handler(context))) ?? {};
  } catch (fault: unknown) {
    return recoverRound(round, fault);
  }
}

/** Not a literal: an object with a getter of its own costs microseconds, and as much again when it is collected. */
class HandlerContext implements EventContext<unknown, string, unknown> {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
  readonly eventName: string;
  readonly subscriptionId: string;
  readonly subscriptionName: string | undefined;
  readonly version: string | undefined;
  readonly ask: Ask<unknown, unknown>;
  declare readonly signal: AbortSignal;
  readonly log: Log;
  readonly #time: HandlerTime;

  constructor(given: CheckedEvent, ask: Ask<unknown, unknown>, time: HandlerTime, log: Log) {
    this.request = given.request;
    this.requestProblems = given.requestProblems;
    this.eventName = given.event;
    this.subscriptionId = given.subscription.id;
    this.subscriptionName = given.subscription.name;
    this.version = given.subscription.version;
    this.ask = ask;
    this.log = log;
    this.#time = time;
    // Not inherited, because a handler may spread its context.
    Object.defineProperty(this, "signal", HandlerContext.#signal);
  }

  static readonly #signal: PropertyDescriptor & ThisType<HandlerContext> = {
    enumerable: true,
    get() {
      return this.#time.signal;
    },
  };
}

export const toSenderContext = ({ event, subscription }: VerifiedEvent, log: Log): SenderContext<string> => ({
  eventName: event,
  subscriptionId: subscription.id,
  subscriptionName: subscription.name,
  version: subscription.version,
  log,
});

/** Calls a handler and aborts its signal after `handlerTimeout`. The request stays in flight until the handler ends. */
export async function callInTime(
  {
    handlerTimeout,
    onTimeout,
    report,
    log,
  }: Pick<Running, "handlerTimeout" | "onTimeout" | "report" | "log">,
  delivery: Delivery,
  call: (time: HandlerTime) => Promise<unknown>,
): Promise<unknown> {
  const { source } = delivery;
  if (handlerTimeout === undefined) return call(new UnlimitedTime(source));
  const time = new TimeLimit(handlerTimeout, source);
  const running = call(time);
  try {
    const answer = await Promise.race([time.isUp, running]);
    if (answer !== late) return answer;
  } finally {
    time.stop();
  }
  const { event } = delivery;
  const ended = running.then(
    (answer) => logLateAnswer(log, delivery, answer),
    (fault: unknown) => {
      // Node wraps the abort reason in its own error.
      const isAbort = fault === time.reason || (isError(fault) && getCause(fault) === time.reason);
      if (!isAbort) reportLateFault(report, delivery, fault);
    },
  );
  delivery.work = Promise.allSettled([delivery.work, ended]);
  // Its answer is not known yet.
  if (onTimeout.has(event)) delivery.status = undefined;
  report(toFields(delivery), `the ${event} handler took more than ${handlerTimeout} ms`, delivery.status);
  return late;
}

/** Nobody gets the answer. */
function logLateAnswer(log: Log, given: VerifiedEvent, answer: unknown): void {
  ignoreRejections(answer);
  const parts = tryToRead(() => Object.keys(answer as object)) ?? [];
  const message = `the ${given.event} handler answered after its timeout; the till did not get that answer`;
  if (parts.length > 0) log.warn(toFields(given), message);
}

export function reportLateFault(report: Report, given: VerifiedEvent, fault: unknown): void {
  const message = `the ${given.event} handler failed after the answer was sent: ${toReason(fault)}`;
  report({ ...toFields(given), err: fault }, message, given.status);
}
