import type { InferredVersion } from "./infer-version.js";
import type { Fleet } from "../validators/fleet-check.js";
import type { ResponseOptions } from "../validators/response-check.js";
import type { Result } from "../validators/result.js";
import type { KnownParts } from "./known-objects.js";

/** The names of the events that have both a request and a response. */
export type EventName<Requests, Responses> = keyof Requests & keyof Responses & string;

/** The least we know of the POS's report that it could not use an answer of ours. */
export interface ErrorReport {
  readonly error?: unknown;
  readonly original?: unknown;
}

/** What the generated code tells the receiver about the events that it serves. */
export interface Contract<Requests, Responses, Report extends ErrorReport = ErrorReport> {
  readonly events: readonly EventName<Requests, Responses>[];
  /** The objects that make an event what it is; without one of them: `NO_EVENT_DETAILS`. */
  readonly ownObjects: Readonly<Record<EventName<Requests, Responses>, readonly string[]>>;
  /** Events whose answer needs no `polling` although the request says `eventPolling`. */
  readonly pollingOptional: readonly EventName<Requests, Responses>[];
  /** Events that the POS sends again and again by design: each of them is handled. */
  readonly repeated: readonly EventName<Requests, Responses>[];
  /** The object of an event and the property of it that goes back in the answer's object of that name. */
  readonly echoed: Readonly<Record<string, readonly [object: string, property: string]>>;
  readonly knownParts: KnownParts;
  readonly fleet: Fleet;
  validateRequest<E extends EventName<Requests, Responses>>(event: E, body: unknown): Result<Requests[E]>;
  validateResponse<E extends EventName<Requests, Responses>>(
    event: E,
    body: unknown,
    options?: ResponseOptions,
  ): Result<Responses[E]>;
  validateErrorRequest(body: unknown): Result<Report>;
  inferVersion(body: unknown, event: EventName<Requests, Responses>): InferredVersion;
  /** Reads and writes bodies where `JSON` would lose digits; left out: `JSON` does it. */
  readonly json?: BodyJson | undefined;
}

/** What takes the place of `JSON` (`--int64 bigint` or `string`). It throws what `JSON` throws. */
export interface BodyJson {
  parse(text: string, event: string): unknown;
  stringify(body: unknown, event: string): string;
}

/** A contract without its types: what the compiler had to check, it has checked on the options. */
export type AnyContract = Contract<Record<string, unknown>, Record<string, unknown>>;
