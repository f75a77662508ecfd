// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.
// biome-ignore-all lint format assist: generated

import type { Problem } from "../validators/results.js";
import { signWith } from "./signature.js";
import { getCode, isError, isObject, tryToRead, type JsonObject, type Keys } from "./values.js";

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
  /**
   * Keeps the platform running for work that goes on after the answer. Left out where the platform stops once it has
   * answered (a frozen function): then the answer waits for the work.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
}

/** An answer to be sent as it is: the signature in its headers is over the UTF-8 bytes of its body. */
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
  /** The body as it is sent. */
  readonly text: string;
  /** The code of the error in it, if any. */
  readonly code: string | undefined;
}

/** The answer `{}`. */
export const emptyReply: Reply = { status: 200, text: "{}", code: undefined };

/** An answer that says why a request is refused, in the vendor's format. */
export class Refusal extends Error implements Reply {
  readonly status: number;
  readonly code: string;
  readonly text: string;
  readonly headers: Readonly<Record<string, string>> | undefined;

  constructor(status: number, code: string, message: string, headers?: Readonly<Record<string, string>>) {
    super(message);
    this.status = status;
    this.code = code;
    // Written by hand: JSON.stringify would call a toJSON that some library has put on all objects.
    this.text = `{"error":{"code":${JSON.stringify(code)},"message":${JSON.stringify(message)}}}`;
    this.headers = headers;
  }
}

/** Whether what was thrown is a refusal. Anything can be thrown: a proxy may throw again when it is looked at. */
export const isRefusal = (thrown: unknown): thrown is Refusal =>
  tryToRead(() => thrown instanceof Refusal) === true;

const refuse = (...refusal: ConstructorParameters<typeof Refusal>): Refusal => new Refusal(...refusal);

const closing = { Connection: "close" };

/**
 * Every refusal that does not depend on the contents of the body: with the vendor's own codes, and status 400 unless
 * HTTP has a more specific status.
 */
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

/**
 * The refusal of a body that does not match its type: path and message of the first problem.
 * @param required The names of the objects that this event must have.
 */
export function refuseBody(problems: readonly Problem[], required: readonly string[]): Refusal {
  const [problem] = problems;
  if (problem === undefined) return refusals.notAnObject;
  const prefix = problem.path === "" ? "" : `${problem.path}: `;
  return new Refusal(400, getVendorCode(problem, required), prefix + problem.message);
}

function getVendorCode({ code, path }: Problem, required: readonly string[]): string {
  if (code !== "missing-property") return "INVALID_DATA";
  if (path === "/scanCode/scannedCode") return "NO_SCANNED_CODE";
  return required.some((name) => path === `/${name}`) ? "NO_EVENT_DETAILS" : "INVALID_DATA";
}

/**
 * Converts a reply to a response, and signs its text.
 * @param sender The verified sender of the request; nothing is signed for anybody else.
 * @param isLast Closes the connection, because one that is kept alive would delay the end of the process.
 */
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
  if (reply instanceof Refusal && reply.headers) Object.assign(headers, reply.headers);
  if (isLast) headers["Connection"] = "close";
  if (sender) headers["X-Mplus-Signature"] = await signWith(sender.keys[0], body);
  return { status, headers, body };
}

/** Reads a header as one text, joining several of one name by a comma as HTTP defines. Serverless adapters set numbers. */
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

/** Skips a byte order mark, as RFC 8259 lets a reader do. */
const utf8 = new TextDecoder("utf-8", { fatal: true });

/**
 * Reads the id of the subscription as its owner wrote it. It is free text, and libraries read the bytes of a header as
 * Latin-1: if they are valid UTF-8, they are decoded again as that.
 */
export function readSubscriptionId(request: RawRequest): string {
  const text = readHeader(request, "x-mplus-subscription-id");
  if (/^[ -~]*$/.test(text) || /[^\u0000-\u00ff]/.test(text)) return text;
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
 * Creates the reader of event names, from a path or a whole URL, without its query: it returns what follows the base path, ""
 * for the base path itself, undefined outside it. The name is not decoded, so that an event has one spelling. A slash too many
 * counts for nothing: an endpoint URL that ends in one comes to `/mplus//scanCode`.
 * @param basePath The path of the webhooks, such as `/mplus`; a segment `:shop` stands for any one segment.
 */
export function createEventNameReader(basePath = ""): (target: string | undefined) => string | undefined {
  const base = splitPath(basePath);
  return (target = "") => {
    const path = /^(?:https?:\/\/[^/?#]*)?\/([^?#]*)/i.exec(target)?.[1];
    if (path === undefined) return undefined;
    const segments = splitPath(path);
    const isBelow = base.every(
      (part, index) => index < segments.length && (/^(?::|\*$)/.test(part) || part === segments[index]),
    );
    return isBelow ? segments.slice(base.length).join("/") : undefined;
  };
}

const splitPath = (path: string): string[] => path.split("/").filter((segment) => segment !== "");

export interface BodyLimits {
  /** In bytes. */
  readonly bodyLimit: number;
  /** In milliseconds. */
  readonly bodyTimeout: number;
  /** How many bodies may be arriving at once. */
  readonly receivingLimit: number;
}

/** Creates the reader of bodies. It rejects with a {@link Refusal}, or with an Error for a body that was read before. */
export function createBodyReader({ bodyLimit, bodyTimeout, receivingLimit }: BodyLimits) {
  /** What ends the reading of each body that is arriving; the one that began first comes first. */
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
    // The socket of an unfinished body keeps the process alive. Only Node's timers are objects.
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

/** Collects the chunks of a body in one buffer, as an object for each chunk of one byte would take hundreds. */
async function collect(body: unknown, limit: number, isOver: () => boolean): Promise<Uint8Array> {
  if (!isObject(body) || !(Symbol.asyncIterator in body)) throw createUnreadableError(notBytes);
  // Not `for await`: leaving its loop would destroy the stream, and with it the socket that the refusal goes out on.
  const chunks = (body as unknown as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  let bytes = new Uint8Array();
  let size = 0;
  for (;;) {
    const next: IteratorResult<unknown, unknown> = await chunks.next().catch(throwBroken);
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

function throwBroken(fault: unknown): never {
  throw isError(fault) && getCode(fault) === unreadable ? fault : refusals.bodyBrokenOff;
}

/** A body that was read already: the receiver answers 500 and logs the reason. */
export const createUnreadableBody = (reason: string): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(createUnreadableError(reason)) }),
});

/** The error of reading a body that was read already. */
export const createUnreadableError = (reason: string): Error =>
  Object.assign(new Error(reason), { code: unreadable });

const unreadable = "MPLUS_UNREADABLE_BODY";

const notBytes = "the body of a RawRequest must be bytes, or a stream of bytes, as they came";

/**
 * Decodes a body.
 * @throws TypeError if it is not UTF-8.
 */
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

/** In levels. No real body comes near, and recursive functions that run after JSON.parse can handle as many. */
const maxNesting = 1000;

/** Whether a body is nested so deeply that a recursive function may have run out of stack on it. */
export function isTooDeep(body: JsonObject): boolean {
  let level: object[] = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > maxNesting) return true;
    level = level.flatMap((value) => Object.values(value).filter(isContainer));
  }
  return false;
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;
