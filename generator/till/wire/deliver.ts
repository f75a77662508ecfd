import type { Fault, Finding } from "../api/till.js";
import { isObject, type Json, type JsonObject } from "../../json.js";
import { post, type PostResult } from "./post.js";
import type { FailureKind } from "./post-failure.js";
import { sign } from "./sign.js";

/** Where requests go, and how they are signed. */
export interface Line {
  readonly url: string;
  readonly subscription: string;
  readonly secret: string;
  readonly deadline: number;
  readonly fetch: typeof fetch | undefined;
  readonly signal: AbortSignal;
}

/** A request as it goes over the wire. */
export interface Sent {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Signs the request of an event. */
export function toSent(event: string, request: JsonObject, { url, subscription, secret }: Line): Sent {
  const body = JSON.stringify(request);
  return {
    url: `${url}/${event}`,
    headers: {
      "Content-Type": "application/json",
      Accept: "application/json",
      "X-Mplus-Subscription-Id": subscription,
      "X-Mplus-Signature": sign(Buffer.from(body), secret),
    },
    body,
  };
}

/** Sends a request, on a way on which something may go wrong: once, unless it comes twice. */
export async function deliver({ url, headers, body }: Sent, line: Line, fault?: Fault): Promise<PostResult> {
  const { deadline, fetch, signal } = line;
  const bytes = Buffer.from(body);
  const request = { url, headers, deadline, fetch, signal };
  if (fault === "slow") return post({ ...request, body: drip(bytes) });
  if (fault !== "gone") return post({ ...request, body: bytes });
  // Not AbortSignal.timeout(): Node 20 may collect what nothing but AbortSignal.any() refers to.
  const hangUp = new AbortController();
  const timer = setTimeout(() => hangUp.abort(), patience);
  const posting = post({ ...request, body: bytes, signal: AbortSignal.any([signal, hangUp.signal]) });
  return posting.finally(() => clearTimeout(timer));
}

/** How long a till waits that hangs up, and what it waits between two pieces of a slow body, in milliseconds. */
const [patience, pause] = [50, 50];

/** A body in ten pieces, with pauses between. */
function drip(bytes: Uint8Array): ReadableStream<Uint8Array> {
  const size = Math.ceil(bytes.length / 10);
  let at = 0;
  return new ReadableStream({
    pull: async (stream) => {
      await new Promise((resolve) => setTimeout(resolve, pause));
      stream.enqueue(bytes.subarray(at, at + size));
      at += size;
      if (at >= bytes.length) stream.close();
    },
  });
}

/** A request with properties in it that no known release has. */
export const makeNewer = (request: JsonObject): JsonObject => ({
  ...Object.fromEntries(
    Object.entries(request).map(([name, part]): [string, Json] => [
      name,
      isObject(part) ? { ...part, notKnownYet: { level: 1 } } : part,
    ]),
  ),
  notKnownYet: "A later release may have more to say.",
});

/** Why nothing came back. */
export const describeSilence = ({ cause }: Extract<PostResult, { kind: "none" }>): Finding => ({
  code: cause.kind,
  message: `No answer came: ${silences[cause.kind]}${cause.message === "" ? "" : ` (${cause.message})`}.`,
});

const silences: Readonly<Record<FailureKind, string>> = {
  "bad-url": "the URL is none that a till can call",
  "unknown-host": "the name of the host is not known",
  refused: "nothing listens there",
  unreachable: "there is no way to the host",
  "no-connection": "there was no connection in time",
  certificate: "the certificate is not to be trusted",
  tls: "the two ends do not agree on TLS",
  "hung-up": "the connection was closed",
  "not-http": "what came is not HTTP",
  deadline: "it took too long",
  "too-long": "it is too long",
  packed: "it says that it is packed, and cannot be unpacked",
  ended: "the waiting was ended",
  other: "the connection failed",
};
