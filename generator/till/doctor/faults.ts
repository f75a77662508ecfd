import { isJsonType, isObject } from "../../base/json.js";
import { quote } from "../../base/text/quote.js";
import type { PostFailureKind } from "../engine/post.js";
import { fault, type Facts, type ServerFault } from "./facts.js";

/** What to say of each reason for which there is no reply. */
const missing: Readonly<Record<PostFailureKind, ServerFault["wordings"]>> = {
  "bad-url": [
    ({ endpoint, reason }: Facts) => `${quote(endpoint)} is no URL to post to: ${sayWhyBadUrl(reason)}.`,
    "Give a whole URL with host and path, such as https://example.com/mplus.",
  ],
  "unknown-host": [
    "There is no host {host}: its name cannot be resolved.",
    "Check how it is spelt, and whether its DNS entry is there yet.",
  ],
  refused: [
    "Nothing listens at {host}: the connection is refused.",
    "Start the server, and compare its port and address: one that listens on localhost only is not reached from elsewhere.",
  ],
  unreachable: [
    "There is no way to {host} from here ({code}).",
    "Check the address, the network and the firewall.",
  ],
  "no-connection": [
    "{host} does not answer at all: no connection in time.",
    "Open the port in the firewall; a wrong address or a machine that is off looks the same.",
  ],
  certificate: [
    ({ host, code, reason }: Facts) =>
      `The certificate of ${host} ${certificates[code] ?? `is not to be trusted: ${quote(reason)}`}.`,
    "Install one for this host from a known authority, with its intermediate certificates; what tills accept is not documented.",
  ],
  tls: ["{host} and this machine do not agree on TLS ({code}).", "Switch TLS 1.2 or 1.3 on at the server."],
  "hung-up": [
    "{host} takes the request and hangs up without a whole answer.",
    "Look in the server's log for a crash at this moment; a proxy that is set up for another host does it too.",
  ],
  "not-http": ["What listens at {host} does not speak HTTP.", "Compare the port with that of your server."],
  deadline: [
    "{host} sends no whole answer in time: {reason}.",
    "Answer first and work later: a cashier waits. A handler that never ends looks the same, and so does a firewall; how long a till waits is not known.",
  ],
  "too-long": [
    "The answer of {host} has no end: {reason} came.",
    "Answer with what the till is to do, and nothing else.",
  ],
  packed: [
    "The answer says that it is packed (Content-Encoding), and it cannot be unpacked.",
    "Switch compression off for this path: nobody asked for it.",
  ],
  ended: ["The call was ended before there was an answer.", "Call again."],
  other: [
    'The request to {host} failed: "{reason}".',
    "Try it with curl -v from the same machine, which says more.",
  ],
};

function sayWhyBadUrl(reason: string): string {
  if (reason.includes("credentials")) return "it has a user name in it";
  if (reason.includes("bad port")) return "its port is one that web clients refuse";
  return reason.includes("scheme") ? "it begins with neither http:// nor https://" : "it is not a URL";
}

/** What is wrong with a certificate, by the name that OpenSSL has for it. */
const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "comes from an authority that nobody knows (self-signed in its chain)",
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet",
  CERT_REVOKED: "was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "is for another host",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "comes without the intermediate certificate that vouches for it",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "comes from an authority that is not known here",
};

const isPlain = /WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST/;

