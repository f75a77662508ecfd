import { quote } from "../../text/quote.js";
import type { FailureKind } from "../../till/wire/post-failure.js";
import { fault, type Facts, type ServerFault } from "../facts.js";

/** What to say of each reason for which there is no reply. */
const missing: Readonly<Record<FailureKind, ServerFault["said"]>> = {
  "bad-url": [
    ({ endpoint, reason }: Facts) => `${quote(endpoint)} is no URL to post to: ${sayWhyBadUrl(reason)}.`,
    "Give a whole URL with host and path, such as https://example.com/mplus.",
  ],
  "unknown-host": [
    "There is no host {host}: its name cannot be resolved.",
    "Check how it is spelt, and whether its DNS entry is there yet.",
  ],
  refused: [
    "Nothing listens at {host}: the connection is refused.",
    "Start the server, and compare its port and address: one that listens on localhost only is not reached from elsewhere.",
  ],
  unreachable: [
    "There is no way to {host} from here ({code}).",
    "Check the address, the network and the firewall.",
  ],
  "no-connection": [
    "{host} does not answer at all: no connection in time.",
    "Open the port in the firewall; a wrong address or a machine that is off looks the same.",
  ],
  certificate: [
    ({ host, code, reason }: Facts) =>
      `The certificate of ${host} ${certificates[code] ?? `is not to be trusted: ${quote(reason)}`}.`,
    "Install one for this host from a known authority, with its intermediate certificates; what tills accept is not documented.",
  ],
  tls: ["{host} and this machine do not agree on TLS ({code}).", "Switch TLS 1.2 or 1.3 on at the server."],
  "hung-up": [
    "{host} takes the request and hangs up without a whole answer.",
    "Look in the server's log for a crash at this moment; a proxy that is set up for another host does it too.",
  ],
  "not-http": ["What listens at {host} does not speak HTTP.", "Compare the port with that of your server."],
  deadline: [
    "{host} sends no whole answer in time: {reason}.",
    "Answer first and work later: a cashier waits. A handler that never ends looks the same, and so does a firewall; how long a till waits is not known.",
  ],
  "too-long": [
    "The answer of {host} has no end: {reason} came.",
    "Answer with what the till is to do, and nothing else.",
  ],
  packed: [
    "The answer says that it is packed (Content-Encoding), and it cannot be unpacked.",
    "Switch compression off for this path: nobody asked for it.",
  ],
  ended: ["The call was ended before there was an answer.", "Call again."],
  other: [
    'The request to {host} failed: "{reason}".',
    "Try it with curl -v from the same machine, which says more.",
  ],
};

function sayWhyBadUrl(reason: string): string {
  if (reason.includes("credentials")) return "it has a user name in it";
  if (reason.includes("bad port")) return "its port is one that web clients refuse";
  return reason.includes("scheme") ? "it begins with neither http:// nor https://" : "it is not a URL";
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

const isPlain = /WRONG_VERSION|PACKET_LENGTH|HTTP_REQUEST/;

/** Why there is no reply. The first that fits is the one. */
export const noReply: readonly ServerFault[] = [
  fault("tls", ({ speaksTls }) => speaksTls, [
    "{host} speaks https, and the URL says http.",
    "Begin the URL with https://.",
  ]),
  fault("tls", ({ missing, code }) => missing === "tls" && isPlain.test(code), [
    "{host} speaks http at this port, and the URL says https.",
    "Name the port that has TLS, or begin the URL with http:// where it is for trying out.",
  ]),
  ...Object.entries(missing).map(([kind, said]) => fault(kind, (facts) => facts.missing === kind, said)),
];
