// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Result } from "../validators/result.js";

/** The names of the events that have both a request and a response. */
export type EventName<Requests, Responses> = keyof Requests & keyof Responses & string;

/** The least we know of the POS's report that it could not use an answer of ours. */
export interface ErrorReport {
  readonly error?: unknown;
  readonly original?: unknown;
}

/** The releases that the shops run, as asked for; an end that is left out is open. */
export interface Fleet {
  readonly min?: string | undefined;
  readonly max?: string | undefined;
}

/** What the generated code tells the receiver about the events that it serves. */
export interface Contract<Requests, Responses, Report extends ErrorReport = ErrorReport> {
  readonly events: readonly EventName<Requests, Responses>[];
  /** The objects that make an event what it is; without one of them: `NO_EVENT_DETAILS`. */
  readonly ownObjects: Readonly<Record<EventName<Requests, Responses>, readonly string[]>>;
  /** Events whose answer needs no `polling` although the request says `eventPolling`. */
  readonly pollingOptional: readonly EventName<Requests, Responses>[];
  readonly fleet: Fleet;
  validateRequest<E extends EventName<Requests, Responses>>(event: E, body: unknown): Result<Requests[E]>;
  validateResponse<E extends EventName<Requests, Responses>>(
    event: E,
    body: unknown,
    options?: { readonly version?: string },
  ): Result<Responses[E]>;
  validateErrorRequest(body: unknown): Result<Report>;
}
