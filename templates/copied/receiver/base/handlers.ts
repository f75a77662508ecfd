import type { Problem } from "../../validators/results.js";
import type { ExactPart } from "./exact.js";

/** A value, or anything that can be awaited, such as the query of a database library. */
export type Awaitable<T> = T | PromiseLike<T>;

export type EventName<Requests, Responses> = keyof Requests & keyof Responses & string;

/** The POS's report that it rejected an answer. */
export interface ErrorReport {
  readonly error?: unknown;
  readonly original?: unknown;
}

/** Handlers by event. Each name keeps its doc comment from `Requests`. */
export type Handlers<Requests, Responses, Reasons = unknown> = {
  readonly [E in keyof Requests]?: E extends EventName<Requests, Responses>
    ? Handler<Requests[E], Responses[E], E, Reasons> | undefined
    : never;
};

/** Returns the answer to an event; returning nothing counts as `{}`. If it throws, the answer has status 500. */
export type Handler<Request, Response, Name extends string, Reasons = unknown> = (
  context: EventContext<Request, Name, Response, Reasons>,
) => Answer<Response>;

export type Answer<Response, Nothing = void> = Awaitable<Response | Nothing | undefined>;

/** Called when the POS reports that it rejected one of your answers. */
export type ErrorHandler<Report extends ErrorReport, Name extends string> = (
  context: ErrorContext<Report, Name>,
) => unknown;

/** The receiver's log: the part of pino's interface that it uses. */
export interface Log {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  error(fields: LogFields, message: string): void;
}

/** The event, subscription, status and so on. Never contains a secret, a signature or a value from a body. */
export type LogFields = Readonly<Record<string, unknown>>;

export interface SenderContext<Name extends string> {
  readonly eventName: Name;
  readonly subscriptionId: string;
  /** The subscription's `name`. Several subscriptions may share an id. */
  readonly subscriptionName: string | undefined;
  /** The `version` of the shop's subscription. */
  readonly version: string | undefined;
  readonly log: Log;
}

export interface EventContext<
  Request,
  Name extends string,
  Response,
  Reasons = unknown,
> extends SenderContext<Name> {
  /**
   * The verified body, which matches its type except for `requestProblems`. Alternative shapes are unified. Nulls
   * and undocumented values that do not fit are left out and logged.
   */
  readonly request: Request;
  /** Mismatches between the body and its type. Empty unless the option `invalidRequests` is `report`. */
  readonly requestProblems: readonly Problem[];
  /** Aborts when the POS stops waiting or the handler times out. */
  readonly signal: AbortSignal;
  /** Asks the user of the POS, in several rounds of the event. */
  readonly ask: Ask<Request, Response, Name, Reasons>;
}

export interface ErrorContext<Report extends ErrorReport, Name extends string> extends SenderContext<Name> {
  /** The POS's reason for rejecting the answer. */
  readonly error: Report["error"];
  /** The request that was answered. */
  readonly original: Report["original"];
}

/**
 * Asks the user of the POS. An answer with a dialog or form ends the round, and the POS sends the event again with the
 * user's choice. The handler therefore runs from the top in every round: an answered question returns its answer, and
 * the first unanswered one ends the round. Do anything that must happen once (a booking, say) after the last question,
 * and do not let chance or time decide which questions you ask.
 */
export interface Ask<Request, Response, Event extends string = string, Reasons = unknown> {
  /**
   * Shows a dialog. Resolves in a later round to the user's selection.
   * @param beside The rest of the answer while the dialog is shown.
   */
  dialog<Written>(
    dialog: ExactPart<Written, Part<Response, "dialog">, "dialog", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "dialog">>;
  /** Shows a form, identified by its `id`. Resolves in a later round to the filled-in form. */
  form<Written>(
    form: ExactPart<Written, Part<Response, "form">, "form", Event, Reasons>,
    beside?: Beside<Response>,
  ): Promise<Part<Request, "form">>;
}

/** Kinds of questions. Question and user's answer have the same property name. */
export type QuestionKind = "dialog" | "form";

/**
 * Rejection of `ask` if the shop's release does not support the question, or is unknown. Catch it to continue without
 * the answer.
 */
export class QuestionError extends Error {
  override readonly name = "QuestionError";
  readonly kind: QuestionKind;
  /** The `version` of the shop's subscription. */
  readonly version: string | undefined;
  /** The unsupported parts of the question, each with the release that added it. */
  readonly problems: readonly Problem[];

  constructor(
    message: string,
    { kind, version, problems }: Pick<QuestionError, "kind" | "version" | "problems">,
  ) {
    super(message);
    this.kind = kind;
    this.version = version;
    this.problems = problems;
  }
}

export type Part<T, Name extends QuestionKind> =
  T extends Readonly<Partial<Record<Name, infer Value>>> ? NonNullable<Value> : never;

export type Beside<Response> = Omit<Response, QuestionKind>;

export type QueuedHandlers<Requests> = {
  readonly [E in keyof Requests]?: QueuedHandler<Requests[E], E & string> | undefined;
};

/** Handles a stored event after the POS has received the answer. An event whose handler throws is retried. */
export type QueuedHandler<Request, Name extends string> = (
  context: QueuedContext<Request, Name>,
) => Awaitable<void>;

export interface QueuedContext<Request, Name extends string>
  extends SenderContext<Name>, Pick<EventContext<Request, Name, unknown>, "request" | "requestProblems"> {
  readonly signal: AbortSignal;
  /** Number of earlier attempts; 0 for the first. */
  readonly attempt: number;
  /** The transaction that also marks the event as handled, so its writes happen once. */
  readonly transaction: Transaction;
}

/** A transaction in the inbox's database, with the interface of a `pg` client. */
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
