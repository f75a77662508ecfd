import type { WireAnswer } from "./wire-message.js";
import { secret, signatureOf } from "./signature.js";

/** Differences from an answer with status 200, signed with the shop's secret, on a kept connection. */
export interface Manner {
  /** The signing secret; null for an unsigned answer. Default: {@link secret}. */
  readonly key?: string | null;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A handler's answer as serialized, in schema order. A string is the exact body. */
export function answered(
  value: string | object,
  { key = secret, status = 200, headers = {} }: Manner = {},
): WireAnswer {
  const body = typeof value === "string" ? value : JSON.stringify(value);
  return {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-transform",
      ...(key !== null && { "x-mplus-signature": signatureOf(body, key) }),
      ...headers,
    },
    body,
  };
}

/** HTTP sends no body with the answer to HEAD. */
export const withoutBody = (answer: WireAnswer): WireAnswer => ({ ...answer, body: "" });

export const nothing = answered("{}");
export const recognized = answered({ scanCode: { recognized: true } });
export const said = (message: string): WireAnswer => answered({ message: [{ message }] });

/** A rejection in the vendor's format, for a verified shop. */
export const refused = (code: string, message: string, status = 400): WireAnswer =>
  answered({ error: { code, message } }, { status });

/** Not signed, because the sender has not proved to know the secret. */
const toStranger = (code: string, message: string, status = 400, headers = {}): WireAnswer =>
  answered({ error: { code, message } }, { key: null, status, headers });

const closing = { connection: "close" };
const failure = ["INTERNAL_ERROR", "The receiver failed to handle this event.", 500] as const;

export const refusal = {
  method: toStranger("METHOD_NOT_ALLOWED", "Events are delivered with POST.", 405, { allow: "POST" }),
  unknownEvent: toStranger("UNKNOWN_EVENT", "Unknown event.", 404),
  tooLarge: toStranger("BODY_TOO_LARGE", "The body is too large.", 413, closing),
  tooSlow: toStranger("BODY_TOO_SLOW", "The body did not arrive in time.", 408, closing),
  encoded: toStranger("INVALID_CONTENT_ENCODING", "The body must not have a content encoding.", 415),
  noSubscription: toStranger("NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing."),
  unknownSubscription: toStranger("INVALID_SUBSCRIPTION_ID", "Unknown subscription."),
  noSignature: toStranger("NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
  wrongSignature: toStranger("INVALID_SIGNATURE", "The signature does not match the body."),
  closing: toStranger("SHUTTING_DOWN", "The receiver is shutting down.", 503, closing),
  failedLookUp: toStranger(...failure),
  failed: refused(...failure),
  noContentType: refused("NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: refused("INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: refused("INVALID_JSON", "The body is not valid JSON in UTF-8."),
  notStored: refused("INBOX_UNAVAILABLE", "The event could not be stored; send it again.", 503),
};
