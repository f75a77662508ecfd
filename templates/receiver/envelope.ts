import { readHeader, type RawRequest } from "./raw-message.js";
import { refusals, type Refusal } from "./refusal.js";
import type { Settings } from "./settings.js";

/** Refuses a request that is not worth looking at: for its method, its name, its length. */
export function refuseEnvelope(
  { events, bodyLimit }: Pick<Settings, "events" | "bodyLimit">,
  request: RawRequest,
): Refusal | undefined {
  if (request.method !== "POST") return refusals.methodNotAllowed;
  if (!events.has(request.event)) return refusals.unknownEvent;
  return Number(readHeader(request, "content-length")) > bodyLimit ? refusals.bodyTooLarge : undefined;
}

/** A signature is over the bytes as they were before any encoding, and unpacking is a way to flood us. */
export function refuseEncoding(request: RawRequest): Refusal | undefined {
  const encoding = readHeader(request, "content-encoding");
  return encoding === "" || /^identity$/i.test(encoding) ? undefined : refusals.bodyEncoded;
}
