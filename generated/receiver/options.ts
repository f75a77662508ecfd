// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { ConversationOptions } from "./ask.js";
import type { DedupeOptions } from "./dedupe.js";
import type { UnknownPart } from "./evidence.js";
import type {
  ErrorHandler,
  ErrorReport,
  EventName,
  Handlers,
  LooseQueued,
  QueuedHandlers,
} from "./handlers.js";
import type { Log, Observer } from "./log.js";
import type { Inbox } from "./queued.js";
import type { Subscriptions } from "./subscriptions.js";
import { checkCount, isObject } from "./values.js";

/** All options of a receiver. */
export interface ReceiverOptions<
  Requests,
  Responses,
  Report extends ErrorReport = ErrorReport,
  H = Handlers<Requests, Responses>,
  T = Handlers<Requests, Responses>,
  Q = QueuedHandlers<Requests>,
> extends Observer {
  /** The subscriptions by their id, or a function that finds one (in a database, say). */
  readonly subscriptions: Subscriptions;
  /** The handlers of events; an event without one is answered with `{}`. */
  readonly handlers: H;
  /**
   * Handlers of events that are answered first, with `{}` or by their handler in `handlers`. With `inbox`, the event is stored
   * first and a worker runs these handlers; without it, the receiver runs them in the background.
   */
  readonly queued?: Q | undefined;
  /**
   * Stores events until a worker has handled them: those in `queued`, and those that the POS does not wait for. An event that
   * cannot be stored is refused with status 503. Default: none; nothing is stored.
   */
  readonly inbox?: Inbox | undefined;
  /** Called when the POS reports that it could not use one of our answers. */
  readonly onError?: ErrorHandler<Report, EventName<Requests, Responses>> | undefined;
  /**
   * For code that was generated with `--responses gated`, if the shop's release does not support a part of an answer: `reject`
   * the answer, or `omit` the part, log it, and send the rest. Default: `reject`.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
  /**
   * For a request that does not match its type: `refuse` it with status 400, or `report` it to the log and give the handler
   * the body as it came, nulls included, so that an unexpected request does not stop a shop. An event without one of its own
   * required objects is always refused. Default: `refuse`.
   */
  readonly invalidRequests?: "refuse" | "report" | undefined;
  /** Called for each part of a request that the releases of your fleet do not have. The part stays in the request. */
  readonly onUnknown?: ((part: UnknownPart) => unknown) | undefined;
  /**
   * For an event that the POS does not wait for: `answerFirst` answers `{}` and runs the handler afterwards, if the platform
   * keeps running; `wait` answers with the handler's answer. Without `inbox` it also applies to `queued`; with it, `wait` does
   * not store events that are in `handlers` only. Default: `answerFirst`.
   */
  readonly nonBlocking?: "answerFirst" | "wait" | undefined;
  /**
   * The time that a handler gets, in milliseconds; then its `signal` aborts. Handlers in `queued`, and those that a worker
   * runs, have the deadline of the inbox instead. Default: no limit.
   */
  readonly handlerTimeout?: number | undefined;
  /** Handlers that answer in place of one that timed out; without one, the answer has status 500. */
  readonly onTimeout?: T | undefined;
  /**
   * Answers an event that comes twice with the first answer. Default: every event is handled. In any case, bytes that came for
   * one event are refused for another: each receiver remembers the latest 4096 bodies of a subscription, a `store` here
   * those of the last `keepFor` milliseconds.
   */
  readonly dedupe?: DedupeOptions | undefined;
  /** Remembers the answers to `ask` between the rounds of an event. Default: in memory, for an hour. */
  readonly conversations?: ConversationOptions | undefined;
  /** The last segment of a path at which GET is answered with 200, such as `health`; unsigned. Default: none. */
  readonly healthCheck?: string | undefined;
  /** The largest body that is read, in bytes. Default: 1 MiB. */
  readonly bodyLimit?: number | undefined;
  /**
   * The most of one subscription that is handled at once, in bytes: bodies, plus 16 KiB for each. Requests beyond it are
   * answered with status 429. Default: 8 MiB, about 500 small requests.
   */
  readonly inFlightLimit?: number | undefined;
  /**
   * The number of requests that may be arriving at once, from any sender. Beyond it, the one that has been arriving for longest
   * is refused with status 503. Default: 100.
   */
  readonly receivingLimit?: number | undefined;
  /** The time that a body gets to arrive, in milliseconds. Default: 10 000. */
  readonly bodyTimeout?: number | undefined;
  /** A log; a pino logger fits. Default: warnings and errors to the console. */
  readonly log?: Log | undefined;
}

