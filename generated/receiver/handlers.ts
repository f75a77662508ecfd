// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Ask } from "./ask.js";
import type { ErrorReport, EventName } from "./contract.js";
import type { Log } from "./log.js";
import type { Problem } from "../validators/result.js";

/** A handler an event, each typed by its own request and response. */
export type Handlers<Requests, Responses> = {
  readonly [E in EventName<Requests, Responses>]?: Handler<Requests[E], Responses[E], E> | undefined;
};

/** Answers an event. Nothing returned means nothing to do; a throw is answered with status 500. */
export type Handler<Request, Response, Name extends string> = (
  context: EventContext<Request, Name, Response>,
) => Answer<Response>;

/** A response, or nothing. */
export type Answer<Response, Nothing = void> = Awaitable<Response | Nothing | undefined>;

/** Takes note of a report that the POS could not use an answer of ours. */
export type ErrorHandler<Report extends ErrorReport, Name extends string> = (
  context: ErrorContext<Report, Name>,
) => Awaitable<unknown>;

/** Whose event it is, and where to write about it. */
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
export interface EventContext<Request, Name extends string, Response> extends SenderContext<Name> {
  /** The body: its signature holds and it is what its type says, but for `requestProblems`. */
  readonly request: Request;
  /** What the body is not of what its type says; empty unless the option `invalidRequests` is `report`. */
  readonly requestProblems: readonly Problem[];
  /** Aborts when the POS no longer waits for the answer, or the handler's time is over. */
  readonly signal: AbortSignal;
  /** Asks the user of the POS, over several rounds of the event. */
  readonly ask: Ask<Request, Response>;
}

/** What `onError` gets. */
export interface ErrorContext<Report extends ErrorReport, Name extends string> extends SenderContext<Name> {
  /** What the POS found wrong with the answer. */
  readonly error: Report["error"];
  /** The request whose answer it was. */
  readonly original: Report["original"];
}

/** Handlers without their types, each bound to the object that it came in. */
export type AnyHandlers = ReadonlyMap<string, AnyHandler>;

/** A handler without its types. */
export type AnyHandler = (context: EventContext<unknown, string, unknown>) => unknown;

/** A value, now or later. */
export type Awaitable<T> = T | Promise<T>;
