// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { createUnreadableError, createUnreadableBody } from "./body.js";
import type { RawRequest, RawResponse } from "../api/raw-message.js";

/**
 * Converts a web request.
 * @param waitUntil Keeps a platform running that stops once it has answered.
 */
export function toRawRequest(
  request: Request,
  event: string,
  waitUntil: RawRequest["waitUntil"],
): RawRequest {
  return {
    method: request.method,
    event,
    header: (name) => request.headers.get(name) ?? undefined,
    body: getBody(request),
    signal: request.signal,
    waitUntil,
  };
}

/** Converts an answer to a web response: its text goes out as UTF-8, which is what was signed. */
export function toWebResponse({ status, headers, body }: RawResponse): Response {
  return new Response(body, { status, headers });
}

/** Avoids `request.body` if possible: some platforms then build a stream, which costs more than all the rest. */
function getBody(request: Request): RawRequest["body"] {
  if (request.bodyUsed) return createUnreadableBody(alreadyRead);
  if (request.headers.has("content-length")) return toIterable(readAtOnce(request));
  const { body } = request;
  if (body?.locked === true) return createUnreadableBody(alreadyRead);
  return body === null ? new Uint8Array() : toIterable(readInPieces(body));
}

type Read = () => Promise<IteratorResult<Uint8Array>>;

const toIterable = (next: Read): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next }),
});

/** For a body whose Content-Length the receiver has checked. */
function readAtOnce(request: Request): Read {
  let isRead = false;
  return async () => {
    if (isRead) return { done: true, value: undefined };
    isRead = true;
    // Only on failure, because reading `request.body` is what costs.
    const bytes = await request.arrayBuffer().catch((error: unknown) => {
      throw request.body?.locked === true ? createUnreadableError(alreadyRead) : error;
    });
    return { value: new Uint8Array(bytes) };
  };
}

/** With a reader, because the streams of some platforms cannot be iterated. */
function readInPieces(stream: ReadableStream<Uint8Array>): Read {
  const reader = stream.getReader();
  // Put anew: in the types of Deno the last result need not have a value.
  return async () => {
    const piece = await reader.read();
    return piece.done ? { done: true, value: undefined } : { value: piece.value };
  };
}

const alreadyRead =
  "the body was read before it reached the Mplus receiver, so that its signature cannot be checked; " +
  "hand the request over as it came, and read a clone of it elsewhere";
