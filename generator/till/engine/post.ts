import { getErrorCode, isErrorObject } from "../../base/problem/problem.js";

/** As `fetch`, which some runtimes have with more properties. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

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
  readonly fetch?: Fetch | undefined;
  /** Ends the waiting. */
  readonly signal?: AbortSignal | undefined;
  /** How long a body is read, in bytes. Default: 10 MiB. */
  readonly maxBytes?: number | undefined;
}

/** The result of a request. Durations are milliseconds. */
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
  | { readonly kind: "none"; readonly cause: PostFailure; readonly duration: number };

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
    const reply = await Promise.race([fetchReply(request, limit.signal), ended]);
    return { kind: "reply", ...reply, duration: getDuration() };
  } catch (thrown) {
    return { kind: "none", cause: toPostFailure(thrown), duration: getDuration() };
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
async function fetchReply(request: PostRequest, signal: AbortSignal) {
  const { url, method = "POST", body, fetch: carry = fetch, maxBytes = 10 * 2 ** 20 } = request;
  const headers = { connection: "close", "accept-encoding": "identity", ...request.headers };
  const reply = await carry(url, {
    method,
    headers,
    redirect: "manual",
    signal,
    ...(body && { body: ArrayBuffer.isView(body) ? new Uint8Array(body) : body }),
    ...(body && !ArrayBuffer.isView(body) && { duplex: "half" as const }),
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

/** Why there is no reply. */
export interface PostFailure {
  readonly kind: PostFailureKind;
  /** The name that the system or the network library has for it, such as `ECONNREFUSED`. */
  readonly code: string;
  /** Its own words, for what `kind` and `code` leave open. */
  readonly message: string;
}

export type PostFailureKind = keyof typeof postFailures;

/** Each reason why there is no reply, in words that follow "No answer came:". */
export const postFailures = {
  "bad-url": "the URL is none that a till can call",
  "unknown-host": "the name of the host is not known",
  refused: "nothing listens there",
  unreachable: "there is no way to the host",
  "no-connection": "there was no connection in time",
  certificate: "the certificate is not to be trusted",
  // Also where only one of the two ends speaks it.
  tls: "the two ends do not agree on TLS",
  "hung-up": "the connection was closed",
  "not-http": "what came is not HTTP",
  deadline: "it took too long",
  "too-long": "it is too long",
  packed: "it says that it is packed, and cannot be unpacked",
  ended: "the waiting was ended",
  other: "the connection failed",
} as const;

/** The codes by which each is known; of an error without a code, its words. The first that fits counts. */
const patterns: readonly (readonly [PostFailureKind, RegExp])[] = [
  ["bad-url", /^(?:ERR_INVALID_URL$|Invalid URL|Failed to parse URL|unknown scheme|bad port)/i],
  ["bad-url", /URL that includes credentials/],
  ["unknown-host", /^(?:ENOTFOUND|EAI_AGAIN)$/],
  ["refused", /^ECONNREFUSED$/],
  ["unreachable", /^(?:EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL|EACCES)$/],
  ["no-connection", /^(?:ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/],
  ["hung-up", /^(?:ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH)$/],
  ["hung-up", /^HPE_INVALID_EOF_STATE$/],
  ["not-http", /^(?:HPE_|UND_ERR_HEADERS_OVERFLOW$)/],
  ["deadline", /^UND_ERR_(?:HEADERS|BODY)_TIMEOUT$/],
  ["certificate", /^(?:CERT_|ERR_TLS_CERT_|INVALID_CA|HOSTNAME_MISMATCH|PATH_LENGTH_EXCEEDED)/],
  ["certificate", /^(?:UNABLE_TO_(?:VERIFY_LEAF|GET_ISSUER)_|(?:DEPTH_ZERO_)?SELF_SIGNED_CERT)/],
  ["tls", /^(?:ERR_SSL_|ERR_TLS_|EPROTO$)/],
  ["packed", /^Z_/],
];

/** An error that says by itself why there is no reply. */
export const stopWith = (kind: PostFailureKind, message: string): Error =>
  new Error(message, { cause: { kind, code: "", message } satisfies PostFailure });

/** What to end a request with whose signal was aborted: the reason of that, if it says why there is no reply. */
const explainEnd = (reason: unknown): Error =>
  isErrorObject(reason) && isFailure(reason.cause) ? reason : stopWith("ended", "ended by the caller");

/** Finds in what a request threw, and in what caused that, why there is no reply. */
export function toPostFailure(thrown: unknown): PostFailure {
  const errors = listCauses(thrown);
  const own = errors.find((error): error is PostFailure => isFailure(error));
  if (own) return own;
  const known = errors.flatMap((error) => {
    const code = getErrorCode(error);
    const kind = findFailureKind(code, describeError(error)) ?? (isOfParser(error) ? "not-http" : undefined);
    return kind ? [{ kind, code, message: describeError(error) }] : [];
  });
  // The innermost cause is the most exact one.
  const last = errors.at(-1);
  return known.at(-1) ?? { kind: "other", code: getErrorCode(last), message: describeError(last) };
}

/** An error and all that caused it, the innermost last; where several addresses of a host were tried, what the last one said. */
function listCauses(thrown: unknown): readonly unknown[] {
  if (!isErrorObject(thrown)) return [thrown];
  const inner =
    "errors" in thrown && Array.isArray(thrown.errors) ? (thrown.errors.at(-1) as unknown) : thrown.cause;
  return inner === undefined ? [thrown] : [thrown, ...listCauses(inner)];
}

const isFailure = (value: unknown): value is PostFailure =>
  typeof value === "object" && value !== null && "kind" in value && "code" in value;

const describeError = (error: unknown): string =>
  isErrorObject(error) ? error.message || getErrorCode(error) || error.name : String(error);

/** Of node 24 on, what its HTTP parser throws has no code. */
const isOfParser = (error: unknown): boolean => isErrorObject(error) && error.name === "HTTPParserError";

const findFailureKind = (code: string, message: string): PostFailureKind | undefined =>
  patterns.find(([, pattern]) => pattern.test(code || message))?.[0];
