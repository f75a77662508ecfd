import type { ConversationOptions } from "./ask.js";
import { getLeastBudget } from "./body-budget.js";
import type { DedupeOptions } from "./dedupe.js";
import type { UnknownPart } from "./reports.js";
import type { ErrorHandler, ErrorReport, EventName, Handlers, QueuedHandlers } from "./handlers.js";
import type { Log, Observer } from "./log.js";
import type { Inbox } from "./queued.js";
import type { Subscriptions } from "./subscriptions.js";
import { checkCount, isObject } from "./values.js";

export interface ReceiverOptions<
  Requests,
  Responses,
  Report extends ErrorReport = ErrorReport,
  H = Handlers<Requests, Responses>,
  T = Handlers<Requests, Responses>,
  Q = QueuedHandlers<Requests>,
> extends Observer {
  /** Subscriptions by id, or a function that looks one up (in a database, say). */
  readonly subscriptions: Subscriptions;
  /** Handlers by event. Events without a handler are answered with `{}`. */
  readonly handlers: H;
  /**
   * Handlers that run after the answer, which is `{}` or comes from `handlers`. The event is stored in the `inbox`
   * first, and a worker runs these handlers.
   */
  readonly queued?: Q | undefined;
  /**
   * Stores events for a worker: those in `queued`, and those that the POS does not wait for. If an event cannot be
   * stored, the answer is 503. Default: none.
   */
  readonly inbox?: Inbox | undefined;
  /** Called when the POS reports that it rejected one of your answers. */
  readonly onError?: ErrorHandler<Report, EventName<Requests, Responses>> | undefined;
  /**
   * What to do if the shop's release does not support a part of an answer: `reject` the answer, or `omit` the part, log
   * it, and send the rest. Only for code generated with `--responses gated`. Default: `reject`.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
  /**
   * What to do with a request that does not match its type: `refuse` it with status 400, or `report` it to the log and
   * pass it unchanged to the handler, nulls included, so that an unexpected request does not stop a shop. An event that
   * lacks one of its own required objects is always refused. Default: `refuse`.
   */
  readonly invalidRequests?: "refuse" | "report" | undefined;
  /** Called for each part of a request that no release of your fleet has. The part stays in the request. */
  readonly onUnknown?: ((part: UnknownPart) => unknown) | undefined;
  /**
   * How to answer an event that the POS does not wait for: `answerFirst` answers `{}` and then runs the handler, if
   * the platform keeps running; `wait` sends the handler's answer. With `inbox`, `wait` does not store events that have
   * a handler in `handlers` only. Default: `answerFirst`.
   */
  readonly nonBlocking?: "answerFirst" | "wait" | undefined;
  /**
   * Time limit for a handler, in milliseconds; then its `signal` aborts. Handlers that a worker runs, and those in
   * `queued`, have the inbox's deadline instead. Default: none.
   */
  readonly handlerTimeout?: number | undefined;
  /** Handlers that answer when an event's handler has timed out. Without one, the answer has status 500. */
  readonly onTimeout?: T | undefined;
  /**
   * Answers a repeated event with the first answer. Default: every event is handled. In any case, a body that was
   * received as one event is rejected as another: each receiver remembers the latest 4096 bodies of a subscription (or
   * fewer, but at least 256, if they take more than 64 MiB in all), and a `store` given here remembers those of the last
   * `keepFor` milliseconds.
   */
  readonly dedupe?: DedupeOptions | undefined;
  /** Remembers answers to `ask` between the rounds of an event. Default: in memory, for an hour. */
  readonly conversations?: ConversationOptions | undefined;
  /** The last path segment at which GET is answered with 200, such as `health`. The answer is not signed. Default: none. */
  readonly healthCheck?: string | undefined;
  /** Largest accepted body, in bytes. Default: 1 MiB. */
  readonly bodyLimit?: number | undefined;
  /**
   * Limit for one subscription's requests in flight, in bytes: bodies, plus 16 KiB for each. Beyond it, requests get
   * status 429. Default: 8 MiB, about 500 small requests.
   */
  readonly inFlightLimit?: number | undefined;
  /**
   * Limit for all bodies that are still arriving, in bytes: the memory that they take, plus 16 KiB for each. Beyond it,
   * the subscription that uses the most gets status 503 for its oldest one. One subscription may use a quarter. Default:
   * 64 MiB, about 1,000 bodies of 40 kB, or more if a quarter is too small for a body of `bodyLimit`.
   */
  readonly unfinishedLimit?: number | undefined;
  /** Time limit for a body to arrive, in milliseconds. Default: 10 000. */
  readonly bodyTimeout?: number | undefined;
  /** A log, such as a pino logger. Default: warnings and errors to the console. */
  readonly log?: Log | undefined;
}

