import { andThen } from "./awaitable.js";
import type { Awaitable } from "./handlers.js";
import type { RawResponse } from "./raw-message.js";
import type { Reply } from "./refusal.js";
import { signWith } from "./signature.js";
import type { KnownSubscription } from "./subscriptions.js";

/**
 * Writes a reply out and signs the text.
 * @param subscription Who has proved to have sent the request; nothing is signed for anybody else.
 * @param isLast A connection that is kept alive would only delay the end of the process.
 */
export function toResponse(
  reply: Reply,
  subscription: KnownSubscription | undefined,
  isLast: boolean,
): Awaitable<RawResponse> {
  const { status, text: body } = reply;
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    // Keeps compression away from the bytes that the signature is over.
    "Cache-Control": "no-transform",
  };
  // Few have any, and to spread nothing costs as much as to spread something.
  if (reply.headers !== undefined) Object.assign(headers, reply.headers);
  if (isLast) headers["Connection"] = "close";
  const response = { status, headers, body };
  if (subscription === undefined) return response;
  return andThen(signWith(subscription.keys[0], body), (signature) => {
    headers["X-Mplus-Signature"] = signature;
    return response;
  });
}
