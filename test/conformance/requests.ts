import type { Framing, WireRequest } from "./wire-message.js";
import { secret, signatureOf } from "./signature.js";

export interface Post {
  readonly method?: string;
  readonly event?: string;
  /** Default: the event below `/mplus`. */
  readonly path?: string;
  /** Bytes or strings unchanged; anything else as JSON. */
  readonly body?: unknown;
  /** Default: {@link secret}. */
  readonly key?: string;
  /** By name, in any case: replaces a header; null omits it; a list repeats it. */
  readonly headers?: Readonly<Record<string, Value>>;
  readonly framing?: Framing;
}

/** Values of the protocol's headers: null for none, a list for several. */
type Value = string | readonly string[] | null;
export const signedWith = (value: Value) => ({ headers: { "X-Mplus-Signature": value } });
export const sentBy = (value: Value) => ({ headers: { "X-Mplus-Subscription-Id": value } });
export const encoded = (value: Value) => ({ headers: { "Content-Encoding": value } });
export const withheld = (length: number, headers: Post["headers"] = {}) =>
  ({ framing: "withheld", headers: { "Content-Length": `${length}`, ...headers } }) as const;

export function post(change: Post = {}): WireRequest {
  const {
    method = "POST",
    event = "scanCode",
    path = `/mplus/${event}`,
    body = scan(),
    key = secret,
  } = change;
  const bytes = toBytes(body);
  const good = {
    "X-Mplus-Subscription-Id": "shop-12",
    "X-Mplus-Signature": signatureOf(bytes, key),
    "Content-Type": "application/json",
    Accept: "application/json",
  };
  const { headers = {}, framing = "length" } = change;
  return { method, path, headers: toLines(good, headers), body: bytes, framing };
}

export function eventOf(objects: object, event: object = {}): object {
  return {
    event: {
      eventBlocking: true,
      eventPolling: false,
      eventCounter: 1041,
      eventTimestamp: "2024-09-12T14:26:50.004+02:00",
      ...event,
    },
    sender: { branchNumber: 2, workplaceNumber: 12, instanceId: "057d75c5-a2d4-4295-9965-6b42767e5527" },
    session: { sessionId: "72fcd792-1ba9-4a9c-b87f-37128b8a6132", lines: [] },
    ...objects,
  };
}

/** The code is a marker. Tests search for it where no part of a body may appear. */
export function scan(objects: object = {}, event: object = {}): object {
  return eventOf({ scanCode: { scannedCode: canary, codeType: "barcode" }, ...objects }, event);
}

/** Occurs in bodies, and must not occur in logs. */
export const canary = "CANARY-8711234567890";

function toBytes(body: unknown): Uint8Array {
  if (body instanceof Uint8Array) return body;
  return Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
}

function toLines(
  good: Readonly<Record<string, string>>,
  changes: Required<Post>["headers"],
): WireRequest["headers"] {
  const changed = new Set(Object.keys(changes).map((name) => name.toLowerCase()));
  const kept = Object.entries(good).filter(([name]) => !changed.has(name.toLowerCase()));
  const added = Object.entries(changes).flatMap(([name, value]) =>
    [value ?? []].flat().map((each) => [name, each] as const),
  );
  return [...kept, ...added];
}
