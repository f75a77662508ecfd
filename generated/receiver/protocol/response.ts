// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { andThen, type Awaitable } from "../values/awaitable.js";
import type { RawResponse } from "../api/raw-message.js";
import type { Reply } from "../http/refusal.js";
import { signWith } from "../auth/signature.js";
import type { KnownSubscription } from "../auth/subscriptions.js";

/**
 * Converts a reply to a response, and signs its text.
 * @param subscription The verified sender of the request; nothing is signed for anybody else.
 * @param isLast Closes the connection, because one that is kept alive would delay the end of the process.
 */
export function toResponse(
  reply: Reply,
  subscription: KnownSubscription | undefined,
  isLast: boolean,
): Awaitable<RawResponse> {
  const { status, text: body } = reply;
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    // Prevents compression, because the signature is over these bytes.
    "Cache-Control": "no-transform",
  };
  // Few replies have headers, and spreading undefined costs as much as spreading them.
  if (reply.headers !== undefined) Object.assign(headers, reply.headers);
  if (isLast) headers["Connection"] = "close";
  const response = { status, headers, body };
  if (subscription === undefined) return response;
  return andThen(signWith(subscription.keys[0], body), (signature) => {
    headers["X-Mplus-Signature"] = signature;
    return response;
  });
}
