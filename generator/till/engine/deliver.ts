import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { isObject, type JsonObject } from "../../base/json.js";
import { listen } from "./listen.js";
import { post, type Fetch, type PostResult } from "./post.js";
import { sign } from "./signature.js";

export type Fault =
  /** The body arrives in pieces over seconds. */
  | "slow"
  /** The till hangs up before the answer arrives. */
  | "gone"
  /** The same bytes arrive twice. */
  | "twice"
  /** The request arrives after the next one. */
  | "late"
  /** The request has properties and values that no known release has. */
  | "newer";

export interface Endpoint {
  readonly url: string;
  readonly subscription: string;
  readonly secret: string;
  readonly deadline: number;
  readonly fetch: Fetch | undefined;
  readonly signal: AbortSignal;
}

export interface SignedRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Appends an event to the path of an endpoint. A query stays behind the path; a fragment is never sent. */
export function toEventUrl(endpoint: string, event: string): string {
  const [, path = "", query = ""] = /^([^?#]*)(\?[^#]*)?/.exec(endpoint) ?? [];
  return `${path}/${event}${query}`;
}

/** The event that `toEventUrl` appended to an endpoint, or that a request's path ends in. */
export const readEventName = (url: string): string => url.split("?")[0]?.split("/").at(-1) ?? "";

export const signBody = (
  event: string,
  body: string,
  { url, subscription, secret }: Pick<Endpoint, "url" | "subscription" | "secret">,
): SignedRequest => ({
  url: toEventUrl(url, event),
  headers: {
    "Content-Type": "application/json",
    Accept: "application/json",
    "X-Mplus-Subscription-Id": subscription,
    "X-Mplus-Signature": sign(Buffer.from(body), secret),
  },
  body,
});

export async function deliver(
  { url, headers, body }: SignedRequest,
  line: Endpoint,
  fault?: Fault,
): Promise<PostResult> {
  const { fetch, signal } = line;
  const bytes = Buffer.from(body);
  const deadline = fault === "gone" ? patience : line.deadline;
  const slow = () => Readable.toWeb(Readable.from(drip(bytes))) as ReadableStream<Uint8Array>;
  const pieces = fault === "slow" ? slow() : bytes;
  return post({ url, headers, body: pieces, deadline, fetch, signal });
}

/** Milliseconds before a till with fault `gone` hangs up, and between two pieces of a slow body. */
const [patience, pause] = [50, 50];

async function* drip(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  const size = Math.ceil(bytes.length / 10);
  for (let at = 0; at < bytes.length; at += size) {
    await sleep(pause);
    yield bytes.subarray(at, at + size);
  }
}

/** Adds properties that no known release has. */
export function makeNewer(request: JsonObject): JsonObject {
  const parts = Object.entries(request).map(
    ([name, part]) => [name, isObject(part) ? { ...part, notKnownYet: { level: 1 } } : part] as const,
  );
  return { ...Object.fromEntries(parts), notKnownYet: "A later release may have more to say." };
}

export interface Callback {
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Opens a port on this machine. Any request to the URL counts as a callback, because the docs specify neither method
 * nor body. The path is random, because any process and any browser page on this machine can reach the port.
 */
export async function openCallback(onNews: () => void): Promise<Callback> {
  const path = `/callback/${randomUUID()}`;
  const server = createServer((request, response) => {
    const isOurs = request.url === path;
    request.resume();
    response.statusCode = isOurs ? 200 : 404;
    response.end();
    if (isOurs) onNews();
  });
  const { port, close } = await listen(server, 0);
  return { url: `http://127.0.0.1:${port}${path}`, close };
}
