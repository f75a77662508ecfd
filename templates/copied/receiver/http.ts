import type { Problem } from "../validators/results.js";
import { createBodyBudget } from "./body-budget.js";
import { signWith } from "./signature.js";
import { getCode, isContainer, isError, isObject, tryToRead, type JsonObject, type Keys } from "./values.js";

/** An incoming request, independent of the framework. */
export interface RawRequest {
  readonly method: string;
  /** The event's name: the last segment of the URL's path, not decoded. */
  readonly event: string;
  /** The URL's path as sent, or the URL, for the log. */
  readonly path?: string | undefined;
  /** Returns a header by its lower-case name. Repeated headers may be a list. */
  header(name: string): string | readonly string[] | undefined;
  /** The bytes as sent. The signature is over them, so never decode or reserialize them. */
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** Aborts when the client is gone; handlers get it. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Keeps the platform running for work after the answer. Without it, as in a serverless function, the answer waits for
   * the work.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** An answer. Send it unchanged: the signature in its headers is over the UTF-8 bytes of its body. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: string;
}

export interface Receiver {
  /** Answers a request. Never rejects: every failure becomes an answer and a log line. */
  receive(request: RawRequest): Promise<RawResponse>;
  /** Rejects new requests with status 503. Resolves when those in flight are answered. */
  close(): Promise<void>;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  readonly code: string | undefined;
}

export const emptyReply: Reply = { status: 200, text: "{}", code: undefined };

/** The reason for rejecting a request, in the vendor's format. */
export class Refusal extends Error implements Reply {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.status = status;
    this.code = code;
    // Not JSON.stringify of an object, which would call a toJSON that a library has put on Object.prototype.
    this.text = `{"error":{"code":${JSON.stringify(code)},"message":${JSON.stringify(message)}}}`;
    this.headers = headers;
  }
}

/** Safe for any thrown value: a proxy may throw again when inspected. */
export const isRefusal = (thrown: unknown): thrown is Refusal =>
  tryToRead(() => thrown instanceof Refusal) === true;

const refuse = (...refusal: ConstructorParameters<typeof Refusal>): Refusal => new Refusal(...refusal);

const closing = { Connection: "close" };

/** Refusals that do not depend on the body, with the vendor's codes. The status is 400 unless HTTP has a better one. */
export const refusals = {
  methodNotAllowed: refuse(405, "METHOD_NOT_ALLOWED", "Events are delivered with POST.", { Allow: "POST" }),
  unknownEvent: refuse(404, "UNKNOWN_EVENT", "Unknown event."),
  bodyTooLarge: refuse(413, "BODY_TOO_LARGE", "The body is too large.", closing),
  bodyTooSlow: refuse(408, "BODY_TOO_SLOW", "The body did not arrive in time.", closing),
  bodiesTooMany: refuse(503, "TOO_MANY_BODIES", "Too many request bodies are still arriving.", closing),
  bodyBrokenOff: refuse(400, "INVALID_DATA", "The body ended early.", closing),
  bodyEncoded: refuse(415, "INVALID_CONTENT_ENCODING", "The body must not have a content encoding."),
  noSubscriptionId: refuse(400, "NO_SUBSCRIPTION_ID", "The header X-Mplus-Subscription-Id is missing."),
  unknownSubscription: refuse(400, "INVALID_SUBSCRIPTION_ID", "Unknown subscription."),
  noSignature: refuse(400, "NO_SIGNATURE", "The header X-Mplus-Signature is missing."),
  wrongSignature: refuse(400, "INVALID_SIGNATURE", "The signature does not match the body."),
  noContentType: refuse(400, "NO_CONTENT_TYPE", "The header Content-Type is missing."),
  wrongContentType: refuse(400, "INVALID_CONTENT_TYPE", "The content type must be application/json."),
  notJson: refuse(400, "INVALID_JSON", "The body is not valid JSON in UTF-8."),
  noEvent: refuse(400, "INVALID_DATA", "The body has no event object."),
  notAnObject: refuse(400, "INVALID_DATA", "The body must be a JSON object."),
  nestedTooDeeply: refuse(400, "INVALID_DATA", "The body is nested too deeply."),
  handlerFailed: refuse(500, "INTERNAL_ERROR", "The receiver failed to handle this event."),
  tooMuchAtOnce: refuse(429, "TOO_MUCH_AT_ONCE", "Too many requests of this subscription are in progress."),
  stillRunning: refuse(503, "STILL_RUNNING", "The same event is still being handled."),
  inboxUnavailable: refuse(503, "INBOX_UNAVAILABLE", "The event could not be stored; send it again."),
  shuttingDown: refuse(503, "SHUTTING_DOWN", "The receiver is shutting down.", closing),
};

