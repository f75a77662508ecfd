import type { WireAnswer } from "./wire-message.js";
import { secret, signatureOf } from "./signature.js";

/** How an answer differs from one that is signed with the shop's secret on a connection that goes on. */
export interface Manner {
  /** The secret that signs it; null where no secret is known. Default: {@link secret}. */
  readonly key?: string | null;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** What the signature is over, where HTTP sends no body: the answer to HEAD. */
  readonly unsent?: boolean;
}

/** What a handler's answer comes to, in the order of the schema. A text is the body as it is. */
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

/** A refusal in the vendor's form; status 400 unless said otherwise. */
export function refused(code: string, message: string, manner: Manner = {}): WireAnswer {
  return answered({ error: { code, message } }, { status: 400, ...manner });
}

/** The scan is ours: what the handler answers when a case does not say. */
export const recognized = answered({ scanCode: { recognized: true } });

/** There is nothing to do. */
export const nothing = answered("{}");

const closing = { connection: "close" };

/** What whoever has not proved the secret is told: nothing is signed for a stranger. */
const toStranger =
  (status: number, code: string, message: string, headers: Manner["headers"] = {}) =>
  (manner?: Manner): WireAnswer =>
    refused(code, message, { key: null, status, headers, ...manner });

const toSender =
  (status: number, code: string, message: string) =>
  (manner?: Manner): WireAnswer =>
    refused(code, message, { status, ...manner });

/** The refusals that say nothing of the body. */
export const refusal = {
  method: toStranger(405, "METHOD_NOT_ALLOWED", "Events are delivered with POST.", { allow: "POST" }),
  unknownEvent: toStranger(404, "UNKNOWN_EVENT", "There is no such event here."),
  tooLarge: toStranger(413, "BODY_TOO_LARGE", "The body is larger than this receiver reads.", closing),
  tooSlow: toStranger(408, "BODY_TOO_SLOW", "The body did not arrive in time.", closing),
  encoded: toStranger(415, "INVALID_CONTENT_ENCODING", "A body must be sent without a content encoding."),
  noSubscription: toStranger(400, "NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing."),
  unknownSubscription: toStranger(400, "INVALID_SUBSCRIPTION_ID", "The subscription is not known here."),
  noSignature: toStranger(400, "NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
  wrongSignature: toStranger(400, "INVALID_SIGNATURE", "The signature does not belong to this body."),
  noContentType: toSender(400, "NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: toSender(400, "INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: toSender(400, "INVALID_JSON", "The body is not JSON in UTF-8."),
  notAnObject: toSender(400, "INVALID_DATA", "The body must be a JSON object."),
  tooDeep: toSender(400, "INVALID_DATA", "The body is nested too deeply."),
  failed: toSender(500, "INTERNAL_ERROR", "The receiver failed to handle this event."),
  notStored: toSender(503, "INBOX_UNAVAILABLE", "The event could not be stored; send it again."),
  closing: toStranger(503, "SHUTTING_DOWN", "The receiver is shutting down.", closing),
};
