import { isJsonType, isObject } from "../../base/json.js";
import { quote } from "../../base/text/quote.js";
import type { PostFailureKind } from "../engine/post.js";
import { fault, type Facts, type ServerFault } from "./facts.js";

const missing: Readonly<Record<PostFailureKind, ServerFault["wordings"]>> = {
  "bad-url": [
    ({ endpoint, reason }: Facts) => `${quote(endpoint)} cannot be called: ${sayWhyBadUrl(reason)}.`,
    "Pass a full URL with host and path, such as https://example.com/mplus.",
  ],
  "unknown-host": [
    "The host name {host} does not resolve.",
    "Check the spelling and the DNS record.{settingsHint}",
  ],
  refused: [
    "Nothing listens at {host}: the connection was refused.",
    "Start the server, and check its address and port: other machines cannot reach a server that listens on localhost.{settingsHint}",
  ],
  unreachable: [
    "{host} is not reachable from here ({code}).",
    "Check the address, the network and the firewall.{settingsHint}",
  ],
  "no-connection": [
    "{host} did not accept a connection in time.",
    "Open the port in the firewall; the cause may also be a wrong address or a machine that is off.{settingsHint}",
  ],
  certificate: [
    ({ host, code, reason }: Facts) =>
      `The certificate of ${host} ${certificates[code] ?? `is not trusted: ${quote(reason)}`}.`,
    "Install a certificate for this host from a trusted authority, with its intermediate certificates; which certificates the POS accepts is not documented.{settingsHint}",
  ],
  tls: ["The TLS handshake with {host} failed ({code}).", "Turn on TLS 1.2 or 1.3 on the server."],
  "hung-up": [
    "{host} closed the connection before a complete answer.",
    "Look for a crash in the server's log; a proxy that is set up for another host looks the same.",
  ],
  "not-http": ["The service at {host} does not speak HTTP.", "Check that this is the port of your server."],
  deadline: [
    "{host} sent no complete answer in time: {reason}.",
    "Answer first and work later, because how long the POS waits is not documented. A handler that never finishes or a firewall looks the same.{settingsHint}",
  ],
  "too-long": ["The answer from {host} is too long: {reason}.", "Answer only with what the POS should do."],
  packed: [
    "The answer has a Content-Encoding but cannot be decompressed.",
    "Turn off compression for this path: the request did not ask for it.",
  ],
  ended: ["The request was cancelled before an answer came.", "Try again."],
  other: ['The request to {host} failed: "{reason}".', "Try curl -v from the same machine for details."],
};

function sayWhyBadUrl(reason: string): string {
  if (reason.includes("credentials")) return "it contains a user name";
  if (reason.includes("bad port")) return "web clients block its port";
  return reason.includes("scheme") ? "it starts with neither http:// nor https://" : "it is not a valid URL";
}

const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "comes from an unknown authority (self-signed in its chain)",
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet",
  CERT_REVOKED: "was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "is for another host",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "comes without its intermediate certificate",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "comes from an authority that is unknown here",
};

const isPlain = /WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST/;

