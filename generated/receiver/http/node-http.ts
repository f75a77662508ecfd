// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import { createUnreadableBody } from "./body.js";
import { withSignal } from "../values/lazy-signal.js";
import type { RawRequest, RawResponse } from "../api/raw-message.js";
import type { Receiver } from "../api/receiver.js";

/** The listener that `http.createServer` and similar servers call. */
export interface NodeListener {
  (request: NodeRequest, response: ServerResponse): void;
  /** Refuses new requests with status 503; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** A Node request, with the body that earlier middleware may have left on it. */
export interface NodeRequest extends IncomingMessage, ParsedBody {}

/** What body parsers and platforms leave of a body that they have read. */
export interface ParsedBody {
  /** The parsed body. */
  readonly body?: unknown;
  /** The bytes as sent. */
  readonly rawBody?: unknown;
}

/** What a framework knows about a request, besides Node's own request. */
export interface NodeExchange {
  readonly event: string;
  readonly response: ServerResponse;
  readonly parsed: ParsedBody;
}

/** Creates a listener that answers every request. */
export function toNodeListener(
  receiver: Receiver,
  readEventName: (request: IncomingMessage) => string | undefined,
): NodeListener {
  const listen = (request: NodeRequest, response: ServerResponse): void => {
    const exchange = { event: readEventName(request) ?? "", response, parsed: request };
    receiver
      .receive(toRawRequest(request, exchange))
      .then((answer) => {
        if (!response.headersSent) write(response, answer);
      })
      // Writing failed: there is no other way to answer.
      .catch(() => response.destroy());
  };
  return Object.assign(listen, { close: () => receiver.close() });
}

/**
 * Converts a request whose body nobody has read, or whose bytes were kept. It reads few properties, and each once:
 * express gives every request a hidden class of its own, which makes each property slow to read.
 */
export function toRawRequest(
  request: IncomingMessage,
  { event, response, parsed }: NodeExchange,
): RawRequest {
  const { method = "", headers, rawHeaders } = request;
  const raw = {
    method,
    event,
    header: (name: string) => (name === "content-type" ? getContentType(headers, rawHeaders) : headers[name]),
    body: getBody(request, parsed),
    // A server keeps running by itself.
    waitUntil: () => undefined,
  };
  return withSignal(raw, () => watchClient(response));
}

/** Aborts when the client disconnects before it has its answer, or at once if it has. */
function watchClient(response: ServerResponse): AbortSignal {
  const client = new AbortController();
  const stop = (): void => {
    if (!response.writableFinished) client.abort();
  };
  if (response.closed) stop();
  else response.once("close", stop);
  return client.signal;
}

/** Node keeps the first of several content types; the receiver has to see them all. */
function getContentType(
  headers: IncomingHttpHeaders,
  rawHeaders: readonly string[],
): string | readonly string[] | undefined {
  const all = readAll(rawHeaders, "content-type");
  return all.length > 1 ? all : headers["content-type"];
}

/** Names and values alternate in Node's raw headers. */
function readAll(rawHeaders: readonly string[], name: string): readonly string[] {
  const values: string[] = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const key = rawHeaders[i] ?? "";
    if (key.length === name.length && key.toLowerCase() === name) values.push(rawHeaders[i + 1] ?? "");
  }
  return values;
}

function getBody(request: IncomingMessage, parsed: ParsedBody): RawRequest["body"] {
  const wasRead = request.readableDidRead || request.readableEncoding !== null;
  if (!wasRead) return request;
  const { body, rawBody } = parsed;
  if (Buffer.isBuffer(rawBody)) return rawBody;
  return Buffer.isBuffer(body) ? body : createUnreadableBody(alreadyRead);
}

const alreadyRead =
  "the body was parsed before it reached the Mplus receiver, so that its signature cannot be checked; " +
  "mount the receiver before express.json() or whatever else parses bodies, or keep its path out of that";

/** Writes an answer with its length. The headers are not copied: V8 would make a hidden class for each copy. */
function write(response: ServerResponse, { status, headers, body }: RawResponse): void {
  headers["Content-Length"] = String(Buffer.byteLength(body));
  response.writeHead(status, headers);
  response.end(body);
}
