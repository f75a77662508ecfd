import { quote } from "../../text/quote.js";
import type { Fault, Said } from "../complaint.js";
import { recognizeSignature } from "../../till/wire/recognize-signature.js";
import { describeError, speaksOfSignature, type SeenReply } from "../seen.js";

/** A receiver, or a proxy, that says itself why it does not take the event. The first that fits is the one. */
export const refusals: readonly Fault<SeenReply>[] = [
  {
    id: "signature-refused",
    when: ({ status, error, text }) =>
      error === undefined
        ? [400, 401, 403].includes(status) && speaksOfSignature(text)
        : error.code === "INVALID_SIGNATURE",
    say: sayWhySignatureIsRefused,
  },
  {
    id: "signature-lost",
    when: ({ error }) => error?.code === "NO_SIGNATURE",
    say: () => ({
      message: "The receiver misses the signature (NO_SIGNATURE), which was sent.",
      change: "Read the header X-Mplus-Signature without regard to case, and let proxies pass it on.",
    }),
  },
  {
    id: "unknown-subscription",
    when: ({ error }) => error?.code === "INVALID_SUBSCRIPTION_ID",
    say: ({ subscription }) => ({
      message: `The receiver does not know the subscription ${quote(subscription)} (INVALID_SUBSCRIPTION_ID).`,
      change: "Name one that it knows with --subscription, or add this one to it.",
    }),
  },
  {
    id: "subscription-lost",
    when: ({ error }) => error?.code === "NO_SUBSCRIPTION_ID",
    say: () => ({
      message: "The receiver misses the subscription (NO_SUBSCRIPTION_ID), which was sent.",
      change: "Read the header X-Mplus-Subscription-Id without regard to case, and let proxies pass it on.",
    }),
  },
  {
    id: "too-large",
    when: ({ status }) => status === 413,
    say: ({ sent }) => ({
      message: `A body of ${sent.body.length} bytes is too large for the server (status 413).`,
      change:
        "Raise the limit of the body at the proxy and at the server: no source says how large events get.",
    }),
  },
  {
    id: "content-type",
    when: ({ status }) => status === 415,
    say: ({ sent }) => ({
      message: `The server does not take a body of the type ${quote(sent.headers["content-type"] ?? "")} (status 415).`,
      change: "Take application/json, with and without a charset.",
    }),
  },
  {
    id: "too-many",
    when: ({ status }) => status === 429,
    say: ({ headers }) => ({
      message: `The server says that it gets too many requests (status 429${
        headers["retry-after"] === undefined ? "" : `, try again after ${quote(headers["retry-after"])}`
      }).`,
      change: "Take tills out of the rate limit: a till that polls asks again at once.",
    }),
  },
  {
    id: "gateway",
    when: ({ status, error }) => [502, 503, 504].includes(status) && error === undefined,
    say: ({ status }) => ({
      message: `A proxy answers that it does not reach the server behind it (status ${status}).`,
      change: "Start the server, and compare its port with the one that the proxy is set up for.",
    }),
  },
  {
    id: "failed",
    when: ({ status, error }) => status >= 500 && error !== undefined,
    say: ({ status, error }) => ({
      message: `The receiver says that it failed (status ${status}, ${describeError(error)}).`,
      change: "Look in its log: the reason stands there.",
    }),
  },
  {
    id: "crashed",
    when: ({ status }) => status >= 500,
    say: ({ status, text }) => ({
      message: `The server failed (status ${status})${text.trim() === "" ? "" : ` with ${quote(toText(text))}`}, not in the format of an error.`,
      change: "Look in its log: a handler threw, and nothing caught it.",
    }),
  },
  {
    id: "refused-by-receiver",
    when: ({ status, error }) => status >= 400 && error !== undefined,
    say: ({ status, error }) => ({
      message: `The receiver refuses the event (status ${status}, ${describeError(error)}).`,
      change: "Take its word for it: correct what it names, there or in what you send.",
    }),
  },
  {
    id: "status",
    when: ({ status }) => status >= 400,
    say: ({ status, text }) => ({
      message: `The server refuses the request with status ${status}${text.trim() === "" ? "" : ` and ${quote(toText(text))}`}.`,
      change:
        "See whether it comes from your code or from something before it; the receiver's own refusals have `error`.",
    }),
  },
];

/** A refusal that is signed tells which secret the receiver has. */
function sayWhySignatureIsRefused(seen: SeenReply): Said {
  const { headers, secret, body, sent, error, status } = seen;
  const refuses = `The receiver refuses the signature (${error?.code ?? `status ${status}`})`;
  const signature = headers["x-mplus-signature"];
  const made = signature && recognizeSignature(signature, { secret, body, request: sent.body });
  if (made)
    return {
      message: `${refuses}, and has the secret: ${made.key === "" ? "it verifies other bytes than came" : `it works ${made.key}`}.`,
      change:
        made.key === ""
          ? "Verify the raw bytes of the body, before anything parses it (a body parser, a proxy that rewrites)."
          : "Decode the secret from base64 before you use it as the key.",
    };
  return {
    message: `${refuses}: it has another secret, or does not verify the raw bytes with the decoded one.`,
    change:
      "Compare the secrets first; then see that nothing parses the body before the signature is verified. `doctor` tells the two apart.",
  };
}

/** A page as its words: without its tags, and without what is in styles and scripts. */
const toText = (text: string): string =>
  text
    .slice(0, 2000)
    .split("<")
    .map((part) => (/^(?:style|script)\b/i.test(part) ? "" : part.slice(part.indexOf(">") + 1)))
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