/** Creates the refusal of an invalid body, with its first problem. `required` names the event's own objects. */
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

/** Signs only if the sender was verified: nothing is signed for strangers. */
export async function toResponse(
  reply: Reply,
  sender: { readonly keys: Keys } | undefined,
  isLast: boolean,
): Promise<RawResponse> {
  const { status, text: body } = reply;
  const headers: Record<string, string> = {
    "Content-Type": "application/json",
    // Prevents compression: the signature is over these bytes.
    "Cache-Control": "no-transform",
  };
  if (reply instanceof Refusal) Object.assign(headers, reply.headers);
  // A keep-alive connection would delay the end of the process.
  if (isLast) headers["Connection"] = "close";
  if (sender) headers["X-Mplus-Signature"] = await signWith(sender.keys[0], body);
  return { status, headers, body };
}

/**
 * Reads a header as one string; repeated headers are joined with commas, as in HTTP. Serverless adapters may set
 * numbers.
 */
export function readHeader(request: RawRequest, name: string): string {
  const value: unknown = request.header(name) ?? "";
  return Array.isArray(value) ? value.join(", ") : String(value);
}

/** Rejects a compressed body: the signature is over the uncompressed bytes, and a small body could unpack to fill memory. */
export function checkEncoding(request: RawRequest): void {
  if (!/^(?:identity)?$/i.test(readHeader(request, "content-encoding"))) throw refusals.bodyEncoded;
}

/** Rejects types other than `application/json`. Ignores parameters, because JSON is always UTF-8. */
export function checkContentType(request: RawRequest): void {
  const contentType = readHeader(request, "content-type");
  if (contentType === "") throw refusals.noContentType;
  if (!/^application\/json[\t ]*(?:;[^,]*)?$/i.test(contentType)) throw refusals.wrongContentType;
}

/** Skips a byte order mark, as RFC 8259 allows. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** Reads the subscription's id. The id may be UTF-8, but HTTP libraries decode headers as Latin-1. */
export function readSubscriptionId(request: RawRequest): string {
  const text = readHeader(request, "x-mplus-subscription-id");
  if (/^[ -~]*$/.test(text) || Array.from(text).some((character) => character > "\u00ff")) return text;
  try {
    return utf8.decode(Uint8Array.from(text, (character) => character.charCodeAt(0)));
  } catch {
    return text;
  }
}

/** Option of targets that strip the base path themselves. */
export interface BasePath {
  /** Path before the event's name: `/mplus` for `POST /mplus/scanCode`. Default: none. */
  readonly basePath?: string | undefined;
}

/**
 * Creates a function that takes a path or URL and returns the part after the base path; undefined outside the base
 * path, in which `:shop` matches any one segment. Nothing is decoded, so each event has one spelling.
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

/** Drops empty segments: with an endpoint URL that ends in a slash, events arrive at `/mplus//scanCode`. */
const splitPath = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

type BodyLimits = Readonly<Record<"bodyLimit" | "bodyTimeout" | "unfinishedLimit", number>>;

/**
 * The function rejects with a {@link Refusal}, or with an Error if the body was already read. `owner` identifies the
 * subscription whose share of the budget the body uses.
 */
