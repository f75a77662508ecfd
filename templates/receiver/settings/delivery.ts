import type { Observation } from "../api/observer.js";
import type { RawRequest } from "../api/raw-message.js";
import type { SignedBody } from "../store/replay-check.js";
import type { JsonObject } from "../values/json-object.js";
import type { Ticket } from "./in-flight-limit.js";

/** An event whose signature was verified. */
export interface Delivery extends SignedBody {
  readonly body: JsonObject;
  readonly ticket: Ticket;
  /** The request that it came in. Its signal is created when it is first read. */
  readonly source: Pick<RawRequest, "signal" | "waitUntil">;
  readonly observation: Observation | undefined;
}
