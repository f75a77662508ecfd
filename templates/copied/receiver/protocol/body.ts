import type { RawRequest } from "../base/options.js";
import { refusals } from "../base/refusals.js";
import {
  getCode,
  isContainer,
  isError,
  isObject,
  maxNesting,
  readText,
  type JsonObject,
} from "../base/values.js";
import { createBodyBudget } from "./body-budget.js";
import { readHeader } from "./request.js";

type BodyLimits = Readonly<Record<"bodyLimit" | "bodyTimeout" | "unfinishedLimit", number>>;

/**
 * The function rejects with a Refusal, or with an Error if the body was already read. `owner` identifies the
 * subscription whose share of the budget the body uses.
 */
export function createBodyReader({ bodyLimit, bodyTimeout, unfinishedLimit }: BodyLimits) {
  const budget = createBodyBudget(unfinishedLimit);
  return async (request: RawRequest, owner: string): Promise<Uint8Array> => {
    const { body } = request;
    if (ArrayBuffer.isView(body)) {
      if (body.length > bodyLimit) throw refusals.bodyTooLarge;
      return body;
    }
    let giveUp!: (fault: unknown) => void;
    const givenUp = new Promise<never>((_resolve, reject) => (giveUp = reject));
    const timer = setTimeout(() => giveUp(refusals.bodyTooSlow), bodyTimeout);
    // Only Node's timers are objects. The socket of the unfinished body keeps the process alive anyway.
    (timer as { readonly unref?: () => unknown }).unref?.();
    const unfinished = budget.open(owner, () => giveUp(refusals.bodiesTooMany));
    const arriving: ArrivingBody = {
      bytes: new Uint8Array(),
      size: 0,
      limit: bodyLimit,
      declared: Number(readHeader(request, "content-length")),
      mayHold: (bytes) => budget.resize(unfinished, bytes),
    };
    const breakOff = (): void => giveUp(refusals.bodyBrokenOff);
    const source =
      body instanceof NodeBody ? listen(body.stream, arriving) : iterate(request, arriving, breakOff);
    try {
      return await Promise.race([givenUp, source.complete]);
    } finally {
      source.stop();
      clearTimeout(timer);
      budget.close(unfinished);
      // The stream of a body that was given up may stay open for a while.
      arriving.bytes = new Uint8Array();
    }
  };
}

/** Collected in one buffer: an object per chunk would take hundreds of bytes for each byte of a hostile client. */
interface ArrivingBody {
  bytes: Uint8Array;
  /** Of what has arrived, in bytes. */
  size: number;
  /** Largest size in bytes. */
  readonly limit: number;
  /** The length that the request declares, in bytes; 0 or NaN if it declares none. */
  readonly declared: number;
  /** Returns false if so many bytes may not be held, or nobody waits for the body any more. */
  readonly mayHold: (bytes: number) => boolean;
}

interface Source {
  readonly complete: Promise<Uint8Array>;
  /** Leaves the rest of the stream unread, but the stream open: the refusal needs its socket. */
  readonly stop: () => void;
}