/** Faults closest to the wire come first. The first match wins. */
export const faults: readonly ServerFault[] = [
  // No response.
  fault("tls", ({ speaksTls }) => speaksTls, [
    "{host} speaks https, but the URL says http.",
    "Begin the URL with https://.",
  ]),
  fault("tls", ({ missing, code }) => missing === "tls" && isPlain.test(code), [
    "{host} speaks http on this port, but the URL says https.",
    "Use the port that has TLS, or http:// if you are only trying this out.",
  ]),
  ...Object.entries(missing).map(([kind, wordings]) =>
    fault(kind, (facts) => facts.missing === kind, wordings),
  ),
  // Something in front of the receiver answers, or the URL does not lead to the receiver.
  fault("tunnel", isTunnel, [
    'The tunnel answered instead of your server (status {status}, "{tunnelError}").',
    "The tunnel answered instead of your server (status {status}).",
    "Check that the tunnel runs and leads to your server's port, and turn off its warning page: the POS cannot click.",
  ]),
  fault("trailing-slash", (facts) => facts.path.endsWith("/") && isLostInSlashes(facts), [
    "The URL ends in a slash, so the POS posts to {sentPath} and gets status {status}.",
    "Remove the trailing slash from the endpoint URL.",
  ]),
  fault("double-slash", isLostInSlashes, [
    "{sentPath} has two slashes in a row and gets status {status}.",
    "Remove one of them from the endpoint URL.",
  ]),
  fault("redirect", ({ status, location }) => redirects.includes(status) && location !== undefined, [
    'The server redirects ({status}) to "{location}"; whether the POS follows is not documented.',
    sayWhereToGo,
  ]),
  fault("tls", ({ status, text }) => status === 400 && wantsTls.test(text), [
    "The server speaks https on the port of {endpoint}, but the URL says http.",
    "Begin the URL with https://.",
  ]),
  fault("login", ({ isHtml, text }) => isHtml && /type=["']?password/i.test(text), [
    "The answer is a login page (status {status}): something in front of your receiver asks for a password.",
    "Exempt the receiver's path from the login: its requests are signed.",
  ]),
  fault("access", isDenied, [
    'Something in front of the receiver denied access (status {status}) and asks for "{login}".',
    "The receiver or something in front of it denied access (status {status}).",
    "Exempt POST requests to this path from logins, CSRF tokens and bot checks: the receiver checks the signature.",
  ]),
  fault("event-in-url", endsInEvent, [
    "The URL already ends in {event}, so the POS posts to {sentPath}.",
    "Remove the event from the end of the endpoint URL: the POS appends it.",
  ]),
  fault("path-missing", ({ status, error, hasPath }) => status === 404 && error === undefined && !hasPath, [
    "The server has nothing at {sentPath} (status 404), and the endpoint URL has no path.",
    "Add the path where your receiver is mounted, such as /mplus.",
  ]),
  fault("not-found", ({ status, error }) => status === 404 && error === undefined, [
    "The server runs but has no POST route at {sentPath} (status 404).",
    "Compare the path with the one where your receiver is mounted; case matters.",
  ]),
  fault("method", ({ status }) => status === 405 || status === 501, [
    '{sentPath} does not accept POST (status {status}; it allows "{allow}").',
    "{sentPath} does not accept POST (status {status}).",
    "Route POST requests to the receiver; this may be a static file server.",
  ]),
  // The receiver or a proxy rejects the event and says why.
  fault("signature-refused", (facts) => refusesSignature(facts) && facts.keyMistake === "", [
    "The receiver rejects the signature ({refusal}) even though it has the secret: it does not verify the bytes that were sent.",
    "Verify the raw bytes of the body, before a body parser or a proxy changes them.",
  ]),
  fault("signature-refused", (facts) => refusesSignature(facts) && facts.keyMistake !== undefined, [
    "The receiver rejects the signature ({refusal}) even though it has the secret: it signs {keyMistake}.",
    "Decode the secret from base64 before using it as the key.",
  ]),
  fault("signature-refused", refusesSignature, [
    "The receiver rejects the signature ({refusal}): it has another secret, or does not verify the raw bytes with the decoded secret.",
    "Compare the secrets first; then check that nothing parses the body before the signature is verified.{doctorHint}",
  ]),
  fault("signature-lost", ({ error }) => error === "NO_SIGNATURE", [
    "The receiver did not find the signature that was sent (NO_SIGNATURE).",
    "Read the header X-Mplus-Signature case-insensitively, and have proxies forward it.",
  ]),
  fault("unknown-subscription", ({ error }) => error === "INVALID_SUBSCRIPTION_ID", [
    'The receiver does not know the subscription "{subscription}" (INVALID_SUBSCRIPTION_ID).',
    "Pass a known subscription with --subscription, or add this one to the receiver.",
  ]),
  fault("subscription-lost", ({ error }) => error === "NO_SUBSCRIPTION_ID", [
    "The receiver did not find the subscription id that was sent (NO_SUBSCRIPTION_ID).",
    "Read the header X-Mplus-Subscription-Id case-insensitively, and have proxies forward it.",
  ]),
  fault("too-large", ({ status }) => status === 413, [
    "A body of {sentSize} bytes is too large for the server (status 413).",
    "Raise the body size limit in the proxy and the server: the maximum size of an event is not documented.",
  ]),
  fault("content-type", ({ status }) => status === 415, [
    'The server does not accept the content type "{sentType}" (status 415).',
    "Accept application/json, with and without a charset.",
  ]),
  fault("too-many", ({ status }) => status === 429, [
    'The server limits the rate of requests (status 429, retry after "{retryAfter}").',
    "The server limits the rate of requests (status 429).",
    "Exempt the POS from the rate limit: while polling, it asks again at once.",
  ]),
  fault("gateway", ({ status, error }) => [502, 503, 504].includes(status) && error === undefined, [
    "A proxy cannot reach the server behind it (status {status}).",
    "Start the server, and compare its port with the proxy's configuration.",
  ]),
  fault(
    "error-type",
    ({ status, error, type }) => status >= 400 && error !== undefined && !isJsonType(type ?? ""),
    [
      'The receiver reports an error ("{told}") with the Content-Type "{type}".',
      'The receiver reports an error ("{told}") without a Content-Type.',
      "Set Content-Type: application/json, also for errors.",
    ],
  ),
  fault("failed", ({ status, error }) => status >= 500 && error !== undefined, [
    'The receiver reports an error (status {status}, "{told}").',
    "Look for the reason in the receiver's log.",
  ]),
  fault("crashed", ({ status }) => status >= 500, [
    'The server failed (status {status}) with "{words}", which is not the documented error format.',
    "The server failed (status {status}) without a documented error.",
    "Look in the receiver's log for an uncaught error in a handler.",
  ]),
  fault("refused-by-receiver", ({ status, error }) => status >= 400 && error !== undefined, [
    'The receiver rejects the event (status {status}, "{told}").',
    "Fix the cause of the error, in the receiver or in what you send.",
  ]),
  fault("status", ({ status }) => status >= 400, [
    'The server rejects the request with status {status} and "{words}".',
    "The server rejects the request with status {status}.",
    "Check whether this answer comes from your code or from something in front of it; the receiver's own errors contain `error`.",
  ]),
  // The answer is unusable or cannot be trusted.
  fault("html", ({ isHtml }) => isHtml, [
    "The answer is a web page (status {status}, HTML).",
    "Check the URL of your receiver: a website or a framework's own page answers here.",
  ]),
  fault("error-with-200", ({ error }) => error !== undefined, [
    'The receiver reports an error ("{told}") with status {status}.',
    "Look in its log, and return errors with status 400: 200 means that the event was accepted.",
  ]),
  fault("other-success", ({ status }) => status !== 200, [
    "The answer has status {status}; only 200, and 400 for errors, are documented.",
    "Answer with status 200, and with {} or an empty body if there is nothing to do.",
  ]),
  fault("byte-order-mark", ({ text }) => text.startsWith("\ufeff"), [
    "The answer starts with a byte order mark, which JSON must not have.",
    "Send the body without one; if a source file prints it, save that file as UTF-8 without BOM.",
  ]),
  fault("not-json", ({ trimmed, json }) => trimmed !== "" && json === undefined, [
    'The answer is not JSON: "{trimmed}".',
    "Answer with a JSON object or an empty body, and print no warnings or logs into it.",
  ]),
  fault("json-in-json", ({ json }) => typeof json === "string", [
    "The answer is JSON inside a JSON string: it was serialized twice.",
    "Pass the object to your framework, or send the serialized text as it is.",
  ]),
  fault("not-an-object", ({ json }) => json !== undefined && !isObject(json), [
    'The answer is JSON but not an object: "{trimmed}".',
    "Answer with an object: {} if there is nothing to do.",
  ]),
  fault("unsigned", ({ signature }) => signature === "", [
    "The answer{bodiless} is not signed: X-Mplus-Signature is missing.",
    "Sign the bytes of every answer with the subscription's secret, even of an empty one.",
  ]),
  fault("signature", ({ mistakes }) => mistakes === undefined, [
    "The signature of the answer is wrong, and no common mistake with this secret explains it.",
    "Compare the secrets, and sign last: nothing may change the body after that.",
  ]),
  fault("signature", ({ mistakes }) => mistakes !== "", [
    "The signature of the answer was made {mistakes}.",
    "Sign the bytes that are sent: base64 of HMAC-SHA256, with the base64-decoded secret as the key.",
  ]),
  fault("content-type", ({ type, text }) => text !== "" && !isJsonType(type ?? ""), [
    'The Content-Type of the answer is "{type}".',
    "The answer has no Content-Type.",
    "Set Content-Type: application/json.",
  ]),
  fault("packed", ({ packing }) => packing !== "" && packing !== "identity", [
    'The answer is compressed ("{packing}"), but the request did not ask for it.',
    "Turn off compression for this path: whether the POS can decompress is not documented.",
  ]),
];

