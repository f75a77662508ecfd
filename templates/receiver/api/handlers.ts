import type { Problem } from "../../validators/result.js";
import type { Awaitable } from "../values/awaitable.js";
import type { Ask } from "./ask.js";
import type { ErrorReport, EventName } from "./events.js";
import type { Log } from "./log.js";

/** A handler for each event, typed by its own request and response. */
export type Handlers<Requests, Responses, Reasons = unknown> = {
  readonly [E in EventName<Requests, Responses>]?: Handler<Requests[E], Responses[E], E, Reasons> | undefined;
};

/** Answers an event. Returning nothing answers `{}`; a throw is answered with status 500. */
export type Handler<Request, Response, Name extends string, Reasons = unknown> = (
  context: EventContext<Request, Name, Response, Reasons>,
) => Answer<Response>;

/** A response, or nothing. */
export type Answer<Response, Nothing = void> = Awaitable<Response | Nothing | undefined>;

/** Gets the reports of the POS that it could not use one of our answers. */
export type ErrorHandler<Report extends ErrorReport, Name extends string> = (
  context: ErrorContext<Report, Name>,
) => Awaitable<unknown>;

/** The event, the subscription that sent it, and the log. */
export interface SenderContext<Name extends string> {
  readonly eventName: Name;
  readonly subscriptionId: string;
  /** The subscription's `name`, which tells apart those that share an id. */
  readonly subscriptionName: string | undefined;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  readonly log: Log;
}

/** What a handler gets. */
export interface EventContext<
  Request,
  Name extends string,
  Response,
  Reasons = unknown,
> extends SenderContext<Name> {
  /**
   * The body: its signature was verified and it matches its type, except for `requestProblems`. It has one shape where the
   * till may send two. What does not fit where nothing is documented, or is null where it may be absent, is missing and in
   * the log.
   */
  readonly request: Request;
  /** Where the body does not match its type; empty unless the option `invalidRequests` is `report`. */
  readonly requestProblems: readonly Problem[];
  /** Aborts when the POS no longer waits for the answer, or the handler has timed out. */
  readonly signal: AbortSignal;
  /** Asks the user of the POS, over several rounds of the event. */
  readonly ask: Ask<Request, Response, Name, Reasons>;
}

/** What `onError` gets. */
export interface ErrorContext<Report extends ErrorReport, Name extends string> extends SenderContext<Name> {
  /** What the POS found wrong with the answer. */
  readonly error: Report["error"];
  /** The request that the answer was for. */
  readonly original: Report["original"];
}

/** Handlers without their types, each bound to the object that it came in. */
export type AnyHandlers = ReadonlyMap<string, AnyHandler>;

/** A handler without its types. */
export type AnyHandler = (context: EventContext<unknown, string, unknown>) => unknown;
