// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { ErrorReport, EventName } from "./contract.js";
import { readHeader, type RawRequest } from "./raw-message.js";
import { refusals, type Refusal, type Step } from "./refusal.js";
import type { Settings } from "./settings.js";

/** Reads the name of the event from a request that is worth looking at: its method, name and length. */
export function readEnvelope<Requests, Responses, Report extends ErrorReport>(
  { events, bodyLimit }: Settings<Requests, Responses, Report>,
  request: RawRequest,
): Step<EventName<Requests, Responses>> {
  if (request.method !== "POST") return { refusal: refusals.methodNotAllowed };
  const event = events.get(request.event);
  if (event === undefined) return { refusal: refusals.unknownEvent };
  const isTooLong = Number(readHeader(request, "content-length")) > bodyLimit;
  return isTooLong ? { refusal: refusals.bodyTooLarge } : { value: event };
}

/** A signature is over the bytes as they were before any encoding, and unpacking is a way to flood us. */
export function refuseEncoding(request: RawRequest): Refusal | undefined {
  const encoding = readHeader(request, "content-encoding");
  return /^(?:identity)?$/i.test(encoding) ? undefined : refusals.bodyEncoded;
}
