import { gzipSync } from "node:zlib";
import { hmac, key, notFound, receiver, secret, type Ways } from "./receiver.js";
import type { Call } from "../examination.js";
import { http, nobody, tcp, type Outgoing, type Start } from "./serve.js";

/** A server that is not as it should be, and the sentence that names it. */
export interface WrongServer extends Call {
  readonly start: Start;
  readonly id: string;
  /** The complaint, with `HOST` for the host and `SIZE` for that of the request. */
  readonly says: string;
  /** What the doctor says, where that is another sentence; `PORT` for "Port" and its number. */
  readonly doctor?: string;
}

/** The id of a complaint, a colon and its sentence; and the server, or servers, of which that is said. */
type Servers = Readonly<Record<string, Start | readonly Start[] | Omit<WrongServer, "id" | "says">>>;

const list = (servers: Servers): readonly WrongServer[] =>
  Object.entries(servers).flatMap(([complaint, each]) => {
    const [, id = "", says = ""] = /^([a-z0-9-]+): (.*)$/.exec(complaint) ?? [];
    if (typeof each !== "function" && "start" in each) return [{ id, says, ...each }];
    return [each].flat().map((start) => ({ id, says, start }));
  });

/** Everything right but for what goes out. */
const sends = (change: (outgoing: Outgoing) => Outgoing): Start => http(receiver({ send: change }));

/** Everything right but for what it answers. */
const answers = (body: string): Start => http(receiver({ answer: () => body }));

/** Takes everything, and signs in its own way. */
const signs = (sign: Ways["sign"]): Start => http(receiver({ refuse: () => undefined, sign }));

const refuses = (code: string): Start => http(receiver({ refuse: () => code }));

const withHeader = (name: string, value: string) => (outgoing: Outgoing) => ({
  ...outgoing,
  headers: { ...outgoing.headers, [name]: value },
});

/** The same to every request. */
const fixed = (status: number, headers: Outgoing["headers"] = {}, body: Outgoing["body"] = ""): Start =>
  http(() => ({ status, headers, body }));

const html = { "content-type": "text/html" };
const json = { "content-type": "application/json" };
const otherKey: Ways["sign"] = (body) => hmac(Buffer.alloc(32, 1), body).toString("base64");
const textAsKey: Ways["sign"] = (body) => hmac(Buffer.from(secret), body).toString("base64");
const good = http(receiver());

const silent = list({
  "refused: Nothing listens at HOST: the connection is refused.": {
    start: nobody,
    doctor: "PORT does not take the connection (ECONNREFUSED).",
  },
  "tls: HOST speaks http at this port, and the URL says https.": { start: good, scheme: "https://" },
  "hung-up: HOST takes the request and hangs up without a whole answer.": [
    tcp((socket) => socket.end()),
    tcp((socket) => socket.resetAndDestroy()),
    tcp((socket) => socket.end("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{")),
  ],
  "not-http: What listens at HOST does not speak HTTP.": tcp((socket) =>
    socket.end("SSH-2.0-OpenSSH_9.2\r\n"),
  ),
  "too-long: The answer of HOST has no end: more than 10485760 bytes came.": fixed(
    200,
    json,
    Buffer.alloc(11 * 2 ** 20, " "),
  ),
  "packed: The answer says that it is packed (Content-Encoding), and it cannot be unpacked.": fixed(
    200,
    { ...json, "content-encoding": "gzip" },
    "{}",
  ),
});

const elsewhere = "https://shop.example/mplus/scanCode";
const inFront = list({
  [`redirect: The server redirects (301) to "${elsewhere}"; no source says that a till follows.`]: fixed(
    301,
    { location: elsewhere },
  ),
  "trailing-slash: The URL ends in a slash, so that the till posts to /mplus//scanCode, where there is nothing (status 404).":
    { start: good, path: "/mplus/" },
  "double-slash: There is nothing at //mplus/scanCode (status 404): two slashes stand in a row.": {
    start: good,
    path: "//mplus",
  },
  "path-missing: There is nothing at /scanCode (status 404), and the endpoint URL has no path.": {
    start: good,
    path: "",
  },
  "not-found: The server runs, and has nothing at /Mplus/hooks/scanCode for POST (status 404).": {
    start: good,
    path: "/Mplus/hooks",
  },
  "event-in-url: The URL ends in scanCode already, so that the till posts to /mplus/scanCode/scanCode.": {
    start: good,
    path: "/mplus/scanCode",
  },
  "login: A login page came (status 200): something before your receiver wants a password.": fixed(
    200,
    html,
    "<!DOCTYPE html><form><input name=p type='password'></form>",
  ),
  "tunnel: The tunnel answers in the place of your server (status 200).": fixed(
    200,
    html,
    "<!DOCTYPE html><title>You are about to visit x.ngrok-free.app</title>",
  ),
  'tunnel: The tunnel answers in the place of your server (status 404, "ERR_NGROK_3200").': fixed(404, {
    "ngrok-error-code": "ERR_NGROK_3200",
  }),
  "html: A web page came in the place of an answer (status 200, HTML).": [
    fixed(200, html, "\n<html><body>Welcome</body></html>"),
    fixed(200, html, notFound),
  ],
  'access: Access is denied (status 401) by something before the receiver, which wants "Basic realm=\\"staging\\"".':
    fixed(401, { "www-authenticate": 'Basic realm="staging"' }),
  "access: Access is denied (status 403), by something before the receiver or by the receiver itself.": fixed(
    403,
    html,
    "<html>Forbidden</html>",
  ),
  'method: /mplus/scanCode does not take POST (status 405, it takes "GET, HEAD").': fixed(405, {
    allow: "GET, HEAD",
  }),
  "method: /mplus/scanCode does not take POST (status 501).": fixed(501, html, "<!DOCTYPE HTML>"),
  "gateway: A proxy answers that it does not reach the server behind it (status 502).": fixed(502, html),
  "tls: The server speaks https at the port of http://HOST/mplus, and the URL says http.": fixed(
    400,
    html,
    "<html>400 The plain HTTP request was sent to HTTPS port</html>",
  ),
});

