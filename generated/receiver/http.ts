// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Problem } from "../validators/results.js";
import { signWith } from "./signature.js";
import { getCode, isContainer, isError, isObject, tryToRead, type JsonObject, type Keys } from "./values.js";

/** A request as it came in, whatever the framework. */
export interface RawRequest {
  /** HTTP method, in upper case. */
  readonly method: string;
  /** The last segment of the URL's path, not decoded: the name of the event. */
  readonly event: string;
  /** Reads a header by its name in lower case; several headers of one name may come as a list. */
  header(name: string): string | readonly string[] | undefined;
  /** The bytes as sent, never decoded or serialised again, because the signature is over them. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Aborts when the client has gone; handlers get it. */
  readonly signal?: AbortSignal | undefined;
  /** Keeps the platform running for work after the answer. Without it, as in a frozen function, the answer waits for the work. */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** An answer, to be sent unchanged: the signature in its headers is over the UTF-8 bytes of its body. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** The protocol of the webhooks, without a framework. */
export interface Receiver {
  /** Answers one request. Never rejects: whatever goes wrong becomes an answer and a line in the log. */
  receive(request: RawRequest): Promise<RawResponse>;
  /** Refuses new requests with status 503 from now on; resolves when those in flight are answered. */
  close(): Promise<void>;
}

/** An answer whose body is ready to be sent. */
export interface Reply {
  readonly status: number;
  readonly text: string;
  /** The code of the error in the text, if any. */
  readonly code: string | undefined;
}

export const emptyReply: Reply = { status: 200, text: "{}", code: undefined };

/** The reason why a request is refused, in the vendor's format. */
export class Refusal extends Error implements Reply {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    // JSON.stringify of an object would call a toJSON that some library has put on all objects.
    this.text = `{"error":{"code":${JSON.stringify(code)},"message":${JSON.stringify(message)}}}`;
    this.headers = headers;
  }
}

/** Whether what was thrown is a refusal. Anything can be thrown: a proxy may throw again when it is looked at. */
export const isRefusal = (thrown: unknown): thrown is Refusal =>
  tryToRead(() => thrown instanceof Refusal) === true;

const refuse = (...refusal: ConstructorParameters<typeof Refusal>): Refusal => new Refusal(...refusal);

const closing = { Connection: "close" };

