import type { Failure, FailureKind } from "../../till/wire/post-failure.js";
import { quote } from "../../text/quote.js";
import type { Complaint, Said } from "../complaint.js";
import type { Seen } from "../seen.js";

/** A request without a reply. */
interface Missed extends Seen {
  readonly cause: Failure;
}

/** Names what is wrong where there is no reply; undefined if there is one. */
export function nameMissingReply(seen: Seen): Complaint | undefined {
  const { result } = seen;
  if (result.kind === "reply") return undefined;
  const { cause } = result;
  const id = seen.speaksTls ? "tls" : cause.kind;
  const say = seen.speaksTls ? sayTlsIsSpoken : missing[cause.kind];
  return { id, ...say({ ...seen, cause }) };
}

const getHost = ({ endpoint }: Seen): string => (URL.canParse(endpoint) ? new URL(endpoint).host : endpoint);

const sayTlsIsSpoken = (seen: Seen): Said => ({
  message: `${getHost(seen)} speaks https, and the URL says http.`,
  change: "Begin the URL with https://.",
});

const missing: Readonly<Record<FailureKind, (seen: Missed) => Said>> = {
  "bad-url": ({ endpoint, cause }) => ({
    message: `${quote(endpoint)} is no URL to post to: ${sayWhyBadUrl(cause)}.`,
    change: "Give a whole URL with host and path, such as https://example.com/mplus.",
  }),
  "unknown-host": (seen) => ({
    message: `There is no host ${getHost(seen)}: its name cannot be resolved.`,
    change: "Check how it is spelt, and whether its DNS entry is there yet.",
  }),
  refused: (seen) => ({
    message: `Nothing listens at ${getHost(seen)}: the connection is refused.`,
    change:
      "Start the server, and compare its port and address: one that listens on localhost only is not reached from elsewhere.",
  }),
  unreachable: (seen) => ({
    message: `There is no way to ${getHost(seen)} from here (${seen.cause.code}).`,
    change: "Check the address, the network and the firewall.",
  }),
  "no-connection": (seen) => ({
    message: `${getHost(seen)} does not answer at all: no connection in time.`,
    change: "Open the port in the firewall; a wrong address or a machine that is off look the same.",
  }),
  certificate: (seen) => ({
    message: `The certificate of ${getHost(seen)} ${certificates[seen.cause.code] ?? `is not to be trusted: ${quote(seen.cause.message)}`}.`,
    change:
      "Install one for this host from a known authority, with its intermediate certificates; what tills accept is not documented.",
  }),
  tls: (seen) => ({
    message: /WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST/.test(seen.cause.code)
      ? `${getHost(seen)} speaks http at this port, and the URL says https.`
      : `${getHost(seen)} and this machine do not agree on TLS (${seen.cause.code}).`,
    change: /WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST/.test(seen.cause.code)
      ? "Name the port that has TLS, or begin the URL with http:// where it is for trying out."
      : "Switch TLS 1.2 or 1.3 on at the server.",
  }),
  "hung-up": (seen) => ({
    message: `${getHost(seen)} takes the request and hangs up without a whole answer.`,
    change:
      "Look in the server's log for a crash at this moment; a proxy that is set up for another host does it too.",
  }),
  "not-http": (seen) => ({
    message: `What listens at ${getHost(seen)} does not speak HTTP.`,
    change: "Compare the port with that of your server.",
  }),
  deadline: (seen) => ({
    message: `${getHost(seen)} sends no whole answer in time: ${seen.cause.message}.`,
    change:
      "Answer first and work later: a cashier waits. A handler that never ends looks the same, and so does a firewall; how long a till waits is not known.",
  }),
  "too-long": (seen) => ({
    message: `The answer of ${getHost(seen)} has no end: ${seen.cause.message} came.`,
    change: "Answer with what the till is to do, and nothing else.",
  }),
  packed: () => ({
    message: "The answer says that it is packed (Content-Encoding), and it cannot be unpacked.",
    change: "Switch compression off for this path: nobody asked for it.",
  }),
  ended: () => ({ message: "The call was ended before there was an answer.", change: "Call again." }),
  other: (seen) => ({
    message: `The request to ${getHost(seen)} failed: ${quote(seen.cause.message)}.`,
    change: "Try it with curl -v from the same machine, which says more.",
  }),
};

function sayWhyBadUrl({ message }: Failure): string {
  if (message.includes("credentials")) return "it has a user name in it";
  if (message.includes("bad port")) return "its port is one that web clients refuse";
  return message.includes("scheme") ? "it begins with neither http:// nor https://" : "it is not a URL";
}

/** What is wrong with a certificate, by the name that OpenSSL has for it. */
const certificates: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: "is self-signed",
  SELF_SIGNED_CERT_IN_CHAIN: "comes from an authority that nobody knows (self-signed in its chain)",
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet",
  CERT_REVOKED: "was revoked",
  ERR_TLS_CERT_ALTNAME_INVALID: "is for another host",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "comes without the intermediate certificate that vouches for it",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "comes from an authority that is not known here",
};
