// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ConversationOptions } from "./conversations.js";
import type { ErrorReport, EventName } from "./contract.js";
import type { DedupeOptions } from "./dedupe.js";
import type { Awaitable, ErrorHandler, Handlers } from "./handlers.js";
import type { Log } from "./log.js";
import type { Observer } from "./observer.js";
import type { UnknownPart } from "./unknown-parts.js";

/** What a receiver needs to know: whose webhooks it serves, and what to do with each event. */
export interface ReceiverOptions<
  Requests,
  Responses,
  Report extends ErrorReport = ErrorReport,
> extends Observer {
  /** The subscriptions by their id, or a function that finds one (in a database, say). */
  readonly subscriptions: Subscriptions;
  /** What to do with each event; one without a handler is answered with `{}`. */
  readonly handlers: Handlers<Requests, Responses>;
  /** Told when the POS could not use an answer of ours. */
  readonly onError?: ErrorHandler<Report, EventName<Requests, Responses>> | undefined;
  /**
   * What to do with a part of an answer that the shop's release does not take, where the code was generated with
   * `--responses gated`: `reject` the answer, or `omit` the part, log it, and send the rest. Default: `reject`.
   */
  readonly unsupported?: "reject" | "omit" | undefined;
  /**
   * What to do with a request that is not what its type says: `refuse` it with status 400, or `report` it to the
   * log and let the handler work with it, so that a shop with a surprise does not stand still. An event without
   * its own object is refused all the same. Default: `refuse`.
   */
  readonly invalidRequests?: "refuse" | "report" | undefined;
  /**
   * Told of each part of a request that the releases of your fleet do not have: it stays in the request. Costs a
   * look at every property; left out, nobody looks.
   */
  readonly onUnknown?: ((part: UnknownPart) => unknown) | undefined;
  /**
   * What to do with an event that the POS does not wait for: answer `{}` first and let the handler work
   * afterwards, where the platform runs on (`answerFirst`), or answer what the handler answers (`wait`).
   * Default: `answerFirst`.
   */
  readonly nonBlocking?: "answerFirst" | "wait" | undefined;
  /** How long a handler may take, in milliseconds; then its `signal` aborts. Default: as long as it likes. */
  readonly handlerTimeout?: number | undefined;
  /** What to answer in place of a handler whose time is over; an event that is not here is answered with 500. */
  readonly onTimeout?: Handlers<Requests, Responses> | undefined;
  /**
   * Answers an event that comes twice with the first answer. Default: every event is handled. Bytes that were accepted
   * for one event are refused for another in any case: each process remembers about the latest 4096 of a subscription; with
   * a `store` here, that remembers them, for as long as `keepFor` says.
   */
  readonly dedupe?: DedupeOptions | undefined;
  /** Where the answers to `ask` are remembered between the rounds of an event. Default: in memory, for an hour. */
  readonly conversations?: ConversationOptions | undefined;
  /** The last segment of a path at which GET is answered with 200, such as `health`; unsigned. Default: none. */
  readonly healthCheck?: string | undefined;
  /** The largest body that is read, in bytes. Default: 1 MiB. */
  readonly bodyLimit?: number | undefined;
  /**
   * How much of one subscription may be handled at once, in bytes: bodies, and 16 KiB for each. What is over it is
   * answered with status 429. Default: 8 MiB, which is some 500 small requests.
   */
  readonly inFlightLimit?: number | undefined;
  /**
   * How much memory bodies that are still arriving may take together, from anybody, in bytes. Past that, the largest one is
   * given up on with status 408. Default: 64 MiB.
   */
  readonly receivingLimit?: number | undefined;
  /** How long a body may take to arrive, in milliseconds. Default: 10 000. */
  readonly bodyTimeout?: number | undefined;
  /** Where to write; a pino logger fits. Default: warnings and errors to the console. */
  readonly log?: Log | undefined;
}

/** One webhook subscription, as set up in the back office of the POS. */
export interface Subscription {
  /**
   * The secret key as the back office shows it (base64). While keys rotate, a list: each of them is
   * accepted, and the first one signs.
   */
  readonly secret: string | readonly string[];
  /** The release that this shop runs, such as `59.3`; where it is known, answers are checked against it. */
  readonly version?: string | undefined;
  /** Your own name for it, which handlers get. */
  readonly name?: string | undefined;
}

/** What an id stands for. Ids need not be unique: of several subscriptions the one that signed is meant. */
export type SubscriptionEntry = Subscription | readonly Subscription[];

/** The subscriptions by their id, or a function from the id to what it stands for. */
export type Subscriptions =
  | Readonly<Record<string, SubscriptionEntry>>
  | ((id: string) => Awaitable<SubscriptionEntry | null | undefined>);
