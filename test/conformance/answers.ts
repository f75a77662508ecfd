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

/** What a handler's answer comes to. A text is the body as it is. */
export function answered(
  value: unknown,
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
const toStranger: Manner = { key: null };

/** The refusals that say nothing of the body. */
export const refusal = {
  method: (manner?: Manner) =>
    refused("METHOD_NOT_ALLOWED", "Events are delivered with POST.", {
      ...toStranger,
      status: 405,
      headers: { allow: "POST" },
      ...manner,
    }),
  unknownEvent: () =>
    refused("UNKNOWN_EVENT", "There is no such event here.", { ...toStranger, status: 404 }),
  tooLarge: () =>
    refused("BODY_TOO_LARGE", "The body is larger than this receiver reads.", {
      ...toStranger,
      status: 413,
      headers: closing,
    }),
  tooSlow: () =>
    refused("BODY_TOO_SLOW", "The body did not arrive in time.", {
      ...toStranger,
      status: 408,
      headers: closing,
    }),
  encoded: () =>
    refused("INVALID_CONTENT_ENCODING", "A body must be sent without a content encoding.", {
      ...toStranger,
      status: 415,
    }),
  noSubscription: () =>
    refused("NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing.", toStranger),
  unknownSubscription: () =>
    refused("INVALID_SUBSCRIPTION_ID", "The subscription is not known here.", toStranger),
  noSignature: () => refused("NO_SIGNATURE", "The header X-Mplus-Signature is missing.", toStranger),
  wrongSignature: () =>
    refused("INVALID_SIGNATURE", "The signature does not belong to this body.", toStranger),
  noContentType: () => refused("NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: () => refused("INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: () => refused("INVALID_JSON", "The body is not JSON in UTF-8."),
  notAnObject: () => refused("INVALID_DATA", "The body must be a JSON object."),
  tooDeep: () => refused("INVALID_DATA", "The body is nested too deeply."),
  failed: (manner?: Manner) =>
    refused("INTERNAL_ERROR", "The receiver failed to handle this event.", { status: 500, ...manner }),
  notStored: () =>
    refused("INBOX_UNAVAILABLE", "The event could not be stored; send it again.", { status: 503 }),
  closing: () =>
    refused("SHUTTING_DOWN", "The receiver is shutting down.", {
      ...toStranger,
      status: 503,
      headers: closing,
    }),
  ofOtherEvent: (event: string) =>
    refused(
      "INVALID_DATA",
      `This body came before, as ${event}. Each event has a body of its own, with its own eventCounter.`,
    ),
} satisfies Record<string, (...details: never[]) => WireAnswer>;
