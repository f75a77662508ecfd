import { gzipSync } from "node:zlib";
import { hmac, key, notFound, receiver, secret, type Ways } from "./receiver.js";
import type { Call } from "../examination.js";
import { http, nobody, tcp, type Outgoing, type Start } from "./serve.js";

export interface WrongServer extends Call {
  readonly start: Start;
  readonly id: string;
  /** `HOST` stands for the host, and `SIZE` for the size of the request. */
  readonly says: string;
}

/** Keys are the fault's id, a colon and its message. */
type Servers = Readonly<Record<string, Start | readonly Start[] | Omit<WrongServer, "id" | "says">>>;

const list = (servers: Servers): readonly WrongServer[] =>
  Object.entries(servers).flatMap(([complaint, each]) => {
    const [, id = "", says = ""] = /^([a-z0-9-]+): (.*)$/.exec(complaint) ?? [];
    if (typeof each !== "function" && "start" in each) return [{ id, says, ...each }];
    return [each].flat().map((start) => ({ id, says, start }));
  });

const sends = (change: (outgoing: Outgoing) => Outgoing): Start => http(receiver({ send: change }));

const answers = (body: string): Start => http(receiver({ answer: () => body }));

/** A receiver that accepts everything and signs in its own way. */
const signs = (sign: Ways["sign"]): Start => http(receiver({ refuse: () => undefined, sign }));

const refuses = (code: string): Start => http(receiver({ refuse: () => code }));

const withHeader = (name: string, value: string) => (outgoing: Outgoing) => ({
  ...outgoing,
  headers: { ...outgoing.headers, [name]: value },
});

const fixed = (status: number, headers: Outgoing["headers"] = {}, body: Outgoing["body"] = ""): Start =>
  http(() => ({ status, headers, body }));

const html = { "content-type": "text/html" };
const json = { "content-type": "application/json" };
const otherKey: Ways["sign"] = (body) => hmac(Buffer.alloc(32, 1), body).toString("base64");
const textAsKey: Ways["sign"] = (body) => hmac(Buffer.from(secret), body).toString("base64");
const good = http(receiver());

const silent = list({
  "refused: Nothing listens at HOST: the connection was refused.": nobody,
  "tls: HOST speaks http on this port, but the URL says https.": { start: good, scheme: "https://" },
  "hung-up: HOST closed the connection before a complete answer.": [
    tcp((socket) => socket.end()),
    tcp((socket) => socket.resetAndDestroy()),
    tcp((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")),
  ],
  "not-http: The service at HOST does not speak HTTP.": tcp((socket) =>
    socket.end("SSH-2.0-OpenSSH_9.2\r\n"),
  ),
  "too-long: The answer from HOST is too long: more than 10485760 bytes.": fixed(
    200,
    json,
    Buffer.alloc(11 * 2 ** 20, " "),
  ),
  "packed: The answer has a Content-Encoding but cannot be decompressed.": fixed(
    200,
    { ...json, "content-encoding": "gzip" },
    "{}",
  ),
});

const elsewhere = "https://shop.example/mplus/scanCode";
const inFront = list({
  [`redirect: The server redirects (301) to "${elsewhere}"; whether the POS follows is not documented.`]:
    fixed(301, { location: elsewhere }),
  "trailing-slash: The URL ends in a slash, so the POS posts to /mplus//scanCode and gets status 404.": {
    start: good,
    path: "/mplus/",
  },
  "double-slash: //mplus/scanCode has two slashes in a row and gets status 404.": {
    start: good,
    path: "//mplus",
  },
  "path-missing: The server has nothing at /scanCode (status 404), and the endpoint URL has no path.": {
    start: good,
    path: "",
  },
  "not-found: The server runs but has no POST route at /Mplus/hooks/scanCode (status 404).": {
    start: good,
    path: "/Mplus/hooks",
  },
  "event-in-url: The URL already ends in scanCode, so the POS posts to /mplus/scanCode/scanCode.": {
    start: good,
    path: "/mplus/scanCode",
  },
  "login: The answer is a login page (status 200): something in front of your receiver asks for a password.":
    fixed(200, html, "<!DOCTYPE html><form><input name=p type='password'></form>"),
  "tunnel: The tunnel answered instead of your server (status 200).": fixed(
    200,
    html,
    "<!DOCTYPE html><title>You are about to visit x.ngrok-free.app</title>",
  ),
  'tunnel: The tunnel answered instead of your server (status 404, "ERR_NGROK_3200").': fixed(404, {
    "ngrok-error-code": "ERR_NGROK_3200",
  }),
  "html: The answer is a web page (status 200, HTML).": [
    fixed(200, html, "\n<html><body>Welcome</body></html>"),
    fixed(200, html, notFound),
  ],
  'access: Something in front of the receiver denied access (status 401) and asks for "Basic realm=\\"staging\\"".':
    fixed(401, { "www-authenticate": 'Basic realm="staging"' }),
  "access: The receiver or something in front of it denied access (status 403).": fixed(
    403,
    html,
    "<html>Forbidden</html>",
  ),
  'method: /mplus/scanCode does not accept POST (status 405; it allows "GET, HEAD").': fixed(405, {
    allow: "GET, HEAD",
  }),
  "method: /mplus/scanCode does not accept POST (status 501).": fixed(501, html, "<!DOCTYPE HTML>"),
  "gateway: A proxy cannot reach the server behind it (status 502).": fixed(502, html),
  "tls: The server speaks https on the port of http://HOST/mplus, but the URL says http.": fixed(
    400,
    html,
    "<html>400 The plain HTTP request was sent to HTTPS port</html>",
  ),
});

const refusing = list({
  "signature-refused: The receiver rejects the signature (INVALID_SIGNATURE): it has another secret, or does not verify the raw bytes with the decoded secret.":
    http(receiver({ sign: otherKey })),
  "signature-refused: The receiver rejects the signature (INVALID_SIGNATURE) even though it has the secret: it signs with the text of the secret as the key, which must be base64-decoded first.":
    http(receiver({ sign: textAsKey, signsAll: true })),
  "signature-refused: The receiver rejects the signature (INVALID_SIGNATURE) even though it has the secret: it does not verify the bytes that were sent.":
    http(
      receiver({
        signsAll: true,
        verified: (body) => Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)),
      }),
    ),
  "signature-refused: The receiver rejects the signature (status 401): it has another secret, or does not verify the raw bytes with the decoded secret.":
    fixed(401, json, '{"message":"Bad signature"}'),
  "signature-lost: The receiver did not find the signature that was sent (NO_SIGNATURE).":
    refuses("NO_SIGNATURE"),
  'unknown-subscription: The receiver does not know the subscription "shop-12" (INVALID_SUBSCRIPTION_ID).':
    refuses("INVALID_SUBSCRIPTION_ID"),
  "too-large: A body of SIZE bytes is too large for the server (status 413).": fixed(413),
  'content-type: The server does not accept the content type "application/json" (status 415).': fixed(415),
  'too-many: The server limits the rate of requests (status 429, retry after "60").': fixed(429, {
    "retry-after": "60",
  }),
  'failed: The receiver reports an error (status 500, "DOWN: No database").': sends((outgoing) => ({
    ...outgoing,
    status: 500,
    body: '{"error":{"code":"DOWN","message":"No database"}}',
  })),
  'crashed: The server failed (status 500) with "Error TypeError: x is not a function", which is not the documented error format.':
    fixed(
      500,
      html,
      "<html><title>Error</title><style>p { a > b }</style><pre>TypeError: x is not a function</pre></html>",
    ),
  'refused-by-receiver: The receiver rejects the event (status 400, "CLOSED_ON_SUNDAYS").':
    refuses("CLOSED_ON_SUNDAYS"),
  'status: The server rejects the request with status 418 and "short and stout".': fixed(
    418,
    { "content-type": "text/plain" },
    "short and stout",
  ),
});