/** Options without the types of the events. The compiler has checked the handlers, and the receiver calls them by name. */
export interface AnyOptions extends Omit<
  ReceiverOptions<unknown, unknown, ErrorReport, object, object, object>,
  "onError"
> {
  readonly onError?: ((context: never) => unknown) | undefined;
}

const mebibyte = 1024 * 1024;

/** In milliseconds. Longer timers fire at once. */
const maxTimer = 2 ** 31 - 1;

/** Checks numbers and choices, and fills in defaults. @throws Error that names the invalid option. */
export function checkLimits(options: AnyOptions, events: ReadonlySet<string>) {
  const { dedupe, conversations, handlerTimeout, healthCheck } = options;
  const { bodyLimit = mebibyte, bodyTimeout = 10_000 } = options;
  const { inFlightLimit = 8 * mebibyte } = options;
  const { keepFor = 10 * 60 * 1000 } = dedupe ?? {};
  checkCount("bodyLimit", bodyLimit);
  checkCount("inFlightLimit", inFlightLimit);
  // With less, no body of the largest accepted size could arrive.
  const leastUnfinished = getLeastBudget(bodyLimit);
  const { unfinishedLimit = Math.max(64 * mebibyte, leastUnfinished) } = options;
  checkCount("unfinishedLimit", unfinishedLimit, Number.MAX_SAFE_INTEGER, leastUnfinished);
  checkCount("dedupe.keepFor", keepFor);
  if (conversations?.keepFor !== undefined) checkCount("conversations.keepFor", conversations.keepFor);
  checkCount("bodyTimeout", bodyTimeout, maxTimer);
  if (handlerTimeout !== undefined) checkCount("handlerTimeout", handlerTimeout, maxTimer);
  checkChoice("unsupported", options.unsupported, ["reject", "omit"]);
  checkChoice("invalidRequests", options.invalidRequests, ["refuse", "report"]);
  checkChoice("nonBlocking", options.nonBlocking, ["answerFirst", "wait"]);
  if (healthCheck !== undefined && !/^[\w.-]+$/.test(healthCheck))
    throw new Error("healthCheck must be a single path segment, such as health.");
  if (healthCheck !== undefined && events.has(healthCheck))
    throw new Error(`healthCheck must not be the name of an event: ${healthCheck}.`);
  return { bodyLimit, bodyTimeout, unfinishedLimit, inFlightLimit, keepFor };
}

function checkChoice(name: string, value: string | undefined, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value)) return;
  throw new Error(`${name} must be ${choices.map((each) => JSON.stringify(each)).join(" or ")}.`);
}

/** Binds the handlers of an object or class instance. @throws Error for one that is not a function or has no event. */
export function bindHandlers<F>(option: string, handlers: object, events: ReadonlySet<string>) {
  if (!isObject(handlers)) throw new Error(`${option} must be an object.`);
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler !== "function" || events.has(name)) continue;
    throw new Error(`${option}.${name}: unknown event; the events are ${[...events].join(", ")}.`);
  }
  const bound = new Map<string, F>();
  for (const name of events) {
    // Every object inherits `toString` and the like.
    if (name in Object.prototype && !Object.hasOwn(handlers, name)) continue;
    const handler = handlers[name];
    if (handler === undefined) continue;
    if (typeof handler !== "function") throw new Error(`${option}.${name} must be a function.`);
    bound.set(name, handler.bind(handlers) as F);
  }
  return bound;
}