/** The options of a receiver, after the compiler has checked its handlers. */
export type CheckedOptions<Requests, Responses, Report extends ErrorReport> = ReceiverOptions<
  Requests,
  Responses,
  Report,
  object,
  object,
  LooseQueued<Requests>
>;

const mebibyte = 1024 * 1024;

/** In milliseconds: a longer timer fires at once. */
const maxTimer = 2 ** 31 - 1;

/** In requests. An earlier version took bytes here, which are refused: they would be no limit. */
const maxReceiving = 65_536;

/** Checks the options that are numbers or words, and fills in their defaults. @throws Error that names the wrong option. */
export function checkLimits(
  options: ReceiverOptions<unknown, unknown, ErrorReport, object, object, object>,
  events: ReadonlySet<string>,
) {
  const { dedupe, conversations, handlerTimeout, healthCheck } = options;
  const { bodyLimit = mebibyte, bodyTimeout = 10_000 } = options;
  const { inFlightLimit = 8 * mebibyte, receivingLimit = 100 } = options;
  const { keepFor = 10 * 60 * 1000 } = dedupe ?? {};
  checkCount("bodyLimit", bodyLimit);
  checkCount("inFlightLimit", inFlightLimit);
  checkCount("receivingLimit", receivingLimit, maxReceiving);
  checkCount("dedupe.keepFor", keepFor);
  if (conversations?.keepFor !== undefined) checkCount("conversations.keepFor", conversations.keepFor);
  checkCount("bodyTimeout", bodyTimeout, maxTimer);
  if (handlerTimeout !== undefined) checkCount("handlerTimeout", handlerTimeout, maxTimer);
  checkChoice("unsupported", options.unsupported, ["reject", "omit"]);
  checkChoice("invalidRequests", options.invalidRequests, ["refuse", "report"]);
  checkChoice("nonBlocking", options.nonBlocking, ["answerFirst", "wait"]);
  if (healthCheck !== undefined && !/^[\w.-]+$/.test(healthCheck))
    throw new Error("healthCheck must be one segment of a path, such as health.");
  if (healthCheck !== undefined && events.has(healthCheck))
    throw new Error(`healthCheck must not be the name of an event: ${healthCheck}.`);
  return { bodyLimit, bodyTimeout, receivingLimit, inFlightLimit, keepFor };
}

function checkChoice(name: string, value: string | undefined, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value)) return;
  throw new Error(`${name} must be ${choices.map((each) => JSON.stringify(each)).join(" or ")}.`);
}

/** Binds the handlers in an object or a class instance. @throws Error for one without an event, or that is no function. */
export function bindHandlers<F>(option: string, handlers: object, events: ReadonlySet<string>) {
  if (!isObject(handlers)) throw new Error(`${option} must be an object.`);
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler !== "function" || events.has(name)) continue;
    throw new Error(`${option}.${name}: there is no such event; there are ${[...events].join(", ")}.`);
  }
  const bound = new Map<string, F>();
  for (const name of events) {
    // Every object inherits `toString` and others.
    if (name in Object.prototype && !Object.hasOwn(handlers, name)) continue;
    const handler = handlers[name];
    if (handler === undefined) continue;
    if (typeof handler !== "function") throw new Error(`${option}.${name} must be a function.`);
    bound.set(name, handler.bind(handlers) as F);
  }
  return bound;
}
