import { createUnreadableBody } from "../../../../templates/receiver/http/body.js";
import {
  createEndlessBody,
  createRequest,
  otherSecret,
  secret,
  signedHeaders,
  type Change,
  type Options,
} from "../fixture.js";

/** What somebody without the secret is told, and for what. It is all that they can learn. */
export interface StrangersRefusal {
  readonly what: string;
  readonly request?: Change;
  readonly options?: Partial<Options>;
  readonly isClosing?: boolean;
  readonly status: number;
  readonly code: string;
  readonly message: string;
  /** Beside the type of the content, and the word that keeps compression away. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** A word that senders put wherever they can. */
export const canary = "CANARY-8711234567890";

/** A body that whoever has no secret has made up. */
const madeUp = JSON.stringify({
  event: { eventBlocking: true, eventCounter: 1, [canary]: canary },
  sender: { branchNumber: 1, workplaceNumber: canary },
  scanCode: { scannedCode: canary, codeType: canary },
  [canary]: { error: { code: canary, message: canary }, original: {} },
});

/** In place of a good request, with the canary in each header that is not asked about. */
export const strangersRequest = ({ headers = {}, ...change }: Change) =>
  createRequest({ body: madeUp, headers: { accept: canary, [canary]: canary, ...headers }, ...change });

const bytes = Buffer.from(madeUp);

async function* breakOff(): AsyncIterable<Uint8Array> {
  yield bytes;
  await Promise.reject(new Error(canary));
}

const tooLarge = {
  status: 413,
  code: "BODY_TOO_LARGE",
  message: "The body is larger than this receiver reads.",
  headers: { Connection: "close" },
};

const brokenOff = {
  status: 400,
  code: "INVALID_DATA",
  message: "The body broke off before its end.",
  headers: { Connection: "close" },
};

const unknownSubscription = {
  status: 400,
  code: "INVALID_SUBSCRIPTION_ID",
  message: "The subscription is not known here.",
};

const wrongSignature = {
  status: 400,
  code: "INVALID_SIGNATURE",
  message: "The signature does not belong to this body.",
};

const failed = {
  status: 500,
  code: "INTERNAL_ERROR",
  message: "The receiver failed to handle this event.",
};

/** What a function that looks for subscriptions may come back with by mistake. */
const found = (subscription: unknown): Partial<Options> => ({
  subscriptions: (() => subscription) as unknown as Options["subscriptions"],
});

/** Every kind of refusal that needs no secret, in the order in which they are looked for. */
export const strangersRefusals: readonly StrangersRefusal[] = [
  {
    what: "a receiver that is shutting down",
    isClosing: true,
    status: 503,
    code: "SHUTTING_DOWN",
    message: "The receiver is shutting down.",
    headers: { Connection: "close" },
  },
  {
    what: "another method than POST",
    request: { method: "PUT" },
    status: 405,
    code: "METHOD_NOT_ALLOWED",
    message: "Events are delivered with POST.",
    headers: { Allow: "POST" },
  },
  {
    what: "a made-up method",
    request: { method: canary },
    status: 405,
    code: "METHOD_NOT_ALLOWED",
    message: "Events are delivered with POST.",
    headers: { Allow: "POST" },
  },
  {
    what: "a path that names no event",
    request: { event: canary },
    status: 404,
    code: "UNKNOWN_EVENT",
    message: "There is no such event here.",
  },
  {
    what: "a body whose announced length is over the limit",
    request: { headers: { "content-length": "1048577" } },
    ...tooLarge,
  },
  {
    what: "no subscription",
    request: { headers: { "x-mplus-subscription-id": undefined } },
    status: 400,
    code: "NO_SUBSCRIPTION_ID",
    message: "The header X-Mplus-Subscription-Id is missing.",
  },
  {
    what: "an unknown subscription",
    request: { headers: { "x-mplus-subscription-id": canary } },
    ...unknownSubscription,
  },
  {
    what: "a subscription that the look-up does not find",
    options: found(undefined),
    ...unknownSubscription,
  },
  {
    what: "a look-up of subscriptions that throws",
    options: {
      subscriptions: () => {
        throw new Error(canary);
      },
    },
    ...failed,
  },
  {
    what: "a look-up of subscriptions that rejects",
    options: { subscriptions: () => Promise.reject(new Error(canary)) },
    ...failed,
  },
  { what: "a look-up that finds a number, not a subscription", options: found(12), ...failed },
  { what: "a look-up that finds an empty list", options: found([]), ...failed },
  { what: "a look-up that finds an invalid secret", options: found({ secret: canary }), ...failed },
  {
    what: "a look-up that finds an invalid release",
    options: found({ secret, version: canary }),
    ...failed,
  },
  {
    what: "a body with a content encoding",
    request: { headers: { "content-encoding": canary } },
    status: 415,
    code: "INVALID_CONTENT_ENCODING",
    message: "A body must be sent without a content encoding.",
  },
  {
    what: "a body that turns out to be over the limit",
    options: { bodyLimit: 100 },
    ...tooLarge,
  },
  {
    what: "a body that does not arrive in time",
    request: { body: createEndlessBody([bytes]) },
    options: { bodyTimeout: 5 },
    status: 408,
    code: "BODY_TOO_SLOW",
    message: "The body did not arrive in time.",
    headers: { Connection: "close" },
  },
  { what: "a body that ends too early", request: { body: breakOff() }, ...brokenOff },
  {
    what: "a sender that has disconnected",
    request: { body: createEndlessBody([bytes]), signal: AbortSignal.abort(new Error(canary)) },
    ...brokenOff,
  },
  {
    what: "a body that something else has already read",
    request: { body: createUnreadableBody(canary) },
    ...failed,
  },
  {
    what: "no signature",
    request: { headers: { "x-mplus-signature": undefined } },
    status: 400,
    code: "NO_SIGNATURE",
    message: "The header X-Mplus-Signature is missing.",
  },
  {
    what: "a malformed signature",
    request: { headers: { "x-mplus-signature": canary } },
    ...wrongSignature,
  },
  {
    what: "the signature of another body",
    request: { headers: { "x-mplus-signature": signedHeaders("{}")["x-mplus-signature"] } },
    ...wrongSignature,
  },
  {
    what: "a signature with another secret",
    request: { headers: signedHeaders(madeUp, otherSecret) },
    ...wrongSignature,
  },
  {
    what: "several signatures",
    request: { headers: { "x-mplus-signature": [signedHeaders(madeUp)["x-mplus-signature"], canary] } },
    ...wrongSignature,
  },
];

/** The lines of the table, in Markdown. */
export function formatRefusals(): string[] {
  return strangersRefusals.map(({ what, status, code, message, headers = {} }) => {
    const extra = Object.entries(headers).map(([name, value]) => `\`${name}: ${value}\``);
    return `| ${what} | ${status} | \`${code}\` | ${message} | ${extra.join(", ")} |`;
  });
}
