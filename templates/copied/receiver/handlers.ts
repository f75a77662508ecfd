import type { Problem } from "../validators/results.js";
import type { ExactPart } from "./exact.js";
import type { Log } from "./log.js";
import type { Awaitable } from "./values.js";

/** Names of the events that have both a request and a response. */
export type EventName<Requests, Responses> = keyof Requests & keyof Responses & string;

/** The POS's report that it could not use an answer. */
export interface ErrorReport {
  readonly error?: unknown;
  readonly original?: unknown;
}

/** A handler for each event. Each name keeps its doc comment in `Requests`. */
export type Handlers<Requests, Responses, Reasons = unknown> = {
  readonly [E in keyof Requests]?: E extends EventName<Requests, Responses>
    ? Handler<Requests[E], Responses[E], E, Reasons> | undefined
    : never;
};

/** Answers an event. Returning nothing answers `{}`; a throw is answered with status 500. */
export type Handler<Request, Response, Name extends string, Reasons = unknown> = (
  context: EventContext<Request, Name, Response, Reasons>,
) => Answer<Response>;

export type Answer<Response, Nothing = void> = Awaitable<Response | Nothing | undefined>;

/** Called when the POS reports that it could not use one of our answers. */
export type ErrorHandler<Report extends ErrorReport, Name extends string> = (
  context: ErrorContext<Report, Name>,
) => Awaitable<unknown>;

/** The event, the subscription that sent it, and the log. */
export interface SenderContext<Name extends string> {
  readonly eventName: Name;
  readonly subscriptionId: string;
  /** The subscription's `name`: several may share an id. */
  readonly subscriptionName: string | undefined;
  /** The shop's release as its subscription has it. */
  readonly version: string | undefined;
  readonly log: Log;
}

/** Argument of a handler. */
export interface EventContext<
  Request,
  Name extends string,
  Response,
  Reasons = unknown,
> extends SenderContext<Name> {
  /**
   * The verified body. It matches its type, except for `requestProblems`: it has one shape where the till may send two, and
   * nulls and misfits that were left out are in the log.
   */
  readonly request: Request;
  /** Where the body does not match its type; empty unless the option `invalidRequests` is `report`. */
  readonly requestProblems: readonly Problem[];
  /** Aborts when the POS no longer waits for the answer, or the handler has timed out. */
  readonly signal: AbortSignal;
  /** Asks the user of the POS, over several rounds of the event. */
  readonly ask: Ask<Request, Response, Name, Reasons>;
}

/** Argument of `onError`. */
export interface ErrorContext<Report extends ErrorReport, Name extends string> extends SenderContext<Name> {
  /** The POS's complaint about the answer. */
  readonly error: Report["error"];
  /** The request that the answer was for. */
  readonly original: Report["original"];
}

/**
 * Asks the user of the POS. An answer with a dialog or form ends the round, and the same event comes again with the user's
 * choice. So the handler runs from its top in every round: an answered question returns its answer, and the first
 * unanswered one ends the round. Do what must happen once (a booking, say) after the last question, and do not let chance
 * or time decide which questions are asked.
 */
export interface Ask<Request, Response, Event extends string = string, Reasons = unknown> {
  /**
   * Shows a dialog; resolves, in a later round, to the user's selection.
   * @param beside The rest of the answer while the dialog is shown.
   */
  dialog<Written>(
    dialog: ExactPart<Written, Part<Response, "dialog">, "dialog", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "dialog">>;
  /** Shows a form, recognised by its `id`; resolves, in a later round, to the form that the user filled in. */
  form<Written>(
    form: ExactPart<Written, Part<Response, "form">, "form", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "form">>;
}

/** The kinds of questions; the request has the answer under the name that the question has in the response. */
export type QuestionKind = "dialog" | "form";

/** The type of a property; never if it does not exist, or is forbidden. */
export type Part<T, Name extends QuestionKind> =
  T extends Readonly<Partial<Record<Name, infer Value>>> ? NonNullable<Value> : never;

/** A response without its questions. */
export type Beside<Response> = Omit<Response, QuestionKind>;

/** A queued handler for each event. */
export type QueuedHandlers<Requests> = {
  readonly [E in keyof Requests]?: QueuedHandler<Requests[E], E & string> | undefined;
};

/** Handles a stored event after the POS has its answer. With an inbox, a throw is tried again later. */
export type QueuedHandler<Request, Name extends string> = (
  context: QueuedContext<Request, Name>,
) => Awaitable<void>;

/** Argument of a queued handler. */
export interface QueuedContext<Request, Name extends string>
  extends SenderContext<Name>, Pick<EventContext<Request, Name, unknown>, "request" | "requestProblems"> {
  /** Aborts when the handler has timed out. */
  readonly signal: AbortSignal;
  /** Number of earlier attempts: 0 when it is handled for the first time. */
  readonly attempt: number;
  /** The transaction that also marks the event as handled, so that it writes only once. Undefined without an inbox. */
  readonly transaction: Transaction | undefined;
}

/** A transaction of the inbox's database: the part of a `pg` client that a handler needs. */
export interface Transaction {
  query<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[] }>;
}

/** Queued handlers before their return types are checked. */
export type LooseQueued<Requests> = {
  readonly [E in keyof Requests]?: ((context: QueuedContext<Requests[E], E & string>) => unknown) | undefined;
};