const wrongAnswers = list({
  "unsigned: The answer is not signed: X-Mplus-Signature is missing.": sends((outgoing) => ({
    ...outgoing,
    headers: json,
  })),
  "signature: The signature of the answer is wrong, and no common mistake with this secret explains it.":
    signs(otherKey),
  "signature: The signature of the answer was made in hex instead of base64.": signs((body) =>
    hmac(key, body).toString("hex"),
  ),
  "signature: The signature of the answer was made over bytes other than those sent: JSON serialized again, without spaces.":
    sends((outgoing) => ({ ...outgoing, body: "{ }\n" })),
  'not-json: The answer is not JSON: "OK".': answers("OK"),
  "byte-order-mark: The answer starts with a byte order mark, which JSON must not have.": answers("\ufeff{}"),
  "json-in-json: The answer is JSON inside a JSON string: it was serialized twice.": answers('"{}"'),
  'not-an-object: The answer is JSON but not an object: "[]".': answers("[]"),
  'content-type: The Content-Type of the answer is "text/html; charset=UTF-8".': sends(
    withHeader("content-type", "text/html; charset=UTF-8"),
  ),
  'error-with-200: The receiver reports an error ("NOT_TODAY") with status 200.': http(
    receiver({ refuse: () => "NOT_TODAY", send: (outgoing) => ({ ...outgoing, status: 200 }) }),
  ),
  'unknown-property: In the answer at /scanCode/recognised: There is no property "recognised" here. Did you mean "recognized"?':
    answers('{"scanCode":{"recognised":true,"recognized":true}}'),
  "other-success: The answer has status 204; only 200, and 400 for errors, are documented.": fixed(204),
});

export const wrongServers = [...silent, ...inFront, ...refusing, ...wrongAnswers];

/** Our till accepts these responses, but another till may not. */
export const doubtfulServers = list({
  'packed: The answer is compressed ("gzip"), but the request did not ask for it.': sends((outgoing) => ({
    ...withHeader("content-encoding", "gzip")(outgoing),
    body: gzipSync(outgoing.body),
  })),
  "unsigned: The answer, which has no body, is not signed: X-Mplus-Signature is missing.": fixed(200),
});

const head = `Content-Type: application/json\r\nX-MPLUS-SIGNATURE: ${hmac(key, Buffer.from("{}")).toString("base64")}\r\n`;

export const rightServers: readonly (readonly [name: string, start: Start])[] = [
  ["HTTP/1.0, with a header in capitals", tcp((socket) => socket.end(`HTTP/1.0 200 OK\r\n${head}\r\n{}`))],
  [
    "chunks",
    tcp((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n`),
    ),
  ],
];
