import { getErrorCode, isErrorObject } from "../../base/problem/problem.js";

/** Leaves out the extra properties that some runtimes give `fetch`. */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface PostRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A stream is sent in the pieces that it yields. */
  readonly body?: Uint8Array | ReadableStream<Uint8Array> | undefined;
  /** Default: `POST`. */
  readonly method?: string | undefined;
  /** For the whole answer with its body, in milliseconds of real time. */
  readonly deadline: number;
  readonly fetch?: Fetch | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Limit of the answer's body, in bytes. Default: 10 MiB. */
  readonly maxBytes?: number | undefined;
}

/** A response, or the reason why none came. Durations are in milliseconds. */
export type PostResult =
  | {
      readonly kind: "reply";
      readonly status: number;
      /** By lower-case name; repeated headers are joined with commas. */
      readonly headers: Readonly<Record<string, string>>;
      /** The bytes that the signature covers: decompressed if `content-encoding` says so, otherwise as received. */
      readonly body: Uint8Array;
      readonly duration: number;
    }
  | { readonly kind: "none"; readonly cause: PostFailure; readonly duration: number };

/**
 * Sends a request without following redirects and reads the whole response. Never throws. Each request opens a new
 * connection, so that none fails because an earlier one was closed.
 */
export async function post(request: PostRequest): Promise<PostResult> {
  const { deadline, signal } = request;
  const started = performance.now();
  const getDuration = () => Math.round(performance.now() - started);
  const limit = new AbortController();
  const expire = () => limit.abort(stopWith("deadline", `waited ${deadline} ms`));
  // The caller's own reason for the abort takes precedence.
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

/** In milliseconds. A timer with a longer delay fires at once. */
export const maxTimeout = 2 ** 31 - 1;

/** Rejects on abort, because a custom `fetch` may ignore the signal. */
const failAt = async (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason as Error));
  });

/** With `redirect: "manual"` Node returns the status and `location` of a redirect; browsers hide both. */
async function fetchReply(request: PostRequest, signal: AbortSignal) {
  const { url, method = "POST", body, fetch: carry = fetch, maxBytes = maxAnswer } = request;
  const headers = { connection: "close", "accept-encoding": "identity", ...request.headers };
  const reply = await carry(url, {
    method,
    headers,
    redirect: "manual",
    signal,
    ...(body && { body: ArrayBuffer.isView(body) ? new Uint8Array(body) : body }),
    ...(body && !ArrayBuffer.isView(body) && { duplex: "half" as const }),
  });
  const bytes = await readBytes((reply.body ?? []) as AsyncIterable<Uint8Array>, maxBytes);
  if (!bytes) throw stopWith("too-long", `more than ${maxBytes} bytes`);
  return { status: reply.status, headers: Object.fromEntries(reply.headers), body: bytes };
}

/** Limit of an answer's body, in bytes, unless a request has its own. */
export const maxAnswer = 10 * 2 ** 20;

/** Undefined if there are more than `maxBytes`. Leaving the loop then ends the iterator. */
export async function readBytes(
  body: AsyncIterable<Uint8Array>,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of body) {
    length += piece.length;
    if (length > maxBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

export interface PostFailure {
  readonly kind: PostFailureKind;
  /** The error code of the system or the network library, such as `ECONNREFUSED`. */
  readonly code: string;
  readonly message: string;
}

export type PostFailureKind = keyof typeof postFailures;

/** In words that follow "No answer came:". */
export const postFailures = {
  "bad-url": "the URL cannot be called",
  "unknown-host": "the host name does not resolve",
  refused: "nothing listens there",
  unreachable: "the host is not reachable",
  "no-connection": "no connection in time",
  certificate: "the certificate is not trusted",
  // This also happens if only one end speaks TLS.
  tls: "the TLS handshake failed",
  "hung-up": "the connection was closed",
  "not-http": "the response is not HTTP",
  deadline: "it took too long",
  "too-long": "the response is too long",
  packed: "the response cannot be decompressed",
  ended: "the request was cancelled",
  other: "the connection failed",
} as const;

/** Patterns for error codes, or for the message of an error without a code. The first match wins. */
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
  ["too-long", /^ERR_BUFFER_TOO_LARGE$/],
  ["packed", /^Z_/],
];

export const stopWith = (kind: PostFailureKind, message: string): Error =>
  new Error(message, { cause: { kind, code: "", message } satisfies PostFailure });

/** The abort reason if it is a failure, otherwise `ended`. */
const explainEnd = (reason: unknown): Error =>
  isErrorObject(reason) && isFailure(reason.cause) ? reason : stopWith("ended", "cancelled by the caller");

/** Looks through the causes of an error. */
export function toPostFailure(thrown: unknown): PostFailure {
  const errors = listCauses(thrown);
  const own = errors.find((error): error is PostFailure => isFailure(error));
  if (own) return own;
  const known = errors.flatMap((error) => {
    const code = getErrorCode(error);
    const kind = findFailureKind(code, describeError(error)) ?? (isOfParser(error) ? "not-http" : undefined);
    return kind ? [{ kind, code, message: describeError(error) }] : [];
  });
  // The innermost cause is the most precise.
  const last = errors.at(-1);
  return known.at(-1) ?? { kind: "other", code: getErrorCode(last), message: describeError(last) };
}

/** Innermost last. If several addresses of a host failed, follows the last one. */
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

/** Since Node 24, errors of its HTTP parser have no code. */
const isOfParser = (error: unknown): boolean => isErrorObject(error) && error.name === "HTTPParserError";

const findFailureKind = (code: string, message: string): PostFailureKind | undefined =>
  patterns.find(([, pattern]) => pattern.test(code || message))?.[0];
