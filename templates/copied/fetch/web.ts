import { requestOverhead } from "../receiver/protocol/body-budget.js";
import { createUnreadableError } from "../receiver/protocol/body.js";
import type { RawRequest, RawResponse } from "../receiver/base/options.js";

/**
 * Converts a request with an unread body.
 * @param waitUntil Keeps the platform running for work after the answer.
 */
export const toRawRequest = (
  request: Request,
  event: string,
  waitUntil: RawRequest["waitUntil"],
): RawRequest => new RawWebRequest(request, event, waitUntil);

class RawWebRequest implements RawRequest {
  readonly method: string;
  readonly event: string;
  readonly path: string;
  readonly body: AsyncIterable<Uint8Array>;
  readonly waitUntil: RawRequest["waitUntil"];
  readonly #request: Request;

  constructor(request: Request, event: string, waitUntil: RawRequest["waitUntil"]) {
    this.method = request.method;
    this.event = event;
    this.path = request.url;
    this.body = readBody(request);
    this.waitUntil = waitUntil;
    this.#request = request;
  }

  header(name: string): string | undefined {
    return this.#request.headers.get(name) ?? undefined;
  }

  /** Read late, because some servers create a whole request for the signal. */
  get signal(): AbortSignal {
    return this.#request.signal;
  }
}

/**
 * Reads a small body of known length in one piece. Some servers then skip the stream, which would double the time of a
 * request. The receiver must see a larger body grow.
 */
async function* readBody(request: Request): AsyncGenerator<Uint8Array> {
  const length = Number(request.headers.get("content-length") ?? NaN);
  const isAtOnce = !request.bodyUsed && length <= requestOverhead;
  const bytes = isAtOnce ? await request.arrayBuffer().catch(() => undefined) : undefined;
  if (bytes) {
    yield new Uint8Array(bytes);
    return;
  }
  const { body, bodyUsed, signal } = request;
  if (!signal.aborted && (bodyUsed || body?.locked === true)) throw createUnreadableError(alreadyRead);
  // On some platforms, streams are not iterable.
  const reader = body?.getReader();
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read())
    yield piece.value;
}

const alreadyRead =
  "the body was read before it reached the Mplus receiver, so its signature cannot be checked; " +
  "pass the request on unread, and read a clone of it elsewhere";

/** Sends the text as UTF-8, because the signature is over its UTF-8 bytes. */
export function toWebResponse({ status, headers, body }: RawResponse): Response {
  return new Response(body, { status, headers });
}
