import type { Problem } from "../validators/results.js";
import type { Answered, Answers } from "./answer.js";
import { createRound, type FindConversation, type Round } from "./ask.js";
import { isPolling, type SignedBody } from "./dedupe.js";
import type { Ask, EventContext } from "./handlers.js";
import { refusals, type RawRequest, type Refusal, type Reply } from "./http.js";
import { toFields, type Log } from "./log.js";
import type { Account, KnownSubscription } from "./subscriptions.js";
import {
  getCause,
  ignoreRejections,
  isError,
  isObject,
  isThenable,
  toReason,
  type Awaitable,
  type JsonObject,
} from "./values.js";

/** An event as handlers get it: its signature, or its seal, was verified, and its body was checked. */
export interface CheckedEvent extends Answered {
  readonly request: unknown;
  readonly requestProblems: readonly Problem[];
}

/** An event that has just come in. It counts towards what is in flight of its subscription. */
export class Delivery implements CheckedEvent, SignedBody {
  readonly source: RawRequest;
  readonly event: string;
  readonly subscription: KnownSubscription;
  readonly account: Account;
  readonly signature: string;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  body: JsonObject = {};
  request: unknown = undefined;
  requestProblems: readonly Problem[] = [];
  /** Work that goes on after the answer: the request is in flight until that ends. */
  work: Promise<unknown> | undefined = undefined;
  /** How long a handler took that was waited for, in milliseconds. */
  handlerDuration: number | undefined = undefined;

  constructor(
    source: RawRequest,
    sender: Pick<Delivery, "subscription" | "account" | "signature" | "bytes">,
  ) {
    this.source = source;
    this.event = source.event;
    this.subscription = sender.subscription;
    this.account = sender.account;
    this.signature = sender.signature;
    this.bytes = sender.bytes;
  }

  /** Whether the POS waits for the answer: unless it sends `eventBlocking: false` and is not polling. */
  get isAwaited(): boolean {
    return isAwaitedFor(this.body);
  }
}

/** Whether the POS waits for the answer to a request. */
export const isAwaitedFor = (body: JsonObject): boolean =>
  !isObject(body["event"]) || body["event"]["eventBlocking"] !== false || isPolling(body);

/** A handler without its types. */
export type AnyHandler = (context: EventContext<unknown, string, unknown>) => unknown;

/** Handlers without their types, each bound to the object that it came in. */
export type AnyHandlers = ReadonlyMap<string, AnyHandler>;

/** What runs handlers. */
export interface HandlingOptions {
  readonly handlers: AnyHandlers;
  readonly onTimeout: AnyHandlers;
  readonly handlerTimeout: number | undefined;
  readonly answers: Answers;
  readonly findConversation: FindConversation;
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
    return answer === undefined ? refusals.handlerFailed : answers.toReply(delivery, answer);
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

/** Calls the handler; if it times out, its `onTimeout` handler, with the same timeout. Undefined: both were too late. */
async function runWithTimeout(
  options: HandlingOptions,
  delivery: Delivery,
  handler: AnyHandler,
  milliseconds: number,
): Promise<unknown> {
  for (const each of [handler, options.onTimeout.get(delivery.event)]) {
    if (each === undefined) break;
    const timed = await callWithTimeout(
      options.log,
      delivery,
      milliseconds,
      async (signal) => await callHandler(options, delivery, each, { signal, isOver: () => signal.aborted }),
    );
    if (!timed.isLate) return timed.value;
  }
  return undefined;
}

/** What may end a handler early. The signal may be made when it is first read. */
interface Limits {
  readonly signal?: AbortSignal | undefined;
  /** Whether it has timed out. */
  readonly isOver?: () => boolean;
}

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

type ContextOptions = Pick<HandlingOptions, "answers" | "findConversation" | "log" | "givenLog">;

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
  readonly #options: ContextOptions;
  readonly #given: CheckedEvent;
  readonly #limits: Limits;
  #signal: AbortSignal | undefined;
  #round: Round | undefined;

  constructor(options: ContextOptions, given: CheckedEvent, limits: Limits) {
    const { subscription } = given;
    this.request = given.request;
    this.requestProblems = given.requestProblems;
    this.eventName = given.event;
    this.subscriptionId = subscription.id;
    this.subscriptionName = subscription.name;
    this.version = subscription.version;
    this.log = options.givenLog;
    this.#options = options;
    this.#given = given;
    this.#limits = limits;
  }

  get signal(): AbortSignal {
    return (this.#signal ??= this.#limits.signal ?? new AbortController().signal);
  }

  get ask(): Ask<unknown, unknown> {
    return (this.#round ??= this.#start()).ask;
  }

  #start(): Round {
    const { answers, findConversation, log } = this.#options;
    const given = this.#given;
    return createRound({
      event: given.event,
      subscription: given.subscription,
      conversation: findConversation(given, given.request),
      isAwaited: isAwaitedFor(given.body),
      validate: (answer) => answers.validate(given, answer),
      isOver: () => this.#limits.isOver?.() ?? false,
      log,
    });
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

/** The result of some work, or that it timed out. */
type Timed<T> = { readonly isLate: false; readonly value: T } | { readonly isLate: true };

/**
 * Calls a handler with a timeout: then aborts its signal and stops waiting. Its request stays in flight until the handler
 * ends, however late that is.
 */
export async function callWithTimeout<T>(
  log: Log,
  delivery: Delivery,
  milliseconds: number,
  call: (signal: AbortSignal) => Promise<T>,
): Promise<Timed<T>> {
  const { event, source } = delivery;
  const timeout = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Timed<T>>((resolve) => {
    timer = setTimeout(() => {
      timeout.abort(new Error(`the time of ${milliseconds} ms is over`));
      resolve({ isLate: true });
    }, milliseconds);
  });
  const running = call(source.signal ? AbortSignal.any([source.signal, timeout.signal]) : timeout.signal);
  running.then(
    (late) => {
      if (timeout.signal.aborted) ignoreRejections(late);
    },
    (fault: unknown) => {
      // Work that failed because of the abort has nothing new to report.
      if (timeout.signal.aborted && !isCausedBy(fault, timeout.signal.reason))
        logLateFault(log, delivery, fault);
    },
  );
  try {
    const timed = await Promise.race([late, running.then((value): Timed<T> => ({ isLate: false, value }))]);
    if (timed.isLate) {
      delivery.work = Promise.allSettled([delivery.work, running]);
      log.error(toFields(delivery), `the handler of ${event} took more than ${milliseconds} ms`);
    }
    return timed;
  } finally {
    clearTimeout(timer);
  }
}

/** Node wraps the reason of a signal in an error of its own. */
const isCausedBy = (fault: unknown, reason: unknown): boolean =>
  fault === reason || (isError(fault) && getCause(fault) === reason);

/** Logs why a handler failed that nobody waited for any more. */
export function logLateFault(log: Log, given: Answered, fault: unknown): void {
  log.error(
    { ...toFields(given), err: fault },
    `the handler of ${given.event} failed after the answer was sent: ${toReason(fault)}`,
  );
}
