import type { Fleet, ResponseOptions, Result } from "../../validators/results.js";
import type { ErrorReport, EventName } from "../api/events.js";
import type { BodyJson } from "../http/json-body.js";
import type { InferredVersion } from "../version/infer-version.js";
import type { KnownParts } from "../version/known-parts.js";

/** What the generated code tells the receiver about the events of the spec. */
export interface Contract<Requests, Responses, Report extends ErrorReport = ErrorReport> {
  readonly events: readonly EventName<Requests, Responses>[];
  /** The names of each event's own objects. */
  readonly ownObjects: Readonly<Record<EventName<Requests, Responses>, readonly string[]>>;
  /** Those of them that a request must have: without one, it is always refused with `NO_EVENT_DETAILS`. */
  readonly requiredObjects: Readonly<Record<EventName<Requests, Responses>, readonly string[]>>;
  /** Events whose answer needs no `polling`, even if the request has `eventPolling`. */
  readonly pollingOptional: readonly EventName<Requests, Responses>[];
  /** Events that the POS sends again and again by design: each of them is handled. */
  readonly repeated: readonly EventName<Requests, Responses>[];
  /** By event: the object, and its property that the answer's object of the same name repeats. */
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
  /** Reads and writes bodies with 64-bit integers, which `JSON` would change. Default: `JSON`. */
  readonly json?: BodyJson | undefined;
}

/** A contract without its types, which the compiler has checked against the options. */
export type AnyContract = Contract<Record<string, unknown>, Record<string, unknown>>;
