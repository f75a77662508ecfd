import type { Problem } from "../validators/results.js";
import type { Log } from "./log.js";
import type { Awaitable } from "./values.js";

/** The names of the events that have both a request and a response. */
export type EventName<Requests, Responses> = keyof Requests & keyof Responses & string;

/** What every report of the POS that it could not use an answer has. */
export interface ErrorReport {
  readonly error?: unknown;
  readonly original?: unknown;
}

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
export type QueuedHandlers<Requests, Responses> = {
  readonly [E in EventName<Requests, Responses>]?: QueuedHandler<Requests[E], E> | undefined;
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
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- as clients of databases have it
  query<Row = Record<string, unknown>>(
    text: string,
    values?: readonly unknown[],
  ): Promise<{ readonly rows: Row[] }>;
}

/** Queued handlers as they are written, before what they return is looked at. */
export type LooseQueued<Requests, Responses> = {
  readonly [E in EventName<Requests, Responses>]?:
    ((context: QueuedContext<Requests[E], E>) => unknown) | undefined;
};

/**
 * What handlers must be: `Known`, and each answers with known properties only. TypeScript does not look for others in what
 * a function infers: here a misspelt one, one that no answer to the event may have, or an event that does not exist becomes
 * an error that names it. `H` is what is written: it is inferred without a limit, so that the sentence is told first.
 */
export type ExactHandlers<H, Known, Responses, Reasons> =
  // Handlers that nobody wrote have the type by default, and half of the compiler's work would be to look for faults in it.
  IsSame<H, Known> extends true ? Known : Told<H, FaultsIn<H, Responses, Reasons>, Known>;

/** The same of the handler of one event. */
export type ExactHandler<H, Known, Response, Event extends string, Reasons> = Said<
  H,
  FaultIn<H, Response, Event, Reasons>,
  Known
>;

/** The same of a question, which is a part of an answer; a sentence alone, where no answer may have that. */
export type ExactPart<Written, Known, Name extends string, Event extends string, Reasons> = [Known] extends [
  never,
]
  ? Verdict<`.${Name}`, Event, Reasons>
  : QuestionOr<Known, Verdict<Under<`.${Name}`, UnknownIn<Written, Known>>, Event, Reasons>, Written>;

type QuestionOr<Known, Fault, Written> = [Fault] extends [never]
  ? Known
  : [Written] extends [infer _]
    ? Fault
    : Written;

// A sentence comes first, so that it is told first; beside `H`, the compiler does not look for a fault in what `H` returns.
type Told<H, Faults, Known> = [Faults[keyof Faults]] extends [never]
  ? Known
  : { readonly [E in keyof Faults as [Faults[E]] extends [never] ? never : E]: Faults[E] } & H;

type Said<H, Fault, Known> = [Fault] extends [never] ? Known : Fault & H;

/** A sentence on each handler that has a fault; never on the others. */
type FaultsIn<H, Responses, Reasons> = {
  readonly [E in keyof H]-?: E extends keyof Responses & string
    ? FaultIn<NonNullable<H[E]>, Responses[E], E, Reasons>
    : NonNullable<H[E]> extends AnyFunction
      ? NoSuchEvent<E, Reasons>
      : never;
};

type FaultIn<H, Response, Event extends string, Reasons> = [H] extends [(...context: never) => infer Answer]
  ? Verdict<UnknownIn<Answer, Response>, Event, Reasons>
  : never;

/**
 * Queued handlers that return nothing: one that answers becomes an error that says so. So does one that is alone, without
 * a handler in `H`, where `{}` is no answer to its event.
 */
export type ExactQueued<Q, Responses, H, Reasons> = Q & {
  readonly [E in keyof Q]: E extends keyof Responses & string
    ? [IsAlone<Q[E], H, E>, IsRefused<Responses[E]>] extends [true, true]
      ? `${E} must be answered: it cannot be in queued without a handler in handlers.`
      : ExactQueuedHandler<NonNullable<Q[E]>, E>
    : NonNullable<Q[E]> extends AnyFunction
      ? NoSuchEvent<E, Reasons>
      : unknown;
};