/** What is wrong with a server, from the nearest to the wire to the farthest. The first that fits is the one. */
export const faults: readonly ServerFault[] = [
  // Why there is no reply.
  fault("tls", ({ speaksTls }) => speaksTls, [
    "{host} speaks https, and the URL says http.",
    "Begin the URL with https://.",
  ]),
  fault("tls", ({ missing, code }) => missing === "tls" && isPlain.test(code), [
    "{host} speaks http at this port, and the URL says https.",
    "Name the port that has TLS, or begin the URL with http:// where it is for trying out.",
  ]),
  ...Object.entries(missing).map(([kind, wordings]) =>
    fault(kind, (facts) => facts.missing === kind, wordings),
  ),
  // What stands before a receiver and answers in its place, or a URL that leads past it.
  fault("tunnel", isTunnel, [
    'The tunnel answers in the place of your server (status {status}, "{tunnelError}").',
    "The tunnel answers in the place of your server (status {status}).",
    "Check that the tunnel runs and leads to your server's port, and switch off its warning page: a till cannot click.",
  ]),
  fault("trailing-slash", (facts) => facts.endpoint.endsWith("/") && isLostInSlashes(facts), [
    "The URL ends in a slash, so that the till posts to {sentPath}, where there is nothing (status {status}).",
    "Take the slash from the end of the endpoint URL.",
  ]),
  fault("double-slash", isLostInSlashes, [
    "There is nothing at {sentPath} (status {status}): two slashes stand in a row.",
    "Take one of them out of the endpoint URL.",
  ]),
  fault("redirect", ({ status, location }) => redirects.includes(status) && location !== undefined, [
    'The server redirects ({status}) to "{location}"; no source says that a till follows.',
    sayWhereToGo,
  ]),
  fault("tls", ({ status, text }) => status === 400 && wantsTls.test(text), [
    "The server speaks https at the port of {endpoint}, and the URL says http.",
    "Begin the URL with https://.",
  ]),
  fault("login", ({ isHtml, text }) => isHtml && /type=["']?password/i.test(text), [
    "A login page came (status {status}): something before your receiver wants a password.",
    "Take the path of the receiver out of what needs a login: its requests are signed.",
  ]),
  fault("access", isDenied, [
    'Access is denied (status {status}) by something before the receiver, which wants "{login}".',
    "Access is denied (status {status}), by something before the receiver or by the receiver itself.",
    "Let POST requests to this path through without a login, CSRF token or bot check; the receiver checks the signature.",
  ]),
  fault("event-in-url", endsInEvent, [
    "The URL ends in {event} already, so that the till posts to {sentPath}.",
    "Take the event from the end of the endpoint URL: a till appends it.",
  ]),
  fault("path-missing", ({ status, error, hasPath }) => status === 404 && error === undefined && !hasPath, [
    "There is nothing at {sentPath} (status 404), and the endpoint URL has no path.",
    "Add the path that your receiver is mounted at, such as /mplus.",
  ]),
  fault("not-found", ({ status, error }) => status === 404 && error === undefined, [
    "The server runs, and has nothing at {sentPath} for POST (status 404).",
    "Compare the path with the one that your receiver is mounted at; upper and lower case count.",
  ]),
  fault("method", ({ status }) => status === 405 || status === 501, [
    '{sentPath} does not take POST (status {status}, it takes "{allow}").',
    "{sentPath} does not take POST (status {status}).",
    "Route POST requests to the receiver; a server of static files answers so.",
  ]),
  // A receiver, or a proxy, that says itself why it does not take the event.
  fault("signature-refused", (facts) => refusesSignature(facts) && facts.keyMistake === "", [
    "The receiver refuses the signature ({refusal}), and has the secret: it verifies other bytes than came.",
    "Verify the raw bytes of the body, before anything parses it (a body parser, a proxy that rewrites).",
  ]),
  fault("signature-refused", (facts) => refusesSignature(facts) && facts.keyMistake !== undefined, [
    "The receiver refuses the signature ({refusal}), and has the secret: it works {keyMistake}.",
    "Decode the secret from base64 before you use it as the key.",
  ]),
  fault("signature-refused", refusesSignature, [
    "The receiver refuses the signature ({refusal}): it has another secret, or does not verify the raw bytes with the decoded one.",
    "Compare the secrets first; then see that nothing parses the body before the signature is verified.{doctorHint}",
  ]),
  fault("signature-lost", ({ error }) => error === "NO_SIGNATURE", [
    "The receiver misses the signature (NO_SIGNATURE), which was sent.",
    "Read the header X-Mplus-Signature without regard to case, and let proxies pass it on.",
  ]),
  fault("unknown-subscription", ({ error }) => error === "INVALID_SUBSCRIPTION_ID", [
    'The receiver does not know the subscription "{subscription}" (INVALID_SUBSCRIPTION_ID).',
    "Name one that it knows with --subscription, or add this one to it.",
  ]),
  fault("subscription-lost", ({ error }) => error === "NO_SUBSCRIPTION_ID", [
    "The receiver misses the subscription (NO_SUBSCRIPTION_ID), which was sent.",
    "Read the header X-Mplus-Subscription-Id without regard to case, and let proxies pass it on.",
  ]),
  fault("too-large", ({ status }) => status === 413, [
    "A body of {sentSize} bytes is too large for the server (status 413).",
    "Raise the limit of the body at the proxy and at the server: no source says how large events get.",
  ]),
  fault("content-type", ({ status }) => status === 415, [
    'The server does not take a body of the type "{sentType}" (status 415).',
    "Take application/json, with and without a charset.",
  ]),
  fault("too-many", ({ status }) => status === 429, [
    'The server says that it gets too many requests (status 429, try again after "{retryAfter}").',
    "The server says that it gets too many requests (status 429).",
    "Take tills out of the rate limit: a till that polls asks again at once.",
  ]),
  fault("gateway", ({ status, error }) => [502, 503, 504].includes(status) && error === undefined, [
    "A proxy answers that it does not reach the server behind it (status {status}).",
    "Start the server, and compare its port with the one that the proxy is set up for.",
  ]),
  fault("failed", ({ status, error }) => status >= 500 && error !== undefined, [
    'The receiver says that it failed (status {status}, "{told}").',
    "Look in the receiver's log: the reason stands there.",
  ]),
  fault("crashed", ({ status }) => status >= 500, [
    'The server failed (status {status}) with "{words}", not in the format of an error.',
    "The server failed (status {status}), not in the format of an error.",
    "Look in the receiver's log: a handler threw, and nothing caught it.",
  ]),
  fault("refused-by-receiver", ({ status, error }) => status >= 400 && error !== undefined, [
    'The receiver refuses the event (status {status}, "{told}").',
    "Take its word for it: correct what it names, there or in what you send.",
  ]),
  fault("status", ({ status }) => status >= 400, [
    'The server refuses the request with status {status} and "{words}".',
    "The server refuses the request with status {status}.",
    "See whether it comes from your code or from something before it; the receiver's own refusals have `error`.",
  ]),
  // An answer that is none, or that a till cannot trust.
  fault("html", ({ isHtml }) => isHtml, [
    "A web page came in the place of an answer (status {status}, HTML).",
    "Compare the URL with that of your receiver: a website, or a framework's own page, answers here.",
  ]),
  fault("error-with-200", ({ error }) => error !== undefined, [
    'The receiver says that it failed ("{told}"), with status {status}.',
    "Look in its log, and give errors status 400: 200 is for an event that was taken.",
  ]),
  fault("other-success", ({ status }) => status !== 200, [
    "The answer has status {status}; documented are 200, and 400 for errors.",
    "Answer with status 200, and with {} or nothing where there is nothing to do.",
  ]),
  fault("byte-order-mark", ({ text }) => text.startsWith("\ufeff"), [
    "The answer begins with a byte order mark, which JSON must not have.",
    "Save the file that prints it as UTF-8 without BOM, or write the body without one.",
  ]),
  fault("not-json", ({ trimmed, json }) => trimmed !== "" && json === undefined, [
    'The answer is not JSON: "{trimmed}".',
    "Answer with a JSON object, or with nothing; see that no warning or log is printed into the body.",
  ]),
  fault("json-in-json", ({ json }) => typeof json === "string", [
    "The answer is JSON in a JSON string: it was written as JSON twice.",
    "Give your framework the object, or the text, and not the text as an object.",
  ]),
  fault("not-an-object", ({ json }) => json !== undefined && !isObject(json), [
    'The answer is JSON and no object: "{trimmed}".',
    "Answer with an object; {} where there is nothing to do.",
  ]),
  fault("unsigned", ({ signature }) => signature === "", [
    "The answer{bodiless} is not signed: X-Mplus-Signature is missing.",
    "Sign the bytes of each answer with the subscription's secret, those of an empty one too.",
  ]),
  fault("signature", ({ mistakes }) => mistakes === undefined, [
    "The signature of the answer is wrong, and it is not made with this secret in any way that is known.",
    "Compare the secrets, and sign last, the bytes that go out: nothing may change the body after it.",
  ]),
  fault("signature", ({ mistakes }) => mistakes !== "", [
    "The signature of the answer is made {mistakes}.",
    "Sign the bytes that go out: base64 of HMAC-SHA256, keyed with the secret after base64-decoding.",
  ]),
  fault("content-type", ({ type, text }) => text !== "" && !isJsonType(type ?? ""), [
    'The answer says that it is "{type}".',
    "The answer has no Content-Type.",
    "Set Content-Type: application/json.",
  ]),
  fault("packed", ({ packing }) => packing !== "" && packing !== "identity", [
    'The answer is packed ("{packing}"), and nobody asked for it.',
    "Switch compression off for this path: whether a till can unpack is not known.",
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

/** A redirect leads to the event that a till appends to the endpoint. */
function sayWhereToGo({ location = "", sentTo, event, endpoint }: Facts): string {
  const href = URL.canParse(location, sentTo) ? new URL(location, sentTo).href.replace(/\/$/, "") : location;
  const wanted = href.endsWith(`/${event}`) ? href.slice(0, -event.length - 1) : href;
  return wanted === endpoint
    ? "Let the route answer as it is called: a till appends the event, and no slash after it."
    : `Set the endpoint URL up as ${quote(wanted)}, if that is your receiver.`;
}

const wantsTls = /plain HTTP(?: request was sent)? to|HTTP request to an HTTPS/i;

/** Whether a refusal in nobody's format is about the signature. */
const isOnSignature = /signature|hmac/i;

function isDenied({ status, error, text }: Facts): boolean {
  return [401, 403, 407].includes(status) && error === undefined && !isOnSignature.test(text);
}

function endsInEvent({ status, endpoint, event }: Facts): boolean {
  return status === 404 && endpoint.replace(/\/$/, "").endsWith(`/${event}`);
}

function refusesSignature({ status, error, text }: Facts): boolean {
  if (error !== undefined) return error === "INVALID_SIGNATURE";
  return [400, 401, 403].includes(status) && isOnSignature.test(text);
}
