import type { Problem } from "../validators/results.js";
import type { Answers } from "./answer.js";
import { startRound, type Asking, type Round } from "./ask.js";
import { isPolling } from "./dedupe.js";
import type { Ask, EventContext } from "./handlers.js";
import { refusals, type RawRequest, type Refusal, type Reply } from "./http.js";
import { toFields, type Log } from "./log.js";
import type { CheckedEvent, VerifiedEvent } from "./subscriptions.js";
import { getCause, ignoreRejections, isError, isThenable, toReason, type Awaitable } from "./values.js";

/** An event that has just come in. It counts towards what is in flight of its subscription. */
export interface Delivery extends CheckedEvent {
  readonly source: RawRequest;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  request: unknown;
  requestProblems: readonly Problem[];
  /** Work that goes on after the answer: the request is in flight until that ends. */
  work: Promise<unknown> | undefined;
  /** How long a handler took that was waited for, in milliseconds. */
  handlerDuration: number | undefined;
}

/** A handler without its types. */
export type AnyHandler = (context: EventContext<unknown, string, unknown>) => unknown;

/** What runs handlers. */
export interface HandlingOptions {
  readonly handlers: ReadonlyMap<string, AnyHandler>;
  readonly onTimeout: ReadonlyMap<string, AnyHandler>;
  readonly handlerTimeout: number | undefined;
  readonly answers: Answers;
  readonly asking: Asking;
  /** Where the receiver writes; never throws. */
  readonly log: Log;
  /** The log from the options, for handlers. */
  readonly givenLog: Log;
}

/** Runs the handler of an event, and checks its answer; `{}` without a handler. */
export function handle(options: HandlingOptions, delivery: Delivery): Awaitable<Reply | Refusal> {
  const { handlers, handlerTimeout, answers } = options;
  const handler = handlers.get(delivery.event);
  if (handler === undefined) return answers.toReply(delivery, {});
  const started = performance.now();
  const finish = (answer: unknown): Reply | Refusal => {
    const duration = performance.now() - started;
    delivery.handlerDuration = duration;
    if (duration >= hangUpAfter && delivery.work === undefined) reportSlow(options, delivery, duration);
    return answer === late ? refusals.handlerFailed : answers.toReply(delivery, answer);
  };
  const fail = (fault: unknown): never => {
    delivery.handlerDuration = performance.now() - started;
    throw fault;
  };
  const answer =
    handlerTimeout === undefined
      ? callHandler(options, delivery, handler, delivery.source)
      : runWithTimeout(options, delivery, handler, handlerTimeout);
  return answer instanceof Promise ? answer.then(finish, fail) : finish(answer);
}

/** In milliseconds: handlers that took as long are looked at; those that took longer than `slowAfter` are reported. */
const hangUpAfter = 1000;
const slowAfter = 5000;

/** A till shows its user nothing while it waits; a poll is held back on purpose. */
function reportSlow({ log }: HandlingOptions, delivery: Delivery, duration: number): void {
  const { event, source, body } = delivery;
  const fields = toFields(delivery);
  const seconds = `${(duration / 1000).toFixed(1)} s`;
  if (duration >= slowAfter && !isPolling(body))
    log.warn(fields, `the handler of ${event} took ${seconds}, and its till waited as long`);
  if (source.signal?.aborted)
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
    const call = async (signal: AbortSignal): Promise<unknown> =>
      await callHandler(options, delivery, each, { signal, isDeadline: true });
    const answer = await callWithTimeout(options.log, delivery, milliseconds, call);
    if (answer !== late) return answer;
  }
  return late;
}

/** What may end a handler early. The signal may be made when it is first read. */
interface Limits {
  readonly signal?: AbortSignal | undefined;
  /** Whether the signal aborts when the handler has timed out: what it asks or answers after that must not count. */
  readonly isDeadline?: true;
}

type ContextOptions = Pick<HandlingOptions, "asking" | "givenLog">;

/** Calls a handler; returns its answer, or its question to the user. */
export function callHandler(
  options: ContextOptions,
  given: CheckedEvent,
  handler: AnyHandler,
  limits: Limits,
): Awaitable<unknown> {
  const context = new Context(options, given, limits);
  const answer = handler(context);
  if (!isThenable(answer)) return context.conclude(answer);
  return Promise.resolve(answer).then(
    (value) => context.conclude(value),
    (fault: unknown) => context.recover(fault),
  );
}

/**
 * What a handler gets. Its signal and its questions are made when they are first read, as few handlers read them: so they
 * are not in a copy such as `{ ...context }`.
 */
class Context implements EventContext<unknown, string, unknown> {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
  readonly eventName: string;
  readonly subscriptionId: string;
  readonly subscriptionName: string | undefined;
  readonly version: string | undefined;
  readonly log: Log;
  // Private to the language, so that no log of a context has a key in it.
  readonly #asking: Asking;
  readonly #given: CheckedEvent;
  readonly #limits: Limits;
  #signal: AbortSignal | undefined;
  #round: Round | undefined;

  constructor({ asking, givenLog }: ContextOptions, given: CheckedEvent, limits: Limits) {
    const { subscription } = given;
    this.request = given.request;
    this.requestProblems = given.requestProblems;
    this.eventName = given.event;
    this.subscriptionId = subscription.id;
    this.subscriptionName = subscription.name;
    this.version = subscription.version;
    this.log = givenLog;
    this.#asking = asking;
    this.#given = given;
    this.#limits = limits;
  }

  get signal(): AbortSignal {
    return (this.#signal ??= this.#limits.signal ?? new AbortController().signal);
  }

  get ask(): Ask<unknown, unknown> {
    const { isDeadline } = this.#limits;
    this.#round ??= startRound(this.#asking, this.#given, () => isDeadline === true && this.signal.aborted);
    return this.#round.ask;
  }

  /** The answer: the handler's, or its question to the user. */
  conclude(answer: unknown): Awaitable<unknown> {
    return this.#round ? this.#round.conclude(answer).then(orEmpty) : orEmpty(answer);
  }

  /** The question that stopped the handler, or the fault that did. */
  recover(fault: unknown): Promise<unknown> {
    if (this.#round === undefined) throw fault;
    return this.#round.recover(fault);
  }
}

const orEmpty = (answer: unknown): unknown => answer ?? {};

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
  const timer = setTimeout(
    () => timeout.abort(new Error(`the time of ${milliseconds} ms is over`)),
    milliseconds,
  );
  const running = call(source.signal ? AbortSignal.any([source.signal, signal]) : signal);
  running.then(
    (answer) => {
      if (signal.aborted) ignoreRejections(answer);
    },
    (fault: unknown) => {
      // Work that failed because of the abort has nothing new to report.
      if (signal.aborted && !isCausedBy(fault, signal.reason)) logLateFault(log, delivery, fault);
    },
  );
  try {
    const answer = await Promise.race([isOver, running]);
    if (answer === late) {
      delivery.work = Promise.allSettled([delivery.work, running]);
      log.error(toFields(delivery), `the handler of ${event} took more than ${milliseconds} ms`);
    }
    return answer;
  } finally {
    clearTimeout(timer);
  }
}

/** Node wraps the reason of a signal in an error of its own. */
const isCausedBy = (fault: unknown, reason: unknown): boolean =>
  fault === reason || (isError(fault) && getCause(fault) === reason);

/** Logs why a handler failed that nobody waited for any more. */
export function logLateFault(log: Log, given: VerifiedEvent, fault: unknown): void {
  log.error(
    { ...toFields(given), err: fault },
    `the handler of ${given.event} failed after the answer was sent: ${toReason(fault)}`,
  );
}
