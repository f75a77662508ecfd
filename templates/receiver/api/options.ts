import type { ErrorReport, EventName } from "./events.js";
import type { ErrorHandler, Handlers } from "./handlers.js";
import type { Inbox } from "./inbox.js";
import type { Log } from "./log.js";
import type { Observer } from "./observer.js";
import type { LooseQueued, QueuedHandlers } from "./queued.js";
import type { Store } from "./store.js";
import type { Subscriptions } from "./subscription.js";
import type { UnknownPart } from "./unknown-part.js";

/** What a receiver needs to know: whose webhooks it serves, and what to do with each event. */
export interface ReceiverOptions<
  Requests,
  Responses,
  Report extends ErrorReport = ErrorReport,
  H = Handlers<Requests, Responses>,
  T = Handlers<Requests, Responses>,
  Q = QueuedHandlers<Requests, Responses>,
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
   * Called for each part of a request that the releases of your fleet do not have: the part stays in the request. This
   * looks at every property of a request; without this option nothing looks.
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
   * were accepted for one event are refused for another: each process remembers about the latest 4096 bodies of a
   * subscription; a `store` here remembers them for as long as `keepFor` says.
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
   * How much memory all bodies that are still arriving may take together, from any sender, in bytes. Beyond it, the
   * largest is refused with status 408. Default: 64 MiB.
   */
  readonly receivingLimit?: number | undefined;
  /** How long a body may take to arrive, in milliseconds. Default: 10 000. */
  readonly bodyTimeout?: number | undefined;
  /** Where to write; a pino logger fits. Default: warnings and errors to the console. */
  readonly log?: Log | undefined;
}

/** The options of a receiver, once the compiler has looked at what its handlers return. */
export type CheckedOptions<Requests, Responses, Report extends ErrorReport> = ReceiverOptions<
  Requests,
  Responses,
  Report,
  object,
  object,
  LooseQueued<Requests, Responses>
>;

/** How an event that comes twice is recognised. */
export interface DedupeOptions {
  /** Where first answers are kept. Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long they are kept, in milliseconds. Default: ten minutes. */
  readonly keepFor?: number | undefined;
  /** Whether an `{ error }` that a handler answers is kept too. Default: no, as a second attempt may succeed. */
  readonly keepErrors?: boolean | undefined;
}

/** How the answers of a user are remembered from one round of an event to the next. */
export interface ConversationOptions {
  /** Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** How long a question may stay unanswered, in milliseconds. Default: an hour. */
  readonly keepFor?: number | undefined;
}
