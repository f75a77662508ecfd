// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { RawRequest } from "../api/raw-message.js";
import { refusals, type Refusal } from "./refusal.js";

/** Reads a header as one text. Several headers of one name are joined by a comma, as HTTP defines. */
export function readHeader(request: RawRequest, name: string): string {
  const value = request.header(name);
  return typeof value === "string" ? value : (value ?? []).join(", ");
}

/** Refuses a request for its method, its event's name or its length, before anything else is looked at. */
export function refuseEarly(
  { events, bodyLimit }: { readonly events: ReadonlySet<string>; readonly bodyLimit: number },
  request: RawRequest,
): Refusal | undefined {
  if (request.method !== "POST") return refusals.methodNotAllowed;
  if (!events.has(request.event)) return refusals.unknownEvent;
  return Number(readHeader(request, "content-length")) > bodyLimit ? refusals.bodyTooLarge : undefined;
}

/** Refuses a compressed body: the signature is over the bytes before any encoding, and unpacking could flood memory. */
export function refuseEncoding(request: RawRequest): Refusal | undefined {
  const encoding = readHeader(request, "content-encoding");
  return encoding === "" || /^identity$/i.test(encoding) ? undefined : refusals.bodyEncoded;
}

/** Refuses what is not `application/json`, with any parameters: JSON is UTF-8 whatever they say. */
export function refuseContentType(contentType: string): Refusal | undefined {
  if (contentType === "application/json") return undefined;
  if (contentType === "") return refusals.noContentType;
  return /^application\/json[\t ]*(?:;[^,]*)?$/i.test(contentType) ? undefined : refusals.wrongContentType;
}