/** The refusals that do not depend on the body, with the vendor's own codes; status 400 unless HTTP has a better one. */
export const refusals = {
  methodNotAllowed: refuse(405, "METHOD_NOT_ALLOWED", "Events are delivered with POST.", { Allow: "POST" }),
  unknownEvent: refuse(404, "UNKNOWN_EVENT", "There is no such event here."),
  bodyTooLarge: refuse(413, "BODY_TOO_LARGE", "The body is larger than this receiver reads.", closing),
  bodyTooSlow: refuse(408, "BODY_TOO_SLOW", "The body did not arrive in time.", closing),
  bodiesTooMany: refuse(503, "TOO_MANY_BODIES", "Too many unfinished bodies are being received.", closing),
  bodyBrokenOff: refuse(400, "INVALID_DATA", "The body broke off before its end.", closing),
  bodyEncoded: refuse(415, "INVALID_CONTENT_ENCODING", "A body must be sent without a content encoding."),
  noSubscriptionId: refuse(400, "NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing."),
  unknownSubscription: refuse(400, "INVALID_SUBSCRIPTION_ID", "The subscription is not known here."),
  noSignature: refuse(400, "NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
  wrongSignature: refuse(400, "INVALID_SIGNATURE", "The signature does not belong to this body."),
  noContentType: refuse(400, "NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: refuse(400, "INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: refuse(400, "INVALID_JSON", "The body is not JSON in UTF-8."),
  noEvent: refuse(400, "INVALID_DATA", "The body holds no event."),
  notAnObject: refuse(400, "INVALID_DATA", "The body must be a JSON object."),
  nestedTooDeeply: refuse(400, "INVALID_DATA", "The body is nested too deeply."),
  handlerFailed: refuse(500, "INTERNAL_ERROR", "The receiver failed to handle this event."),
  tooMuchAtOnce: refuse(429, "TOO_MUCH_AT_ONCE", "Too much of this subscription is being handled already."),
  stillRunning: refuse(503, "STILL_RUNNING", "The same event is still being handled."),
  inboxUnavailable: refuse(503, "INBOX_UNAVAILABLE", "The event could not be stored; send it again."),
  shuttingDown: refuse(503, "SHUTTING_DOWN", "The receiver is shutting down.", closing),
};

/** The refusal of a body that does not match its type: it shows the first problem. `required` names the event's own objects. */
export function refuseBody(problems: readonly Problem[], required: readonly string[]): Refusal {
  const [problem] = problems;
  if (problem === undefined) return refusals.notAnObject;
  const prefix = problem.path === "" ? "" : `${problem.path}: `;
  return new Refusal(400, getVendorCode(problem, required), prefix + problem.message);
}

function getVendorCode({ code, path }: Problem, required: readonly string[]): string {
  if (code !== "missing-property") return "INVALID_DATA";
  if (path === "/scanCode/scannedCode") return "NO_SCANNED_CODE";
  return required.includes(path.slice(1)) ? "NO_EVENT_DETAILS" : "INVALID_DATA";
}

/** Converts a reply to a response, and signs it if the request's sender was verified; nothing is signed for strangers. */
export async function toResponse(
  reply: Reply,
  sender: { readonly keys: Keys } | undefined,
  isLast: boolean,
): Promise<RawResponse> {
  const { status, text: body } = reply;
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    // Prevents compression, because the signature is over these bytes.
    "Cache-Control": "no-transform",
  };
  if (reply instanceof Refusal) Object.assign(headers, reply.headers);
  // A connection that is kept alive would delay the end of the process.
  if (isLast) headers["Connection"] = "close";
  if (sender) headers["X-Mplus-Signature"] = await signWith(sender.keys[0], body);
  return { status, headers, body };
}

/** Reads a header as one text; a comma joins several of one name, as in HTTP. Serverless adapters set numbers. */
export function readHeader(request: RawRequest, name: string): string {
  const value: unknown = request.header(name) ?? "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Refuses a compressed body: the signature is over the bytes before any encoding, and unpacking could flood memory. */
export function checkEncoding(request: RawRequest): void {
  if (!/^(?:identity)?$/i.test(readHeader(request, "content-encoding"))) throw refusals.bodyEncoded;
}

/** Refuses all but `application/json`, with any parameters: JSON is UTF-8 whatever they say. */
export function checkContentType(request: RawRequest): void {
  const contentType = readHeader(request, "content-type");
  if (contentType === "") throw refusals.noContentType;
  if (!/^application\/json[\t ]*(?:;[^,]*)?$/i.test(contentType)) throw refusals.wrongContentType;
}

/** Skips a byte order mark, as RFC 8259 allows. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** Reads the id of the subscription. It may be UTF-8, but libraries read the bytes of a header as Latin-1. */
export function readSubscriptionId(request: RawRequest): string {
  const text = readHeader(request, "x-mplus-subscription-id");
  if (/^[ -~]*$/.test(text) || Array.from(text).some((character) => character > "\u00ff")) return text;
  try {
    return utf8.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** The option of targets without a framework that strips the base path. */
export interface BasePath {
  /** The path before the name of the event: `/mplus` for `POST /mplus/scanCode`. Default: none. */
  readonly basePath?: string | undefined;
}

/**
 * Creates the reader of event names. It takes a path or a whole URL, and returns the rest after the base path, in which `:shop`
 * matches any one segment; undefined outside it. Nothing is decoded, so that an event has one spelling.
 */
export function createEventNameReader(basePath = ""): (target: string | undefined) => string | undefined {
  const base = splitPath(basePath);
  return (target = "") => {
    const path = /^(?:https?:\/\/[^/?#]*)?\/([^?#]*)/i.exec(target)?.[1];
    if (path === undefined) return undefined;
    const segments = splitPath(path);
    const isBelow = base.every((part, index) => /^(?::|\*$)/.test(part) || part === segments[index]);
    return isBelow && segments.length >= base.length ? segments.slice(base.length).join("/") : undefined;
  };
}

/** Without empty segments: an endpoint URL that ends in a slash comes to `/mplus//scanCode`. */
const splitPath = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

type BodyLimits = Readonly<Record<"bodyLimit" | "bodyTimeout" | "receivingLimit", number>>;

/** Creates the reader of bodies, which rejects with a {@link Refusal}, or with an Error for a body that was read before. */
export function createBodyReader({ bodyLimit, bodyTimeout, receivingLimit }: BodyLimits) {
  /** Ends the reading of each body that is arriving, oldest first. */
  const arriving = new Set<(refusal: Refusal) => void>();
  return async ({ body, signal }: RawRequest): Promise<Uint8Array> => {
    if (ArrayBuffer.isView(body)) {
      if (body.length > bodyLimit) throw refusals.bodyTooLarge;
      return body;
    }
    let isOver = false;
    let giveUp!: (refusal: Refusal) => void;
    const givenUp = new Promise<never>((_resolve, reject) => (giveUp = reject));
    const breakOff = (): void => giveUp(refusals.bodyBrokenOff);
    const timer = setTimeout(() => giveUp(refusals.bodyTooSlow), bodyTimeout);
    // Only Node's timers are objects; the socket of an unfinished body keeps the process alive.
    (timer as { readonly unref?: () => unknown }).unref?.();
    if (signal?.aborted) breakOff();
    signal?.addEventListener("abort", breakOff);
    arriving.add(giveUp);
    // A till sends its body at once, so the body that has been arriving for longest makes room.
    const [oldest] = arriving;
    if (arriving.size > receivingLimit) oldest?.(refusals.bodiesTooMany);
    try {
      return await Promise.race([givenUp, collect(body, bodyLimit, () => isOver)]);
    } finally {
      isOver = true;
      arriving.delete(giveUp);
      clearTimeout(timer);
      signal?.removeEventListener("abort", breakOff);
    }
  };
}

/** Collects the chunks in one buffer, because an object for each chunk of one byte would take hundreds. */
async function collect(body: unknown, limit: number, isOver: () => boolean): Promise<Uint8Array> {
  if (!isObject(body) || !(Symbol.asyncIterator in body)) throw createUnreadableError(notBytes);
  // Not `for await`: leaving its loop would destroy the stream, and with it the socket that the refusal goes out on.
  const chunks = (body as unknown as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  let bytes = new Uint8Array();
  let size = 0;
  for (;;) {
    const next: IteratorResult<unknown, unknown> = await chunks.next().catch((fault: unknown) => {
      throw isError(fault) && getCode(fault) === unreadable ? fault : refusals.bodyBrokenOff;
    });
    if (next.done === true || isOver()) return bytes.subarray(0, size);
    // Not `instanceof`: test runners have a realm of their own.
    if (!ArrayBuffer.isView(next.value)) throw createUnreadableError(notBytes);
    const chunk = next.value as Uint8Array;
    const end = size + chunk.length;
    if (end > limit) throw refusals.bodyTooLarge;
    if (end > bytes.length) {
      const grown = new Uint8Array(Math.min(limit, 2 * end));
      grown.set(bytes);
      bytes = grown;
    }
    bytes.set(chunk, size);
    size = end;
  }
}

const notBytes = "the body of a RawRequest must be bytes, or a stream of bytes, as they came";

const unreadable = "MPLUS_UNREADABLE_BODY";

/** The error of a body that was read before: the receiver answers 500 and logs the reason. */
export const createUnreadableError = (reason: string): Error =>
  Object.assign(new Error(reason), { code: unreadable });

/** A body that was read before. */
export const createUnreadableBody = (reason: string): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(createUnreadableError(reason)) }),
});

/** Decodes a body. @throws TypeError if it is not UTF-8. */
export const readText = (bytes: Uint8Array): string => utf8.decode(bytes);

/** Reads the JSON object of a body. @throws Refusal */
export function parseBody(bytes: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readText(bytes));
  } catch {
    throw refusals.notJson;
  }
  if (!isObject(value)) throw refusals.notAnObject;
  return value;
}

/** In levels. No real body has as many, and recursive functions can handle them. */
const maxNesting = 1000;

/** Whether a body is nested so deeply that a recursive function may have run out of stack on it. */
export function isTooDeep(body: JsonObject): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxNesting) return true;
    const values = level.flatMap((value) => Object.values(value as object) as unknown[]);
    level = values.filter(isContainer);
  }
  return false;
}