const refusing = list({
  "signature-refused: The receiver refuses the signature (INVALID_SIGNATURE): it has another secret, or does not verify the raw bytes with the decoded one.":
    http(receiver({ sign: otherKey })),
  "signature-refused: The receiver refuses the signature (INVALID_SIGNATURE), and has the secret: it works with the text of the secret as the key, which has to be base64-decoded first.":
    http(receiver({ sign: textAsKey })),
  "signature-refused: The receiver refuses the signature (INVALID_SIGNATURE), and has the secret: it verifies other bytes than came.":
    http(receiver({ verified: (body) => Buffer.from(JSON.stringify(JSON.parse(body.toString()), null, 1)) })),
  "signature-refused: The receiver refuses the signature (status 401): it has another secret, or does not verify the raw bytes with the decoded one.":
    fixed(401, json, '{"message":"Bad signature"}'),
  "signature-lost: The receiver misses the signature (NO_SIGNATURE), which was sent.":
    refuses("NO_SIGNATURE"),
  'unknown-subscription: The receiver does not know the subscription "shop-12" (INVALID_SUBSCRIPTION_ID).':
    refuses("INVALID_SUBSCRIPTION_ID"),
  "too-large: A body of SIZE bytes is too large for the server (status 413).": fixed(413),
  'content-type: The server does not take a body of the type "application/json" (status 415).': fixed(415),
  'too-many: The server says that it gets too many requests (status 429, try again after "60").': fixed(429, {
    "retry-after": "60",
  }),
  'failed: The receiver says that it failed (status 500, "DOWN: No database").': sends((outgoing) => ({
    ...outgoing,
    status: 500,
    body: '{"error":{"code":"DOWN","message":"No database"}}',
  })),
  'crashed: The server failed (status 500) with "Error TypeError: x is not a function", not in the format of an error.':
    fixed(
      500,
      html,
      "<html><title>Error</title><style>p { a > b }</style><pre>TypeError: x is not a function</pre></html>",
    ),
  'refused-by-receiver: The receiver refuses the event (status 400, "CLOSED_ON_SUNDAYS").':
    refuses("CLOSED_ON_SUNDAYS"),
  'status: The server refuses the request with status 418 and "short and stout".': fixed(
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
  "signature: The signature of the answer is wrong, and it is not made with this secret in any way that is known.":
    signs(otherKey),
  "signature: The signature of the answer is made in hex in place of base64.": signs((body) =>
    hmac(key, body).toString("hex"),
  ),
  "signature: The signature of the answer is made over other bytes than are sent: JSON that was written again, without spaces.":
    sends((outgoing) => ({ ...outgoing, body: "{ }\n" })),
  'not-json: The answer is not JSON: "OK".': answers("OK"),
  "byte-order-mark: The answer begins with a byte order mark, which JSON must not have.": answers("\ufeff{}"),
  "json-in-json: The answer is JSON in a JSON string: it was written as JSON twice.": answers('"{}"'),
  'not-an-object: The answer is JSON and no object: "[]".': answers("[]"),
  'content-type: The answer says that it is "text/html; charset=UTF-8".': sends(
    withHeader("content-type", "text/html; charset=UTF-8"),
  ),
  'error-with-200: The receiver says that it failed ("NOT_TODAY"), with status 200.': http(
    receiver({ refuse: () => "NOT_TODAY", send: (outgoing) => ({ ...outgoing, status: 200 }) }),
  ),
  'unknown-property: At /scanCode/recognised of the answer: There is no property "recognised" here. Did you mean "recognized"?':
    answers('{"scanCode":{"recognised":true,"recognized":true}}'),
  "other-success: The answer has status 204; documented are 200, and 400 for errors.": fixed(204),
});

export const wrongServers = [...silent, ...inFront, ...refusing, ...wrongAnswers];

/** Answers that a till takes, and another one may not. */
export const doubtfulServers = list({
  'packed: The answer is packed ("gzip"), and nobody asked for it.': sends((outgoing) => ({
    ...withHeader("content-encoding", "gzip")(outgoing),
    body: gzipSync(outgoing.body),
  })),
  "unsigned: The answer, which has no body, is not signed: X-Mplus-Signature is missing.": fixed(200),
});

const head = `Content-Type: application/json\r\nX-MPLUS-SIGNATURE: ${hmac(key, Buffer.from("{}")).toString("base64")}\r\n`;

/** Servers that do it otherwise, and right. */
export const rightServers: readonly (readonly [name: string, start: Start])[] = [
  ["HTTP/1.0, with a header in capitals", tcp((socket) => socket.end(`HTTP/1.0 200 OK\r\n${head}\r\n{}`))],
  [
    "chunks",
    tcp((socket) =>
      socket.end(`HTTP/1.1 200 OK\r\n${head}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n`),
    ),
  ],
];
