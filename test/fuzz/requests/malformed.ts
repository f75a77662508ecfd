import type { WireRequest } from "../../conformance/wire-message.js";
import { toHeaderLines } from "../../conformance/wire.js";
import { listOf, oneOf, type Draw } from "../../workbench/draw.js";
import { drawRequest } from "./requests.js";
import { mutate } from "../signatures/signatures.js";

/** Draws bytes for a socket: requests that HTTP allows and the receiver rejects, and bytes that are not HTTP. */
export function drawMalformed(draw: Draw): Buffer {
  return Buffer.from(oneOf(draw, kinds)(draw), "latin1");
}

const kinds: readonly ((draw: Draw) => string)[] = [
  (draw) => mutate(draw, toText(drawRequest(draw))),
  (draw) => mutate(draw, mutate(draw, toText(drawRequest(draw)))),
  (draw) => toText(drawRequest(draw)).replace("\r\n", () => `\r\n${oneOf(draw, badHeaders)}\r\n`),
  (draw) => oneOf(draw, badLines) + toText(drawRequest(draw)).replace(/^.*/, ""),
  (draw) => cut(draw, toText(drawRequest(draw))),
  (draw) => `${head}Transfer-Encoding: chunked\r\n\r\n${oneOf(draw, badChunks)}`,
  (draw) => oneOf(draw, otherProtocols),
  (draw) => listOf(draw, 1, 400, () => String.fromCharCode(draw.below(256))).join(""),
  (draw) => toText(drawRequest(draw)),
];

const head =
  "POST /mplus/scanCode HTTP/1.1\r\nHost: x\r\nX-Mplus-Subscription-Id: shop-12\r\nX-Mplus-Signature: x\r\n";

const badHeaders = [
  ...["-1", "abc", "1e9", "9".repeat(20), "10485760", "1, 1", ""].map((each) => `Content-Length: ${each}`),
  ...["chunked", "gzip", "chunked\r\nContent-Length: 5"].map((each) => `Transfer-Encoding: ${each}`),
  ...["Content-Length: 3\r\nContent-Length: 4", "Expect: 100-continue", "Expect: junk", "Connection: close"],
  ...["Upgrade: websocket\r\nConnection: Upgrade", ": x", "Bad Header: x", "X\0: y", "X: \0", " X: y", "X"],
  ...[`X: ${"y".repeat(20_000)}`, "Host: a\r\nHost: b", "X-Mplus-Signature: \xff\xfe", "Cookie: \x01"],
];

/** First lines without a request, or with a target other than a path. */
const badLines = [
  ...["", "POST", "POST /mplus/scanCode", "POST /mplus/scanCode HTTP/9.9", "POST /mplus/scanCode HTTP/1.0"],
  ...["POST ", "post", "POSTX", "CONNECT", "TRACE"].map((method) => `${method} /mplus/scanCode HTTP/1.1`),
  ...["*", "http://x:99999/mplus/scanCode", "http:///mplus/scanCode", "??", "http://[", "/mplus/\xff"].map(
    (path) => `POST ${path} HTTP/1.1`,
  ),
  ...["%ZZ", "../mplus/./scanCode", "/scanCode", "x".repeat(10_000)].map(
    (path) => `POST /mplus/${path} HTTP/1.1`,
  ),
];

const badChunks = [
  ...["zz\r\n{}\r\n", "-1\r\n{}", "ffffffffffffffffff\r\n{}"],
  ...["2;x=y\r\n{}\r\n0\r\n\r\n", "2\r\n{}x", "2\r\n{"],
  ...["", "2\r\n{}\r\n0\r\nBad Trailer\r\n\r\n", `2;${"x".repeat(20_000)}\r\n{}\r\n0\r\n\r\n`, "0\r\n\r\n"],
];

const otherProtocols = [
  ...["PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03", "SSH-2.0-x\r\n"],
  ...["\r\n\r\n", "GET /\n\n", "{}", "\0".repeat(100), "HTTP/1.1 200 OK\r\n\r\n", "EHLO x\r\n"],
];

const cut = (draw: Draw, text: string): string => text.slice(0, draw.below(text.length));

/** Formats a request with one character per byte. A chunked body has one chunk. */
function toText(request: WireRequest): string {
  const { method, path, framing } = request;
  const body = Buffer.from(request.body).toString("latin1");
  const lines = [["Host", "x"], ...toHeaderLines(request)].map((line) => `${line.join(": ")}\r\n`);
  const chunk = body === "" ? "" : `${body.length.toString(16)}\r\n${body}\r\n`;
  const sent = framing === "chunked" ? `${chunk}0\r\n\r\n` : body;
  return `${method} ${path} HTTP/1.1\r\n${lines.join("")}\r\n${sent}`;
}
