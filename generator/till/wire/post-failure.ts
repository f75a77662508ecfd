import { getErrorCode } from "../../problem/problem.js";

/** Why there is no reply. */
export interface Failure {
  readonly kind: FailureKind;
  /** The name that the system or the network library has for it, such as `ECONNREFUSED`. */
  readonly code: string;
  /** Its own words, for what `kind` and `code` leave open. */
  readonly message: string;
}

export type FailureKind =
  /** The URL is none that a request can be made to. */
  | "bad-url"
  | "unknown-host"
  /** The host is there, and nothing listens at the port. */
  | "refused"
  /** No way to the host. */
  | "unreachable"
  /** No connection in time. */
  | "no-connection"
  /** The certificate is not one to trust for this host. */
  | "certificate"
  /** The two ends do not agree on TLS, or only one of them speaks it. */
  | "tls"
  /** The connection was closed before the reply was complete. */
  | "hung-up"
  /** What came is not HTTP. */
  | "not-http"
  /** Connected, and the reply did not come, or not wholly, before the deadline. */
  | "deadline"
  /** The reply's body is longer than what is read. */
  | "too-long"
  /** The reply says that its body is packed, and it cannot be unpacked. */
  | "packed"
  /** `signal` ended it. */
  | "ended"
  | "other";

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
  kindsByCode[code] ?? patterns.find(([pattern]) => pattern.test(code || message))?.[1];

const kindsByCode: Readonly<Record<string, FailureKind>> = {
  ERR_INVALID_URL: "bad-url",
  ENOTFOUND: "unknown-host",
  EAI_AGAIN: "unknown-host",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "unreachable",
  ENETUNREACH: "unreachable",
  EADDRNOTAVAIL: "unreachable",
  EACCES: "unreachable",
  ETIMEDOUT: "no-connection",
  UND_ERR_CONNECT_TIMEOUT: "no-connection",
  ECONNRESET: "hung-up",
  EPIPE: "hung-up",
  UND_ERR_SOCKET: "hung-up",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "hung-up",
  HPE_INVALID_EOF_STATE: "hung-up",
  UND_ERR_HEADERS_TIMEOUT: "deadline",
  UND_ERR_BODY_TIMEOUT: "deadline",
  UND_ERR_HEADERS_OVERFLOW: "not-http",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "certificate",
  UNABLE_TO_GET_ISSUER_CERT: "certificate",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "certificate",
  DEPTH_ZERO_SELF_SIGNED_CERT: "certificate",
  SELF_SIGNED_CERT_IN_CHAIN: "certificate",
};

/** Codes that come in families, and errors without a code. */
const patterns: readonly (readonly [RegExp, FailureKind])[] = [
  [/^CERT_|^ERR_TLS_CERT_|^INVALID_CA|^HOSTNAME_MISMATCH|^PATH_LENGTH_EXCEEDED/, "certificate"],
  [/^ERR_SSL_|^ERR_TLS_|^EPROTO$/, "tls"],
  [/^HPE_/, "not-http"],
  [/^Z_/, "packed"],
  [/^(Invalid URL|Failed to parse URL|unknown scheme|bad port|invalid URL)/i, "bad-url"],
  [/URL that includes credentials/, "bad-url"],
];
