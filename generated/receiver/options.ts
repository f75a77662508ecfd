// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorReport, EventName } from "./contract.js";
import type { Log } from "./log.js";

/** What a receiver needs to know: whose webhooks it serves, and what to do with each event. */
export interface ReceiverOptions<Requests, Responses, Report extends ErrorReport = ErrorReport> {
  /** The subscriptions by their id, or a function that finds one (in a database, say). */
  readonly subscriptions: Subscriptions;
  /** What to do with each event; one without a handler is answered with `{}`. */
  readonly handlers: Handlers<Requests, Responses>;
  /** Told when the POS could not use an answer of ours. */
  readonly onError?: ErrorHandler<Report, EventName<Requests, Responses>> | undefined;
  /** The largest body that is read, in bytes. Default: 1 MiB. */
  readonly bodyLimit?: number | undefined;
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
}

/** The subscriptions by their id, or a function from the id to the subscription. */
export type Subscriptions =
  Readonly<Record<string, Subscription>> | ((id: string) => Awaitable<Subscription | null | undefined>);

/** A handler an event, each typed by its own request and response. */
export type Handlers<Requests, Responses> = {
  readonly [E in EventName<Requests, Responses>]?: Handler<Requests[E], Responses[E], E> | undefined;
};

/** Answers an event. Nothing returned means nothing to do; a throw is answered with status 500. */
export type Handler<Request, Response, Name extends string> = (
  context: EventContext<Request, Name>,
) => Answer<Response>;

/** A response, or nothing. */
export type Answer<Response, Nothing = void> = Awaitable<Response | Nothing | undefined>;

/** Takes note of a report that the POS could not use an answer of ours. */
export type ErrorHandler<Report extends ErrorReport, Name extends string> = (
  context: ErrorContext<Report, Name>,
) => Awaitable<unknown>;

/** What a handler gets. */
export interface EventContext<Request, Name extends string> {
  /** The body: its signature holds and it is what its type says. */
  readonly request: Request;
  readonly eventName: Name;
  readonly subscriptionId: string;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  /** Aborts when the POS no longer waits for the answer. */
  readonly signal: AbortSignal;
  readonly log: Log;
}

/** What `onError` gets. */
export interface ErrorContext<Report extends ErrorReport, Name extends string> {
  /** What the POS found wrong with the answer. */
  readonly error: Report["error"];
  /** The request whose answer it was. */
  readonly original: Report["original"];
  readonly eventName: Name;
  readonly subscriptionId: string;
  readonly version: string | undefined;
  readonly log: Log;
}

/** A value, now or later. */
export type Awaitable<T> = T | Promise<T>;
