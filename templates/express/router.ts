import type { IncomingMessage, ServerResponse } from "node:http";
import { createUnreadableBody } from "../receiver/body.js";
import type { RawRequest, RawResponse } from "../receiver/raw-message.js";
import type { Receiver } from "../receiver/receiver.js";

/** What `app.use` takes, in express 5 and 4: an express request and response are node's own and more. */
export interface MplusRouter {
  (request: ExpressRequest, response: ServerResponse): void;
  /** Refuses new requests with status 503; resolves when those under way are answered. */
  close(): Promise<void>;
}

/** The parts of an express request that are used here. */
export interface ExpressRequest extends IncomingMessage {
  /** What a body parser left. */
  body?: unknown;
  /** What some platforms and parsers leave beside it: the bytes as sent. */
  rawBody?: unknown;
}

/**
 * Makes a receiver into a request handler for `app.use("/mplus", …)`. It answers whatever comes to its
 * path, and reads the body itself: mount it before `express.json()`.
 */
export function toExpressHandler(receiver: Receiver): MplusRouter {
  const handle = (request: ExpressRequest, response: ServerResponse): void => {
    // Only a log that throws gets here, and then there is nothing left to say.
    exchange(receiver, request, response).catch(() => response.destroy());
  };
  return Object.assign(handle, { close: () => receiver.close() });
}

async function exchange(
  receiver: Receiver,
  request: ExpressRequest,
  response: ServerResponse,
): Promise<void> {
  const client = new AbortController();
  response.once("close", () => {
    if (!response.writableFinished) client.abort();
  });
  const answer = await receiver.receive(toRawRequest(request, client.signal));
  if (!client.signal.aborted && !response.headersSent) write(response, answer);
}

function toRawRequest(request: ExpressRequest, signal: AbortSignal): RawRequest {
  return {
    method: request.method ?? "",
    event: getLastSegment(request.url),
    header: (name) => getHeader(request, name),
    body: getBody(request),
    signal,
  };
}

/** The path below the mount point. It is not decoded, so that an event has one spelling. */
function getLastSegment(url = ""): string {
  return /^(?:https?:\/\/[^/?]*)?\/([^?]*)/i.exec(url)?.[1] ?? "";
}

/** Of several content types node keeps the first; the receiver has to know of the others. */
function getHeader(request: IncomingMessage, name: string): string | readonly string[] | undefined {
  const value = request.headers[name];
  if (name !== "content-type" || value === undefined) return value;
  const { rawHeaders } = request;
  const isName = (text = "") => text.length === name.length && text.toLowerCase() === name;
  const all = rawHeaders.filter((_, index) => index % 2 === 1 && isName(rawHeaders[index - 1]));
  return all.length > 1 ? all : value;
}

function getBody(request: ExpressRequest): RawRequest["body"] {
  if (Buffer.isBuffer(request.rawBody)) return request.rawBody;
  if (Buffer.isBuffer(request.body)) return request.body;
  const isTouched = request.readableDidRead || request.readableEncoding !== null;
  return isTouched ? createUnreadableBody(alreadyRead) : request;
}

const alreadyRead =
  "the body was parsed before it reached the Mplus router, so that its signature cannot be checked; " +
  "mount the router before express.json(), or give express.json() a path that excludes it";

/** Sets headers one by one, so that node adds the length of the body. */
function write(response: ServerResponse, { status, headers, body }: RawResponse): void {
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.end(body);
}
