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

/** What a receiver needs to know: whose webhooks it serves, and what to do with each event. */
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
  /** What to do with each event; an event without a handler is answered with `{}`. */
  readonly handlers: H;
  /**
   * Handlers of events that are answered first, with `{}` or by their handler in `handlers`, and handled afterwards. With
   * `inbox` they are stored before, and a worker runs these handlers; without, the receiver runs them in the background.
   */
  readonly queued?: Q | undefined;
  /**
   * Where events are kept until a worker has handled them: those in `queued`, and those that the POS does not wait for.
   * What cannot be stored is refused with status 503. Default: none; nothing is stored.
   */
  readonly inbox?: Inbox | undefined;
  /** Called when the POS reports that it could not use one of our answers. */
  readonly onError?: ErrorHandler<Report, EventName<Requests, Responses>> | undefined;
  /**
   * What to do with a part of an answer that the shop's release does not support, if the code was generated with
   * `--responses gated`: `reject` the answer, or `omit` the part, log it, and send the rest. Default: `reject`.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
  /**
   * What to do with a request that does not match its type: `refuse` it with status 400, or `report` it to the log and
   * let the handler work with it, so that an unexpected request does not stop a shop. The handler then gets the body
   * as it came, in whichever shape, nulls included. An event without an object of its own that is documented as
   * required is always refused. Default: `refuse`.
   */
  readonly invalidRequests?: "refuse" | "report" | undefined;
  /**
   * Called for each part of a request that the releases of your fleet do not have. The part stays in the request.
   */
  readonly onUnknown?: ((part: UnknownPart) => unknown) | undefined;
  /**
   * What to do with an event that the POS does not wait for: answer `{}` first and let the handler work afterwards, if
   * the platform keeps running (`answerFirst`), or answer what the handler answers (`wait`). Without `inbox` it also says
   * when handlers in `queued` run; with it, `wait` keeps events out of it that are in `handlers` only. Default: `answerFirst`.
   */
  readonly nonBlocking?: "answerFirst" | "wait" | undefined;
  /**
   * How long a handler may take, in milliseconds; then its `signal` aborts. Handlers in `queued`, and those that a worker
   * runs, have the deadline of the inbox instead. Default: no limit.
   */
  readonly handlerTimeout?: number | undefined;
  /** What to answer instead of a handler that timed out; any other event is answered with 500. */
  readonly onTimeout?: T | undefined;
  /**
   * Answers an event that comes twice with the first answer. Default: every event is handled. In any case, bytes that
   * came for one event are refused for another: each process remembers the latest bodies of a
   * subscription, from 2048 to 4096; a `store` here remembers them for as long as `keepFor` says.
   */
  readonly dedupe?: DedupeOptions | undefined;
  /** Where the answers to `ask` are remembered between the rounds of an event. Default: in memory, for an hour. */
  readonly conversations?: ConversationOptions | undefined;
  /** The last segment of a path at which GET is answered with 200, such as `health`; unsigned. Default: none. */
  readonly healthCheck?: string | undefined;
  /** The largest body that is read, in bytes. Default: 1 MiB. */
  readonly bodyLimit?: number | undefined;
  /**
   * How much of one subscription may be handled at once, in bytes: bodies, plus 16 KiB for each. Requests beyond it are
   * answered with status 429. Default: 8 MiB, which is some 500 small requests.
   */
  readonly inFlightLimit?: number | undefined;
  /**
   * How many requests may be arriving at once, from any sender. Beyond it, the one that has been arriving for longest is
   * refused with status 503. Default: 100.
   */
  readonly receivingLimit?: number | undefined;
  /** How long a body may take to arrive, in milliseconds. Default: 10 000. */
  readonly bodyTimeout?: number | undefined;
  /** Where to write; a pino logger fits. Default: warnings and errors to the console. */
  readonly log?: Log | undefined;
}

/** The options of a receiver, after the compiler has checked what its handlers return. */
export type CheckedOptions<Requests, Responses, Report extends ErrorReport> = ReceiverOptions<
  Requests,
  Responses,
  Report,
  object,
  object,
  LooseQueued<Requests>
>;

const mebibyte = 1024 * 1024;

/** In milliseconds. A longer timer fires at once. */
const maxTimer = 2 ** 31 - 1;

/** In requests. An earlier version took bytes here, which are refused: they would be no limit. */
const maxReceiving = 65_536;

type AnyOptions = ReceiverOptions<unknown, unknown, ErrorReport, object, object, object>;

/**
 * Checks the options that are numbers or words, and fills in their defaults. The others are checked where they are used.
 * @throws Error that says which option is wrong, and why.
 */
export function checkLimits(options: AnyOptions, events: ReadonlySet<string>) {
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
  if (healthCheck !== undefined) checkHealthCheck(healthCheck, events);
  return { bodyLimit, bodyTimeout, receivingLimit, inFlightLimit, keepFor };
}

function checkChoice(name: string, value: string | undefined, choices: readonly string[]): void {
  if (value === undefined || choices.includes(value)) return;
  throw new Error(`${name} must be ${choices.map((each) => JSON.stringify(each)).join(" or ")}.`);
}

function checkHealthCheck(name: string, events: ReadonlySet<string>): void {
  if (!/^[\w.-]+$/.test(name)) throw new Error("healthCheck must be one segment of a path, such as health.");
  if (events.has(name)) throw new Error(`healthCheck must not be the name of an event: ${name}.`);
}

/**
 * Collects the handlers of the events from an object or a class instance, without what every object inherits.
 * @throws Error that names a handler without an event, or one that is not a function.
 */
export function bindHandlers<F>(
  option: string,
  handlers: object,
  events: ReadonlySet<string>,
): ReadonlyMap<string, F> {
  if (!isObject(handlers)) throw new Error(`${option} must be an object.`);
  for (const [name, handler] of Object.entries(handlers)) {
    if (typeof handler === "function" && !events.has(name)) {
      const names = [...events].join(", ");
      throw new Error(`${option}.${name}: there is no such event; there are ${names}.`);
    }
  }
  const bound = new Map<string, F>();
  for (const name of events) {
    if (name in Object.prototype && !Object.hasOwn(handlers, name)) continue;
    const handler = handlers[name];
    if (handler === undefined) continue;
    if (typeof handler !== "function") throw new Error(`${option}.${name} must be a function.`);
    bound.set(name, handler.bind(handlers) as F);
  }
  return bound;
}
