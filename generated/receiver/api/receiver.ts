// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { RawRequest, RawResponse } from "./raw-message.js";

/** The protocol of the webhooks, without a framework. */
export interface Receiver {
  /** Answers one request. Never rejects: whatever goes wrong becomes an answer and a line in the log. */
  receive(request: RawRequest): Promise<RawResponse>;
  /** Refuses new requests with status 503 from now on; resolves when those in flight are answered. */
  close(): Promise<void>;
}
