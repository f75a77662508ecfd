import type { Problem } from "../../validators/result.js";
import type { Awaitable } from "../values/awaitable.js";
import type { EventName } from "./events.js";
import type { SenderContext } from "./handlers.js";
import type { Transaction } from "./inbox.js";

/** A queued handler for each event that is stored first, and handled afterwards. */
export type QueuedHandlers<Requests, Responses> = {
  readonly [E in EventName<Requests, Responses>]?: QueuedHandler<Requests[E], E> | undefined;
};

/** Handles a stored event, after the POS has its answer: so it returns nothing. A throw is tried again later. */
export type QueuedHandler<Request, Name extends string> = (
  context: QueuedContext<Request, Name>,
) => Awaitable<void>;

/** Queued handlers without their types, each bound to the object that it came in. */
export type AnyQueued = ReadonlyMap<string, (context: QueuedContext<unknown, string>) => unknown>;

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

/** Queued handlers as they are written, before what they return is looked at. */
export type LooseQueued<Requests, Responses> = {
  readonly [E in EventName<Requests, Responses>]?:
    ((context: QueuedContext<Requests[E], E>) => unknown) | undefined;
};
