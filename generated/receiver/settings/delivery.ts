// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { Observation } from "../api/observer.js";
import type { RawRequest } from "../api/raw-message.js";
import type { KeyOwner } from "../store/key.js";
import type { SignedBody } from "../store/replay-check.js";
import type { JsonObject } from "../values/json-object.js";
import type { Ticket } from "./in-flight-limit.js";

/** An event whose signature, or seal, was verified. */
export interface VerifiedEvent extends KeyOwner {
  readonly event: string;
  readonly body: JsonObject;
}

/** An event that has just come in. */
export interface Delivery extends SignedBody {
  readonly body: JsonObject;
  /** The body as it came. */
  readonly bytes: Uint8Array;
  readonly ticket: Ticket;
  /** The request that it came in. Its signal is created when it is first read. */
  readonly source: Pick<RawRequest, "signal" | "waitUntil">;
  readonly observation: Observation | undefined;
}
