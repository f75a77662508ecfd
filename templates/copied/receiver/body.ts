import { readHeader, refusals, type RawRequest, type Refusal } from "./http.js";
import { getCode, isError, isObject, type Awaitable, type JsonObject } from "./values.js";

/** How much of a body is read, in bytes, and how long it may take, in milliseconds. */
export interface BodyLimits {
  readonly bodyLimit: number;
  readonly bodyTimeout: number;
  /** How much memory all bodies that are being received may take, from any sender, proved or not. */
  readonly receivingLimit: number;
}

/** Reads the body of a request, or gives the refusal. */
export type ReadBody = (request: RawRequest) => Awaitable<Uint8Array | Refusal>;

/**
 * Creates the reader of bodies. A stream is left as it is when reading stops: destroying it would close the socket that
 * the refusal has to go out on.
 */
export function createBodyReader({ bodyLimit, bodyTimeout, receivingLimit }: BodyLimits): ReadBody {
  const receiving: Receiving = { limit: receivingLimit, buffers: new Set(), held: 0 };
  const collect = (read: (buffer: BodyBuffer) => void) =>
    new Promise<Uint8Array | Refusal>((resolve, reject) => {
      const buffer = new BodyBuffer(bodyLimit, receiving, (outcome) => {
        clearTimeout(timer);
        if (isUnreadable(outcome)) reject(outcome);
        else resolve(outcome);
      });
      const timer = setTimeout(() => buffer.settle(refusals.bodyTooSlow), bodyTimeout);
      // The socket of an unfinished body keeps the process alive. Only Node's timers are objects.
      (timer as { readonly unref?: () => unknown }).unref?.();
      read(buffer);
    });
  return (request) => {
    const { body } = request;
    if (ArrayBuffer.isView(body)) return body.length > bodyLimit ? refusals.bodyTooLarge : body;
    if (typeof body === "function")
      return collect((buffer) => {
        if (buffer.announce(Number(readHeader(request, "content-length"))))
          body().then(buffer.addAll).catch(buffer.fail);
      });
    if (!isObject(body) || !(Symbol.asyncIterator in body)) throw createUnreadableError(notBytes);
    if (isNodeStream(body)) return collect((buffer) => listen(body, buffer));
    return collect((buffer) => {
      if (request.signal?.aborted) buffer.breakOff();
      request.signal?.addEventListener("abort", buffer.breakOff, { once: true });
      pull(body, buffer).catch(buffer.fail);
    });
  };
}

/** Stands in for a body that was read already: the receiver answers 500 and logs the reason. */
export const createUnreadableBody =
  (reason: string): (() => Promise<never>) =>
  () =>
    Promise.reject(createUnreadableError(reason));

/** The error of reading a body that was read already, or has no bytes. */
export const createUnreadableError = (reason: string): UnreadableError =>
  Object.assign(new Error(reason), { code: unreadable } as const);

type UnreadableError = Error & { readonly code: typeof unreadable };

const unreadable = "MPLUS_UNREADABLE_BODY";

const isUnreadable = (error: unknown): error is UnreadableError =>
  isError(error) && getCode(error) === unreadable;

const notBytes =
  "the body of a RawRequest must be bytes, a stream of bytes, or a function that resolves to bytes, as they came";

/** By its events, because the iterator of a Node stream costs a tenth of a whole request. */
function listen(stream: NodeStream, buffer: BodyBuffer): void {
  stream.on("data", buffer.add).on("end", buffer.end);
  stream.on("error", buffer.breakOff).on("close", buffer.breakOff);
  if (stream.destroyed) buffer.breakOff();
  stream.resume();
}

/** Not `for await`: leaving its loop destroys a stream, and the socket with it. */
async function pull(body: AsyncIterable<Uint8Array>, buffer: BodyBuffer): Promise<void> {
  const iterator = body[Symbol.asyncIterator]();
  let next = await iterator.next();
  while (next.done !== true && buffer.add(next.value)) next = await iterator.next();
  if (next.done === true) buffer.end();
}

/** The part of a Node stream that is used, without Node's own types. */
interface NodeStream extends AsyncIterable<Uint8Array> {
  readonly destroyed: boolean;
  on(event: "data", listener: (chunk: Uint8Array) => unknown): this;
  on(event: "end" | "error" | "close", listener: () => unknown): this;
  resume(): unknown;
}

const isNodeStream = (body: AsyncIterable<Uint8Array>): body is NodeStream => "on" in body;

/** All bodies that are being received. */
interface Receiving {
  readonly limit: number;
  readonly buffers: Set<BodyBuffer>;
  /** How much memory they take, in bytes. */
  held: number;
}

/** What comes of a body. */
type Outcome = Uint8Array | Refusal | UnreadableError;

