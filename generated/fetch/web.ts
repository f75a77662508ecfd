// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import { createUnreadableError, type RawRequest, type RawResponse } from "../receiver/http.js";

/**
 * Converts a web request whose body nobody has read.
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
    body: readBody(request),
    // Some servers make a whole request for it.
    get signal() {
      return request.signal;
    },
    waitUntil,
  };
}

/** Reads a body at once if its length is known, because some servers then need no stream, which doubles the time of a request. */
async function* readBody(request: Request): AsyncGenerator<Uint8Array> {
  const isAtOnce = !request.bodyUsed && request.headers.has("content-length");
  const bytes = isAtOnce ? await request.arrayBuffer().catch(() => undefined) : undefined;
  if (bytes) {
    yield new Uint8Array(bytes);
    return;
  }
  const { body, bodyUsed, signal } = request;
  if (!signal.aborted && (bodyUsed || body?.locked === true)) throw createUnreadableError(alreadyRead);
  // The streams of some platforms cannot be iterated.
  const reader = body?.getReader();
  for (let piece = await reader?.read(); piece?.done === false; piece = await reader?.read())
    yield piece.value;
}

const alreadyRead =
  "the body was read before it reached the Mplus receiver, so that its signature cannot be checked; " +
  "hand the request over as it came, and read a clone of it elsewhere";

/** Converts an answer to a web response: its text goes out as UTF-8, which is what was signed. */
export function toWebResponse({ status, headers, body }: RawResponse): Response {
  return new Response(body, { status, headers });
}