export function createBodyReader({ bodyLimit, bodyTimeout, unfinishedLimit }: BodyLimits) {
  const budget = createBodyBudget(unfinishedLimit);
  return async (request: RawRequest, owner: string): Promise<Uint8Array> => {
    const { body, signal } = request;
    if (ArrayBuffer.isView(body)) {
      if (body.length > bodyLimit) throw refusals.bodyTooLarge;
      return body;
    }
    let giveUp!: (refusal: Refusal) => void;
    const givenUp = new Promise<never>((_resolve, reject) => (giveUp = reject));
    const breakOff = (): void => giveUp(refusals.bodyBrokenOff);
    const timer = setTimeout(() => giveUp(refusals.bodyTooSlow), bodyTimeout);
    // Only Node's timers are objects. The socket of the unfinished body keeps the process alive anyway.
    (timer as { readonly unref?: () => unknown }).unref?.();
    if (signal?.aborted) breakOff();
    signal?.addEventListener("abort", breakOff);
    const unfinished = budget.open(owner, () => giveUp(refusals.bodiesTooMany));
    const buffer: BodyBuffer = {
      bytes: new Uint8Array(),
      limit: bodyLimit,
      declared: Number(readHeader(request, "content-length")),
      mayHold: (bytes) => budget.resize(unfinished, bytes),
    };
    try {
      return await Promise.race([givenUp, collect(body, buffer)]);
    } finally {
      budget.close(unfinished);
      // The stream of a body that was given up may stay open for a while.
      buffer.bytes = new Uint8Array();
      clearTimeout(timer);
      signal?.removeEventListener("abort", breakOff);
    }
  };
}

interface BodyBuffer {
  bytes: Uint8Array;
  /** Largest size in bytes. */
  readonly limit: number;
  /** The length that the request declares, in bytes; 0 or NaN if it declares none. */
  readonly declared: number;
  /** Returns false if so many bytes may not be held, or nobody waits for the body any more. */
  readonly mayHold: (bytes: number) => boolean;
}

/** Collects the chunks in one buffer: an object per chunk would take hundreds of bytes for each byte of a hostile client. */
async function collect(body: unknown, buffer: BodyBuffer): Promise<Uint8Array> {
  if (!isObject(body) || !(Symbol.asyncIterator in body)) throw createUnreadableError(notBytes);
  // Not `for await`: leaving the loop would destroy the stream, and with it the socket for the refusal.
  const chunks = (body as unknown as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  let size = 0;
  for (;;) {
    const next: IteratorResult<unknown, unknown> = await chunks.next().catch((fault: unknown) => {
      throw isError(fault) && getCode(fault) === unreadable ? fault : refusals.bodyBrokenOff;
    });
    if (next.done === true) return buffer.bytes.subarray(0, size);
    // Not `instanceof`: test runners have their own realm.
    if (!ArrayBuffer.isView(next.value)) throw createUnreadableError(notBytes);
    const chunk = next.value as Uint8Array;
    const end = size + chunk.length;
    if (end > buffer.limit) throw refusals.bodyTooLarge;
    if (end > buffer.bytes.length) grow(buffer, end);
    buffer.bytes.set(chunk, size);
    size = end;
  }
}

/** @throws Refusal if the buffer may not grow. */
function grow(buffer: BodyBuffer, end: number): void {
  const { bytes, limit, declared, mayHold } = buffer;
  // A declared length limits the buffer, but reserves nothing: it costs its sender nothing.
  const capacity = Math.min(declared >= end ? declared : limit, Math.ceil(1.25 * end));
  if (!mayHold(capacity)) throw refusals.bodiesTooMany;
  buffer.bytes = new Uint8Array(capacity);
  buffer.bytes.set(bytes);
}

const notBytes = "the body of a RawRequest must be the bytes as sent, or a stream of them";

const unreadable = "MPLUS_UNREADABLE_BODY";

/** The receiver answers 500 and logs the reason. */
export const createUnreadableError = (reason: string): Error =>
  Object.assign(new Error(reason), { code: unreadable });

export const createUnreadableBody = (reason: string): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(createUnreadableError(reason)) }),
});

/** @throws TypeError if the bytes are not UTF-8. */
export const readText = (bytes: Uint8Array): string => utf8.decode(bytes);

/** @throws Refusal if the bytes are not a JSON object in UTF-8. */
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

/** In levels. Real bodies have far fewer, and recursive functions can handle this many. */
const maxNesting = 1000;

/** True if a recursive function may have run out of stack on a body. */
export function isTooDeep(body: JsonObject): boolean {
  let level: readonly unknown[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxNesting) return true;
    const values = level.flatMap((value) => Object.values(value as object) as unknown[]);
    level = values.filter(isContainer);
  }
  return false;
}