/** Collects a body chunk by chunk. The first outcome counts; then its memory is freed. */
class BodyBuffer {
  private bytes: Uint8Array = empty;
  private size = 0;
  /** How many bytes come at once, for which there is memory already. */
  private announced = 0;
  private readonly limit: number;
  private readonly receiving: Receiving;
  private readonly onSettled: (outcome: Outcome) => void;

  constructor(limit: number, receiving: Receiving, onSettled: (outcome: Outcome) => void) {
    this.limit = limit;
    this.receiving = receiving;
    this.onSettled = onSettled;
    receiving.buffers.add(this);
  }

  /** Counts a body whose bytes come at once, by its length. @returns Whether it is wanted. */
  announce(length: number): boolean {
    this.hold(empty, length > 0 ? length : 0);
    makeRoom(this.receiving);
    return this.receiving.buffers.has(this);
  }

  /** @returns Whether more is wanted. */
  readonly add = (chunk: Uint8Array): boolean => {
    const { receiving, size } = this;
    if (!receiving.buffers.has(this)) return false;
    if (!ArrayBuffer.isView(chunk)) {
      this.settle(createUnreadableError(notBytes));
      return false;
    }
    const end = size + chunk.length;
    if (end > this.limit) {
      this.settle(refusals.bodyTooLarge);
      return false;
    }
    // Most bodies come in one chunk. Of several, none is kept: a chunk of one byte takes hundreds.
    this.hold(size === 0 ? chunk : append(this.bytes, size, chunk));
    this.size = end;
    makeRoom(receiving);
    return receiving.buffers.has(this);
  };

  readonly addAll = (bytes: Uint8Array): void => {
    if (this.add(bytes)) this.end();
  };

  readonly end = (): void => this.settle(this.bytes.subarray(0, this.size));

  // Every stream closes in the end, also one that has settled.
  readonly breakOff = (): void => this.settle(refusals.bodyBrokenOff);

  readonly fail = (fault: unknown): void => this.settle(isUnreadable(fault) ? fault : refusals.bodyBrokenOff);

  settle(outcome: Outcome): void {
    if (!this.receiving.buffers.delete(this)) return;
    this.hold(empty);
    this.onSettled(outcome);
  }

  /** How much memory its chunks take, in bytes. */
  get held(): number {
    return Math.max(this.announced, this.bytes.length);
  }

  private hold(next: Uint8Array, announced = 0): void {
    const before = this.held;
    this.bytes = next;
    this.announced = announced;
    this.receiving.held += this.held - before;
  }
}

const empty = new Uint8Array();

/** The bytes with another chunk; if there is no room, in new memory of at least twice the size. */
function append(bytes: Uint8Array, size: number, chunk: Uint8Array): Uint8Array {
  const end = size + chunk.length;
  // The first chunk has no room left, so that nothing is ever written into memory of somebody else.
  if (end <= bytes.length) {
    bytes.set(chunk, size);
    return bytes;
  }
  const grown = new Uint8Array(Math.max(end, 2 * size));
  grown.set(bytes.subarray(0, size));
  grown.set(chunk, size);
  return grown;
}

/** Gives up on the largest bodies until the others fit, so that small ones get through. */
function makeRoom(receiving: Receiving): void {
  while (receiving.held > receiving.limit) {
    const largest = [...receiving.buffers].reduce((one, other) => (other.held > one.held ? other : one));
    largest.settle(refusals.bodiesTooMany);
  }
}

/** Replaces `JSON` for bodies with 64-bit integers (`--int64 bigint`). Throws what `JSON` throws. */
export interface BodyJson {
  parse(text: string, event: string): unknown;
  stringify(body: unknown, event: string): string;
}

/** Keeps a byte order mark, so that JSON.parse refuses it. */
const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * Decodes a body.
 * @throws TypeError if it is not UTF-8.
 */
export const readText = (bytes: Uint8Array): string => utf8.decode(bytes);

/** Reads the JSON object of a body from its bytes, which must be UTF-8. */
export function parseBody(
  bytes: Uint8Array,
  event: string,
  json: BodyJson | undefined,
): JsonObject | Refusal {
  let value: unknown;
  try {
    value = parseJson(readText(bytes), event, json);
  } catch {
    return refusals.notJson;
  }
  return isObject(value) ? value : refusals.notAnObject;
}

/** Parses JSON. Throws what `JSON` throws. */
export const parseJson = (text: string, event: string, json: BodyJson | undefined): unknown =>
  json === undefined ? JSON.parse(text) : json.parse(text, event);

/** In levels. No real body comes near, and recursive functions that run after JSON.parse can handle as many. */
const maxNesting = 1000;

/** Whether a body is nested so deeply that a recursive function may have run out of stack on it. */
export function isTooDeep(body: JsonObject): boolean {
  let level: object[] = [body];
  let depth = 0;
  while (level.length > 0 && depth <= maxNesting) {
    level = level.flatMap((value) => Object.values(value).filter(isContainer));
    depth += 1;
  }
  return level.length > 0;
}

const isContainer = (value: unknown): value is object => typeof value === "object" && value !== null;
