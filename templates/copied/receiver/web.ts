import { createUnreadableBody, createUnreadableError } from "./body.js";
import type { RawRequest, RawResponse } from "./http.js";

/** A web request. Its signal is read only where it is needed: some servers make a whole request for it. */
export class WebRawRequest implements RawRequest {
  readonly method: string;
  readonly event: string;
  readonly body: RawRequest["body"];
  /** Keeps a platform running that stops once it has answered. */
  readonly waitUntil: RawRequest["waitUntil"];
  private readonly request: Request;

  constructor(request: Request, event: string, waitUntil: RawRequest["waitUntil"]) {
    this.method = request.method;
    this.event = event;
    this.body = getBody(request);
    this.waitUntil = waitUntil;
    this.request = request;
  }

  header(name: string): string | undefined {
    return this.request.headers.get(name) ?? undefined;
  }

  get signal(): AbortSignal {
    return this.request.signal;
  }
}

/** Converts an answer to a web response: its text goes out as UTF-8, which is what was signed. */
export function toWebResponse({ status, headers, body }: RawResponse): Response {
  return new Response(body, { status, headers });
}

/** Avoids `request.body` if possible: some platforms then build a stream, which costs more than all the rest. */
function getBody(request: Request): RawRequest["body"] {
  if (request.bodyUsed) return createUnreadableBody(alreadyRead);
  // Its length is checked before it is read.
  if (request.headers.has("content-length")) return () => readAtOnce(request);
  const { body } = request;
  if (body?.locked === true) return createUnreadableBody(alreadyRead);
  return body === null ? new Uint8Array() : readInPieces(body);
}

async function readAtOnce(request: Request): Promise<Uint8Array> {
  try {
    return new Uint8Array(await request.arrayBuffer());
  } catch (error) {
    // Only on failure, because reading `request.body` is what costs.
    const wasRead = !request.signal.aborted && request.body?.locked === true;
    throw wasRead ? createUnreadableError(alreadyRead) : error;
  }
}

/** With a reader, because the streams of some platforms cannot be iterated. */
function readInPieces(stream: ReadableStream<Uint8Array>): AsyncIterable<Uint8Array> {
  const reader = stream.getReader();
  // Put anew: in the types of Deno the last result need not have a value.
  const next = async (): Promise<IteratorResult<Uint8Array>> => {
    const piece = await reader.read();
    return piece.done ? { done: true, value: undefined } : { value: piece.value };
  };
  return { [Symbol.asyncIterator]: () => ({ next }) };
}

const alreadyRead =
  "the body was read before it reached the Mplus receiver, so that its signature cannot be checked; " +
  "hand the request over as it came, and read a clone of it elsewhere";