interface NodeStream extends AsyncIterable<Uint8Array> {
  readonly destroyed?: boolean;
  on(event: string, listener: (chunk: unknown) => void): unknown;
  off(event: string, listener: (chunk: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** The body of a request to Node's server. Its stream closes when the client is gone, so nobody has to watch the client. */
export class NodeBody implements AsyncIterable<Uint8Array> {
  readonly stream: NodeStream;

  constructor(stream: NodeStream) {
    this.stream = stream;
  }

  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    return this.stream[Symbol.asyncIterator]();
  }
}

/** Faster than iterating. */
function listen(stream: NodeStream, arriving: ArrivingBody): Source {
  let resolve!: (bytes: Uint8Array) => void;
  let reject!: (fault: unknown) => void;
  const complete = new Promise<Uint8Array>((...settle) => ([resolve, reject] = settle));
  let isComplete = false;
  const add = (chunk: unknown): void => {
    try {
      addChunk(arriving, chunk);
    } catch (fault: unknown) {
      stop();
      reject(fault);
    }
  };
  const end = (): void => {
    isComplete = true;
    resolve(takeBytes(arriving));
  };
  const breakOff = (): void => reject(refusals.bodyBrokenOff);
  const stop = (): void => {
    if (isComplete) return;
    stream.off("data", add);
    stream.pause();
  };
  if (stream.destroyed) breakOff();
  stream.on("data", add);
  stream.on("end", end);
  // These stay: an error that nobody listens for would end the process.
  stream.on("error", breakOff);
  stream.on("close", breakOff);
  // Middleware may have paused it.
  stream.resume();
  return { complete, stop };
}

/** @param breakOff Called if the client is gone. */
function iterate({ body, signal }: RawRequest, arriving: ArrivingBody, breakOff: () => void): Source {
  if (signal?.aborted) breakOff();
  signal?.addEventListener("abort", breakOff);
  return {
    complete: collect(body, arriving),
    stop: () => signal?.removeEventListener("abort", breakOff),
  };
}

/** Not `for await`: leaving the loop would destroy the stream. */
async function collect(body: unknown, arriving: ArrivingBody): Promise<Uint8Array> {
  if (!isObject(body) || !(Symbol.asyncIterator in body)) throw createUnreadableError(notBytes);
  const chunks = (body as unknown as AsyncIterable<unknown>)[Symbol.asyncIterator]();
  for (;;) {
    const next: IteratorResult<unknown, unknown> = await chunks.next().catch((fault: unknown) => {
      throw isError(fault) && getCode(fault) === unreadable ? fault : refusals.bodyBrokenOff;
    });
    if (next.done === true) return takeBytes(arriving);
    addChunk(arriving, next.value);
  }
}

/** @throws Refusal if the body is too large, or Error if the chunk is no bytes. */
function addChunk(arriving: ArrivingBody, chunk: unknown): void {
  // Not `instanceof`: test runners have their own realm.
  if (!ArrayBuffer.isView(chunk)) throw createUnreadableError(notBytes);
  const end = arriving.size + chunk.byteLength;
  if (end > arriving.limit) throw refusals.bodyTooLarge;
  if (end > arriving.bytes.length) grow(arriving, end);
  arriving.bytes.set(chunk as Uint8Array, arriving.size);
  arriving.size = end;
}

/** @throws Refusal if the buffer may not grow. */
function grow(arriving: ArrivingBody, end: number): void {
  const { bytes, limit, declared, mayHold } = arriving;
  // A declared length limits the buffer, but reserves nothing: it costs its sender nothing.
  const capacity = Math.min(declared >= end ? declared : limit, Math.ceil(1.25 * end));
  if (!mayHold(capacity)) throw refusals.bodiesTooMany;
  arriving.bytes = new Uint8Array(capacity);
  arriving.bytes.set(bytes);
}

const takeBytes = ({ bytes, size }: ArrivingBody): Uint8Array => bytes.subarray(0, size);

const notBytes = "the body of a RawRequest must be the bytes as sent, or a stream of them";

const unreadable = "MPLUS_UNREADABLE_BODY";

/** The receiver answers 500 and logs the reason. */
export const createUnreadableError = (reason: string): Error =>
  Object.assign(new Error(reason), { code: unreadable });

export const createUnreadableBody = (reason: string): AsyncIterable<Uint8Array> => ({
  [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(createUnreadableError(reason)) }),
});

/** @throws Refusal if the bytes are not a JSON object in UTF-8, or it is nested too deeply. */
export function parseBody(bytes: Uint8Array): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(readText(bytes));
  } catch {
    throw refusals.notJson;
  }
  if (!isObject(value)) throw refusals.notAnObject;
  if (isDeeperThan(value, maxNesting)) throw refusals.nestedTooDeeply;
  return value;
}

const isDeeperThan = (value: unknown, levels: number): boolean =>
  isContainer(value) &&
  (levels < 0 || Object.values(value).some((part: unknown) => isDeeperThan(part, levels - 1)));
