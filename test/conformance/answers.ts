import type { WireAnswer } from "./wire-message.js";
import { secret, signatureOf } from "./signature.js";

/** Differences from an answer with status 200, signed with the shop's secret, on a kept connection. */
export interface Manner {
  /** The signing secret; null if none is known. Default: {@link secret}. */
  readonly key?: string | null;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** The signed body, if HTTP sends none, as for HEAD. */
  readonly unsent?: boolean;
}

/** A handler's answer as serialized, in schema order. A string is the exact body. */
export function answered(
  value: string | object,
  { key = secret, status = 200, headers = {}, unsent }: Manner = {},
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
    body: unsent === true ? "" : body,
  };
}

/** A rejection in the vendor's format. Default: status 400. */
export function refused(code: string, message: string, manner: Manner = {}): WireAnswer {
  return answered({ error: { code, message } }, { status: 400, ...manner });
}

export const recognized = answered({ scanCode: { recognized: true } });

export const nothing = answered("{}");

const closing = { connection: "close" };

/** Not signed, because the sender has not proved to know the secret. */
const toStranger =
  (status: number, code: string, message: string, headers: Manner["headers"] = {}) =>
  (manner?: Manner): WireAnswer =>
    refused(code, message, { key: null, status, headers, ...manner });

const toSender =
  (status: number, code: string, message: string) =>
  (manner?: Manner): WireAnswer =>
    refused(code, message, { status, ...manner });

export const refusal = {
  method: toStranger(405, "METHOD_NOT_ALLOWED", "Events are delivered with POST.", { allow: "POST" }),
  unknownEvent: toStranger(404, "UNKNOWN_EVENT", "Unknown event."),
  tooLarge: toStranger(413, "BODY_TOO_LARGE", "The body is too large.", closing),
  tooSlow: toStranger(408, "BODY_TOO_SLOW", "The body did not arrive in time.", closing),
  encoded: toStranger(415, "INVALID_CONTENT_ENCODING", "The body must not have a content encoding."),
  noSubscription: toStranger(400, "NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing."),
  unknownSubscription: toStranger(400, "INVALID_SUBSCRIPTION_ID", "Unknown subscription."),
  noSignature: toStranger(400, "NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
  wrongSignature: toStranger(400, "INVALID_SIGNATURE", "The signature does not match the body."),
  noContentType: toSender(400, "NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: toSender(400, "INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: toSender(400, "INVALID_JSON", "The body is not valid JSON in UTF-8."),
  notAnObject: toSender(400, "INVALID_DATA", "The body must be a JSON object."),
  tooDeep: toSender(400, "INVALID_DATA", "The body is nested too deeply."),
  failed: toSender(500, "INTERNAL_ERROR", "The receiver failed to handle this event."),
  notStored: toSender(503, "INBOX_UNAVAILABLE", "The event could not be stored; send it again."),
  closing: toStranger(503, "SHUTTING_DOWN", "The receiver is shutting down.", closing),
};
