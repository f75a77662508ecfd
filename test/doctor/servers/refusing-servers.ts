import { hmac, receiver, secret } from "./receiver.js";
import { http } from "./serve.js";
import { fixed, html, json, sends, type WrongServer } from "./wrong-server.js";

export const refusingServers: readonly WrongServer[] = [
  {
    name: "another secret",
    start: http(receiver({ sign: (body) => hmac(Buffer.alloc(32, 1), body).toString("base64") })),
    id: "signature-refused",
    says: "The receiver refuses the signature (INVALID_SIGNATURE): it has another secret, or does not verify the raw bytes with the decoded one.",
  },
  {
    name: "the text of the secret as the key",
    start: http(receiver({ sign: (body) => hmac(Buffer.from(secret), body).toString("base64") })),
    id: "signature-refused",
    says: "The receiver refuses the signature (INVALID_SIGNATURE), and has the secret: it works with the text of the secret as the key, which has to be base64-decoded first.",
  },
  {
    name: "a parsed body",
    start: http(
      receiver({ verified: (body) => Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)) }),
    ),
    id: "signature-refused",
    says: "The receiver refuses the signature (INVALID_SIGNATURE), and has the secret: it verifies other bytes than came.",
  },
  {
    name: "another secret, said in its own words",
    start: fixed(401, json, '{"message":"Bad signature"}'),
    id: "signature-refused",
    says: "The receiver refuses the signature (status 401): it has another secret, or does not verify the raw bytes with the decoded one.",
  },
  {
    name: "a header that is lost on the way",
    start: http(receiver({ refuse: () => "NO_SIGNATURE" })),
    id: "signature-lost",
    says: "The receiver misses the signature (NO_SIGNATURE), which was sent.",
  },
  {
    name: "another subscription",
    start: http(receiver({ refuse: () => "INVALID_SUBSCRIPTION_ID" })),
    id: "unknown-subscription",
    says: 'The receiver does not know the subscription "shop-12" (INVALID_SUBSCRIPTION_ID).',
  },
  {
    name: "a small limit",
    start: fixed(413, {}, ""),
    id: "too-large",
    says: "A body of SIZE bytes is too large for the server (status 413).",
  },
  {
    name: "a form wanted",
    start: fixed(415, {}, ""),
    id: "content-type",
    says: 'The server does not take a body of the type "application/json" (status 415).',
  },
  {
    name: "a rate limit",
    start: fixed(429, { "retry-after": "60" }, ""),
    id: "too-many",
    says: 'The server says that it gets too many requests (status 429, try again after "60").',
  },
  {
    name: "an error of the receiver",
    start: sends((outgoing) => ({
      ...outgoing,
      status: 500,
      body: '{"error":{"code":"DOWN","message":"No database"}}',
    })),
    id: "failed",
    says: 'The receiver says that it failed (status 500, "DOWN: No database").',
  },
  {
    name: "a crash",
    start: fixed(
      500,
      html,
      "<html><title>Error</title><style>p { a > b }</style><pre>TypeError: x is not a function</pre></html>",
    ),
    id: "crashed",
    says: 'The server failed (status 500) with "Error TypeError: x is not a function", not in the format of an error.',
  },
  {
    name: "a refusal of its own",
    start: http(receiver({ refuse: () => "CLOSED_ON_SUNDAYS" })),
    id: "refused-by-receiver",
    says: 'The receiver refuses the event (status 400, "CLOSED_ON_SUNDAYS").',
  },
  {
    name: "another status",
    start: fixed(418, { "content-type": "text/plain" }, "short and stout"),
    id: "status",
    says: 'The server refuses the request with status 418 and "short and stout".',
  },
];
