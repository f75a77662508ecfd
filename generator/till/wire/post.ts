import { explainEnd, explainFailure, stopWith, type Failure } from "./post-failure.js";

/** One request to make, and how long to wait for its answer. */
export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A stream is sent in the pieces that it comes in. Undefined: no body. */
  readonly body?: Uint8Array | ReadableStream<Uint8Array> | undefined;
  /** Default: `POST`. */
  readonly method?: string | undefined;
  /** Milliseconds of real time for the whole answer, its body included. */
  readonly deadline: number;
  /** What carries the request, in the place of the network. */
  readonly fetch?: typeof fetch | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** How long a body is read, in bytes. Default: 10 MiB. */
  readonly maxBytes?: number | undefined;
}

/** What came of a request. Durations are milliseconds. */
export type PostResult =
  | {
      readonly kind: "reply";
      readonly status: number;
      /** By their names in lower case; of several lines, one value with commas. */
      readonly headers: Readonly<Record<string, string>>;
      /** The bytes that a signature is about: as they came, unpacked if `content-encoding` says that they were packed. */
      readonly body: Uint8Array;
      readonly duration: number;
    }
  | { readonly kind: "none"; readonly cause: Failure; readonly duration: number };

/**
 * Makes a request, follows no redirect, and reads the reply wholly. Never throws: whatever goes wrong is in the result. Each
 * request has a connection of its own, so that none fails because the one before it was closed.
 */
export async function post(request: PostRequest): Promise<PostResult> {
  const { deadline, signal } = request;
  const started = performance.now();
  const getDuration = () => Math.round(performance.now() - started);
  const limit = new AbortController();
  const expire = () => limit.abort(stopWith("deadline", `nothing complete after ${deadline} ms`));
  // A caller with a reason of its own for the end is believed.
  const stop = () => limit.abort(explainEnd(signal?.reason));
  const timer = setTimeout(expire, Math.min(deadline, maxTimeout));
  signal?.addEventListener("abort", stop);
  const ended = failAt(limit.signal);
  if (signal?.aborted) stop();
  try {
    const reply = await Promise.race([ask(request, limit.signal), ended]);
    return { kind: "reply", ...reply, duration: getDuration() };
  } catch (thrown) {
    return { kind: "none", cause: explainFailure(thrown), duration: getDuration() };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", stop);
  }
}

/** A longer time is none for a timer: it would be over at once. In milliseconds. */
export const maxTimeout = 2 ** 31 - 1;

/** Who carries a request in the place of the network need not mind the signal. */
const failAt = async (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

/** `redirect: "manual"`: node gives the reply with its status and `location`, where browsers hide both. */
async function ask(request: PostRequest, signal: AbortSignal) {
  const { url, method = "POST", body, fetch: carry = fetch, maxBytes = 10 * 2 ** 20 } = request;
  const headers = { connection: "close", "accept-encoding": "identity", ...request.headers };
  const reply = await carry(url, {
    ...{ method, headers, redirect: "manual", signal },
    ...(body && { body: body instanceof Uint8Array ? new Uint8Array(body) : body }),
    ...(body && !(body instanceof Uint8Array) && { duplex: "half" as const }),
  });
  const bytes = await readBody(reply, maxBytes);
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: bytes };
}

async function readBody(reply: Response, maxBytes: number): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // Breaking out of the loop cancels the stream.
  for await (const piece of (reply.body ?? []) as AsyncIterable<Uint8Array>) {
    length += piece.length;
    if (length > maxBytes) throw stopWith("too-long", `more than ${maxBytes} bytes`);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