/** Whether a queued handler is there for sure, and for sure none in `H` that answers its event. */
type IsAlone<Queued, H, Event> = undefined extends Queued
  ? false
  : Event extends keyof H
    ? [H[Event]] extends [undefined]
      ? true
      : false
    : true;

/** Whether `{}` is no answer, as a property of it is required. */
type IsRefused<Response> = Record<string, never> extends Response ? false : true;

/** Accepts a handler that returns nothing, or that nobody can tell of; else it is a sentence, which no handler fits. */
type ExactQueuedHandler<H, Event extends string> = [H] extends [(...context: never) => infer Returned]
  ? IsSame<Returned, unknown> extends true
    ? unknown
    : [Awaited<Returned>] extends [ReturnType<() => void>]
      ? unknown
      : `A queued handler of ${Event} returns nothing: the POS has its answer by then.`
  : unknown;

type NoSuchEvent<Name, Reasons> = Name extends string
  ? `event ${Name}` extends keyof Reasons
    ? `${Name} ${Reasons[`event ${Name}`] & string}.`
    : `There is no event ${Name}.`
  : unknown;

type AnyFunction = (...context: never) => unknown;

// Through `infer`, the compiler lets a fault rest whose types are not known yet: else it looks into all that they may become.
type Verdict<Fault, Event extends string, Reasons> = [Fault] extends [infer Found]
  ? [Found] extends [never]
    ? never
    : Found extends `.${infer Path}`
      ? Path extends keyof Reasons
        ? `${Path} ${Reasons[Path] & string}.`
        : `There is no property ${Path} in an answer to ${Event}.`
      : never
  : never;

/** What a value has and its type does not know, or forbids: its path (`.message[].txet`). */
type UnknownIn<Value, Known> =
  IsSame<Known, unknown> extends true
    ? never
    : IsAny<Value> extends true
      ? never
      : Value extends AnyFunction
        ? never
        : Value extends PromiseLike<infer Result>
          ? UnknownIn<Result, Known>
          : Value extends readonly (infer Item)[]
            ? Under<"[]", UnknownIn<Item, ItemIn<Known>>>
            : Value extends object
              ? UnknownInObject<Value, ObjectIn<Known>>
              : never;

/** A value of a known type needs no look, and a type that refers to itself would never end. */
type UnknownInObject<Value, Known> =
  true extends IsOneOf<Value, Known>
    ? never
    : {
        [Key in keyof Value & string]-?: Key extends KeyIn<Known>
          ? [PropertyIn<Known, Key>] extends [undefined]
            ? IsNothing<Value[Key]> extends true
              ? never
              : `.${Key}`
            : Under<`.${Key}`, UnknownIn<Value[Key], PropertyIn<Known, Key>>>
          : // Methods of a class are not sent. Where a literal stands beside others, TypeScript adds their properties to it.
            [IsAny<Value[Key]>, Value[Key]] extends [false, AnyFunction | undefined]
            ? never
            : `.${Key}`;
      }[keyof Value & string];

type Under<Place extends string, Path> = Path extends string ? `${Place}${Path}` : never;

// Each of these asks every member of a union by itself.
type KeyIn<T> = T extends unknown ? keyof T : never;
type PropertyIn<T, Key> = T extends unknown ? (Key extends keyof T ? T[Key] : never) : never;
type ItemIn<T> = T extends readonly (infer Item)[] ? Item : never;
type ObjectIn<T> = T extends readonly unknown[] ? never : T extends object ? T : never;
type IsOneOf<T, Union> = Union extends unknown ? IsSame<T, Union> : never;

/** Whether a property is left out, or TypeScript added it to a literal as it stands in others. */
type IsNothing<T> = IsAny<T> extends true ? false : [T] extends [undefined] ? true : false;
type IsAny<T> = 0 extends 1 & T ? true : false;
/** Whether two types are one and the same, which is more than that each can be assigned to the other. */
type IsSame<A, B> =
  (<T>(value: T) => T extends A ? 1 : 2) extends <T>(value: T) => T extends B ? 1 : 2 ? true : false;