function isTunnel({ tunnelError, text, isHtml }: Facts): boolean {
  const names = /ngrok|loca\.lt|localtunnel|cloudflared?|trycloudflare/i;
  return tunnelError !== undefined || (isHtml && names.test(text));
}

const redirects = [301, 302, 303, 307, 308];

function isLostInSlashes({ sentPath, status }: Facts): boolean {
  return sentPath.includes("//") && [404, ...redirects].includes(status);
}

/** Strips the event name from the redirect target, because the POS appends it to the endpoint. */
function sayWhereToGo({ location = "", sentTo, event, endpoint }: Facts): string {
  const href = URL.canParse(location, sentTo) ? new URL(location, sentTo).href : location;
  const [path = "", ...query] = href.split(/(?=\?)/);
  const base = path.replace(/\/$/, "");
  const wanted = [base.endsWith(`/${event}`) ? base.slice(0, -event.length - 1) : base, ...query].join("");
  return wanted === endpoint
    ? "Let the route answer without a redirect: the POS appends the event without a trailing slash."
    : `Set the endpoint URL to ${quote(wanted)}, if that is your receiver.`;
}

const wantsTls = /plain HTTP(?: request was sent)? to|HTTP request to an HTTPS/i;

/** Matches errors about the signature in any format. */
const isOnSignature = /signature|hmac/i;

function isDenied({ status, error, text }: Facts): boolean {
  return [401, 403, 407].includes(status) && error === undefined && !isOnSignature.test(text);
}

function endsInEvent({ status, path, event }: Facts): boolean {
  return status === 404 && path.replace(/\/$/, "").endsWith(`/${event}`);
}

function refusesSignature({ status, error, text }: Facts): boolean {
  if (error !== undefined) return error === "INVALID_SIGNATURE";
  return [400, 401, 403].includes(status) && isOnSignature.test(text);
}
