import { gzipSync } from "node:zlib";
import { hmac, key, receiver } from "./receiver.js";
import { http, tcp, type Start } from "./serve.js";
import { fixed, sends, withHeader, type WrongServer } from "./wrong-server.js";

/** Answers that a till takes, and another one may not. */
export const doubtfulServers: readonly WrongServer[] = [
  {
    name: "gzip that nobody asked for",
    start: sends((outgoing) => ({
      ...withHeader("content-encoding", "gzip")(outgoing),
      body: gzipSync(outgoing.body),
    })),
    id: "packed",
    says: 'The answer is packed ("gzip"), and nobody asked for it.',
  },
  {
    name: "an empty answer that is not signed",
    start: fixed(200, {}, ""),
    id: "unsigned",
    says: "The answer, which has no body, is not signed: X-Mplus-Signature is missing.",
  },
];

/** Servers that do it otherwise, and right. */
export const rightServers: readonly { readonly name: string; readonly start: Start }[] = [
  { name: "a receiver", start: http(receiver()) },
  { name: "HTTP/1.0", start: tcp((socket) => socket.end(`HTTP/1.0 200 OK\r\n${signedHeaders("{}")}\r\n{}`)) },
  {
    name: "chunks",
    start: tcp((socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\n${signedHeaders("{}")}Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n1\r\n}\r\n0\r\n\r\n`,
      ),
    ),
  },
  {
    name: "headers in capitals",
    start: tcp((socket) =>
      socket.end(
        `HTTP/1.1 200 OK\r\n${signedHeaders("{}").replace("X-Mplus-Signature", "X-MPLUS-SIGNATURE")}\r\n{}`,
      ),
    ),
  },
];

const signedHeaders = (body: string): string =>
  `Content-Type: application/json\r\nX-Mplus-Signature: ${hmac(key, Buffer.from(body)).toString("base64")}\r\n`;
