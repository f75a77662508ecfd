import type {
  Awaitable,
  ErrorHandler,
  ErrorReport,
  EventName,
  Handlers,
  Log,
  QueuedHandlers,
  Transaction,
} from "./handlers.js";

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
  /** Called when the POS reports that it rejected one of your answers. For your own errors, see `onHandlerError`. */
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

/** A webhook subscription, as set up in the back office of the POS. */
export interface Subscription {
  /**
   * The secret key as the back office shows it (base64). During rotation, a list, the new one first: each answer is
   * signed with the secret of its request. If it is empty, as in a build, the subscription's events get status 500.
   */
  readonly secret: string | readonly string[];
  /** The release that this shop runs, such as `59.3`. If set, answers are checked against it. */
  readonly version?: string | undefined;
  /** Your own name for the subscription, passed to handlers. */
  readonly name?: string | undefined;
}

/** The subscription for an id. If several share an id, the one whose secret signed the request is used. */
export type SubscriptionEntry = Subscription | readonly Subscription[];

/** Subscriptions by id, or a function that looks up an id. */
export type Subscriptions =
  | Readonly<Record<string, SubscriptionEntry>>
  | ((id: string) => Awaitable<SubscriptionEntry | null | undefined>);

/** Settings for answering repeated events. */
export interface DedupeOptions {
  /** Keeps the first answers. Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** Time that first answers are kept, in milliseconds. Default: ten minutes. */
  readonly keepFor?: number | undefined;
  /** Also keeps an `{ error }` that a handler returns. Default: false, because a second attempt may succeed. */
  readonly keepErrors?: boolean | undefined;
}

/** Settings for remembering a user's answers between the rounds of an event. */
export interface ConversationOptions {
  /** Default: `createMemoryStore()`, with its quota for each subscription. */
  readonly store?: Store | undefined;
  /** Time that a question may stay unanswered, in milliseconds. Default: one hour. */
  readonly keepFor?: number | undefined;
}

/**
 * Keeps strings for a while, shared by all processes that serve the same webhooks. The target `stores` has one for
 * PostgreSQL or PGlite and one for Redis. All keys of a subscription share the text before their first dot, so that a
 * store can keep one subscription from crowding out another. A store that takes more than two seconds is skipped for
 * the next five.
 */
export interface Store {
  /** Atomically stores the text if the key has none; otherwise returns the existing one. */
  add(key: string, text: string, milliseconds: number): Awaitable<string | null | undefined>;
  /** Stores the text, replacing an earlier one. */
  set(key: string, text: string, milliseconds: number): Awaitable<unknown>;
  delete(key: string): Awaitable<unknown>;
}

/** Limit for one subscription. Beyond it, the subscription's own oldest entries are dropped. */
export interface Quota {
  /** Number of keys. Default: 4096. */
  readonly entries?: number | undefined;
  /** Approximate memory for keys and values, in bytes. Default: 1 KiB per entry. */
  readonly bytes?: number | undefined;
}

/**
 * Stores events until a worker has handled them. `createInbox` of the target `inbox` creates one in PostgreSQL or a
 * folder.
 */
export interface Inbox {
  /**
   * Stores an event. Resolves once it is safe; storing the same event again has no effect.
   * @throws Error if it cannot be stored; the request is then rejected with status 503.
   */
  add(event: StoredEvent): Awaitable<unknown>;
}

/** A stored event, whose signature and body were checked. */
export interface StoredEvent {
  /** A UUID. A repeated event has the same one, so it is stored once. */
  readonly id: string;
  /** Events with the same key are handled one at a time, in the order stored. Reveals nothing about the session. */
  readonly key: string;
  readonly event: string;
  readonly subscriptionId: string;
  /** The event's session or till, for people who look into the inbox. */
  readonly about: string;
  readonly body: string;
  /** Proves, with a secret of the subscription, that a receiver stored this event. */
  readonly seal: string;
}

/** Runs the handler of a stored event. Rejects if it fails, so that the event is retried. */
export type HandleStored = (stored: StoredEvent, run: StoredRun) => Promise<void>;

export interface StoredRun {
  /** Aborts at the handler's deadline. */
  readonly signal: AbortSignal;
  readonly attempt: number;
  /** The transaction that also marks the event as handled. It begins with the first query. */
  readonly transaction: Transaction;
}

