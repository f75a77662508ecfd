// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Problem } from "../validators/results.js";
import type { ExactPart } from "./exact.js";
import type { Log } from "./log.js";
import type { Awaitable } from "./values.js";

/** The names of the events that have both a request and a response. */
export type EventName<Requests, Responses> = keyof Requests & keyof Responses & string;

/** What every report of the POS that it could not use an answer has. */
export interface ErrorReport {
  readonly error?: unknown;
  readonly original?: unknown;
}

/** A handler for each event, typed by its own request and response. Each name keeps the doc comment that it has in `Requests`. */
export type Handlers<Requests, Responses, Reasons = unknown> = {
  readonly [E in keyof Requests]?: E extends EventName<Requests, Responses>
    ? Handler<Requests[E], Responses[E], E, Reasons> | undefined
    : never;
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

/**
 * Asks the user of the POS. The protocol has no memory: an answer with a dialog or form ends the round, and the same
 * event comes again with what the user chose. So the handler runs from its top in every round: an answered question
 * returns its answer, and the first unanswered one ends the round. What must happen once (a booking, say) belongs after
 * the last question, and which questions are asked must not depend on chance or time.
 */
export interface Ask<Request, Response, Event extends string = string, Reasons = unknown> {
  /**
   * Shows a dialog; resolves, in a later round, to what the user selected.
   * @param beside What else to answer while the dialog is shown.
   */
  dialog<Written>(
    dialog: ExactPart<Written, Part<Response, "dialog">, "dialog", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "dialog">>;
  /** Shows a form, recognised by its `id`; resolves, in a later round, to what the user filled in. */
  form<Written>(
    form: ExactPart<Written, Part<Response, "form">, "form", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "form">>;
}

/** The kinds of questions; the request has the answer under the name that the question has in the response. */
export type QuestionKind = "dialog" | "form";

/** The type of a property; never if the type does not have the property, or forbids it. */
export type Part<T, Name extends QuestionKind> =
  T extends Readonly<Partial<Record<Name, infer Value>>> ? NonNullable<Value> : never;

/** A response without its questions. */
export type Beside<Response> = Omit<Response, QuestionKind>;

/** A queued handler for each event that is stored first, and handled afterwards. */
export type QueuedHandlers<Requests> = {
  readonly [E in keyof Requests]?: QueuedHandler<Requests[E], E & string> | undefined;
};

/** Handles a stored event, after the POS has its answer: so it returns nothing. A throw is tried again later. */
export type QueuedHandler<Request, Name extends string> = (
  context: QueuedContext<Request, Name>,
) => Awaitable<void>;

/** What a queued handler gets. */
export interface QueuedContext<Request, Name extends string> extends SenderContext<Name> {
  /** The body: its signature was verified and it matches its type, as for any handler. */
  readonly request: Request;
  /** Where the body does not match its type; empty unless the option `invalidRequests` is `report`. */
  readonly requestProblems: readonly Problem[];
  /** Aborts when the time of the handler is over, or another worker has taken the event. */
  readonly signal: AbortSignal;
  /** How many attempts there were before: 0 when it is handled for the first time. */
  readonly attempt: number;
  /**
   * The transaction that also marks the event as handled: what is written with it is written once, however often the
   * handler runs. Undefined without an inbox.
   */
  readonly transaction: Transaction | undefined;
}

/** A transaction of the inbox's database: the part of a client of `pg` that a handler needs. */
export interface Transaction {
  query<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[] }>;
}

/** Queued handlers as they are written, before what they return is looked at. */
export type LooseQueued<Requests> = {
  readonly [E in keyof Requests]?: ((context: QueuedContext<Requests[E], E & string>) => unknown) | undefined;
};
