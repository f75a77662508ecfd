import { getErrorCode } from "../../problem/problem.js";

/** Why there is no reply. */
export interface Failure {
  readonly kind: FailureKind;
  /** The name that the system or the network library has for it, such as `ECONNREFUSED`. */
  readonly code: string;
  /** Its own words, for what `kind` and `code` leave open. */
  readonly message: string;
}

export type FailureKind = keyof typeof failures;

/** Each reason why there is no reply, in words that follow "No answer came:". */
export const failures = {
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
const patterns: readonly (readonly [FailureKind, RegExp])[] = [
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
export const stopWith = (kind: FailureKind, message: string): Error =>
  new Error(message, { cause: { kind, code: "", message } satisfies Failure });

/** What to end a request with whose signal was aborted: the reason of that, if it says why there is no reply. */
export const explainEnd = (reason: unknown): Error =>
  reason instanceof Error && isFailure(reason.cause) ? reason : stopWith("ended", "ended by the caller");

/** Finds in what a request threw, and in what caused that, why there is no reply. */
export function explainFailure(thrown: unknown): Failure {
  const errors = listCauses(thrown);
  const own = errors.find((error): error is Failure => isFailure(error));
  if (own) return own;
  const known = errors.flatMap((error) => {
    const code = getErrorCode(error);
    const kind = findKind(code, describe(error)) ?? (isOfParser(error) ? "not-http" : undefined);
    return kind ? [{ kind, code, message: describe(error) }] : [];
  });
  // The innermost cause is the most exact one.
  const last = errors.at(-1);
  return known.at(-1) ?? { kind: "other", code: getErrorCode(last), message: describe(last) };
}

/** An error and all that caused it, the innermost last; where several addresses of a host were tried, what the last one said. */
function listCauses(thrown: unknown): readonly unknown[] {
  if (!(thrown instanceof Error)) return [thrown];
  const inner = thrown instanceof AggregateError ? (thrown.errors.at(-1) as unknown) : thrown.cause;
  return inner === undefined ? [thrown] : [thrown, ...listCauses(inner)];
}

const isFailure = (value: unknown): value is Failure =>
  typeof value === "object" && value !== null && "kind" in value && "code" in value;

const describe = (error: unknown): string =>
  error instanceof Error ? error.message || getErrorCode(error) || error.name : String(error);

/** Of node 24 on, what its HTTP parser throws has no code. */
const isOfParser = (error: unknown): boolean => error instanceof Error && error.name === "HTTPParserError";

const findKind = (code: string, message: string): FailureKind | undefined =>
  patterns.find(([, pattern]) => pattern.test(code || message))?.[0];