/** Hooks that watch a receiver. None is awaited, and none can change an answer. */
export interface Observer {
  /** Called when a request arrives, before any check. */
  readonly onReceived?: ((exchange: Exchange) => unknown) | undefined;
  /** Called after the answer, with the same exchange object, which can be a key of a WeakMap. */
  readonly onAnswered?: ((exchange: Exchange, outcome: ExchangeOutcome) => unknown) | undefined;
  /**
   * Called once for each error of your code: of a handler (also after its time limit, after the answer or in a worker),
   * a hook, or the look-up of subscriptions; and for an invalid answer. For error trackers such as Sentry. The same
   * errors are in the log.
   */
  readonly onHandlerError?: ((failure: HandlerFailure) => unknown) | undefined;
  /** Called for each part of a request that no release of your fleet has. The part stays in the request. */
  readonly onUnknown?: ((part: UnknownPart) => unknown) | undefined;
}

export interface Exchange {
  /** The event's name; undefined if the URL names no event. */
  readonly eventName: string | undefined;
}

export interface ExchangeOutcome {
  readonly status: number;
  /** The error code of the answer, if any. */
  readonly code: string | undefined;
  /** The subscription's id, if the signature was verified. */
  readonly subscriptionId: string | undefined;
  /** Time from request to answer, in milliseconds. */
  readonly duration: number;
  /** The handler's share of `duration`; undefined if the answer did not wait for a handler. */
  readonly handlerDuration: number | undefined;
  /**
   * Returns the JSON bodies of a verified request. A function, so that customer data does not slip into a log with the
   * outcome.
   */
  readonly readBodies: () => ExchangeBodies | undefined;
}

/** A verified request and its answer, exactly as sent. */
export interface ExchangeBodies {
  readonly request: string;
  readonly answer: string;
}

/** An error of your code, as `onHandlerError` gets it. */
export interface HandlerFailure {
  /** As thrown; or an Error with `message`, for a time limit or an invalid answer. */
  readonly error: unknown;
  /** The line in the log: what failed, and why. */
  readonly message: string;
  readonly eventName: string | undefined;
  readonly subscriptionId: string | undefined;
  /** Status of the answer that the POS got; undefined before the answer, and in a worker. */
  readonly status: number | undefined;
}

/** A part of a request that no release of your fleet has. */
export interface UnknownPart {
  /** As `explain` and `drift` write it: `session.lines[].mood`. */
  readonly path: string;
  /** The release that added the part, if the spec names it. */
  readonly addedIn: string | undefined;
  /** For example "added in v59.3.4, newer than your shops", or that it is not in the spec. */
  readonly message: string;
  readonly subscriptionId: string;
  readonly eventName: string;
  /** How often this subscription has sent it, including this time. All items of a list count as one part. */
  readonly count: number;
}

/** The oldest release that a shop can run, judged by one of its requests. */
export interface InferredVersion {
  /** The shop runs this release or a later one; undefined without evidence. */
  readonly version: string | undefined;
  /** Evidence, latest release first. Paths are JSON Pointers; "" is the event itself. */
  readonly evidence: readonly { readonly path: string; readonly release: string }[];
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

/** Options of `callBack`. */
export interface CallBackOptions {
  /** Allowed origins, such as `https://pos.example.com`. */
  readonly allowOrigins: readonly string[];
  /** Default: `GET`. The vendor does not document the method. */
  readonly method?: "GET" | "POST" | undefined;
  /** In milliseconds. Default: 5000. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Option of targets that strip the base path themselves. */
export interface BasePath {
  /** Path before the event's name: `/mplus` for `POST /mplus/scanCode`. Default: none. */
  readonly basePath?: string | undefined;
}

/** An incoming request, independent of the framework. */
export interface RawRequest {
  readonly method: string;
  /** The event's name: the last segment of the URL's path, not decoded. */
  readonly event: string;
  /** The URL's path as sent, or the URL, for the log. */
  readonly path?: string | undefined;
  /** Returns a header by its lower-case name. Repeated headers may be a list. */
  header(name: string): string | readonly string[] | null | undefined;
  /** The bytes as sent. The signature is over them, so never decode or reserialize them. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Aborts when the client is gone; handlers get it. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Keeps the platform running for work after the answer. Without it, as in a serverless function, the answer waits for
   * the work.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** An answer. Send it unchanged: the signature in its headers is over the UTF-8 bytes of its body. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export interface Receiver {
  /** Answers a request. Never rejects: every failure becomes an answer and a log line. */
  receive(request: RawRequest): Promise<RawResponse>;
  /** Rejects new requests with status 503. Resolves when those in flight are answered. */
  close(): Promise<void>;
}
