import type { Deadlines } from "./deadlines.js";
import type { Awaitable } from "./handlers.js";
import type { RawRequest } from "./raw-message.js";
import { refusals, type Step } from "./refusal.js";

/** How much of a body is read, in bytes, and how long it may take, in milliseconds. */
export interface BodyLimits {
  readonly bodyLimit: number;
  readonly bodyTimeout: number;
  /** The same time, for streams of node's. */
  readonly bodyDeadlines: Deadlines;
}

/**
 * Reads a body up to the limit and the deadline. A stream is left as it is when reading stops: to destroy
 * it would close the socket on which the refusal has to go out.
 */
export function readBody(
  request: Pick<RawRequest, "body" | "signal">,
  limits: BodyLimits,
): Awaitable<Step<Uint8Array>> {
  const { body } = request;
  if (isNodeStream(body)) return readNodeStream(body, limits);
  // Only now: to ask for the signal may make one.
  if (!ArrayBuffer.isView(body)) return readIterable(body, limits, request.signal);
  return body.length > limits.bodyLimit ? { refusal: refusals.bodyTooLarge } : { value: body };
}

/** Stands in for a body that something else has read: the receiver answers 500 and logs the reason. */
export function createUnreadableBody(reason: string): AsyncIterable<Uint8Array> {
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(createUnreadable(reason)) }) };
}

/** What reading a body fails with where something else has read it. */
export function createUnreadable(reason: string): Error {
  return Object.assign(new Error(reason), { code: unreadable });
}

const unreadable = "MPLUS_UNREADABLE_BODY";

function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === unreadable;
}

/** Events, because the iterator of a node stream costs a tenth of a whole request. */
function readNodeStream(
  stream: NodeStream,
  { bodyLimit, bodyDeadlines }: BodyLimits,
): Promise<Step<Uint8Array>> {
  return new Promise((resolve) => {
    const stop = bodyDeadlines.start(() => resolve({ refusal: refusals.bodyTooSlow }));
    const sink = createSink(bodyLimit, (step) => {
      stop();
      resolve(step);
    });
    stream.on("data", sink.take).on("end", sink.end).on("error", sink.breakOff).on("close", sink.breakOff);
    if (stream.destroyed) sink.breakOff();
    stream.resume();
  });
}

/** A timer of its own, because some platforms keep requests from waking one another. */
function readIterable(
  body: AsyncIterable<Uint8Array>,
  { bodyLimit, bodyTimeout }: BodyLimits,
  signal: AbortSignal | undefined,
): Promise<Step<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ refusal: refusals.bodyTooSlow }), bodyTimeout);
    const sink = createSink(bodyLimit, (step) => {
      clearTimeout(timer);
      resolve(step);
    });
    if (signal?.aborted) sink.breakOff();
    signal?.addEventListener("abort", sink.breakOff, { once: true });
    pull(body, sink).catch((error: unknown) => {
      if (isUnreadable(error)) reject(error);
      sink.breakOff();
    });
  });
}

/** Takes a body in pieces. The first thing that settles it counts. */
interface Sink {
  readonly take: (chunk: Uint8Array) => boolean;
  readonly end: () => void;
  readonly breakOff: () => void;
}

function createSink(limit: number, settle: (step: Step<Uint8Array>) => void): Sink {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let hasEnded = false;
  return {
    take(chunk) {
      size += chunk.length;
      if (size > limit) settle({ refusal: refusals.bodyTooLarge });
      else chunks.push(chunk);
      return size <= limit;
    },
    end() {
      hasEnded = true;
      const [first] = chunks;
      settle({ value: first && chunks.length === 1 ? first : concat(chunks, size) });
    },
    breakOff() {
      // Every stream closes in the end.
      if (!hasEnded) settle({ refusal: refusals.bodyBrokenOff });
    },
  };
}

function concat(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const all = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    all.set(chunk, end);
    end += chunk.length;
  }
  return all;
}

/** What is used of a node stream, in words that need none of node's own types. */
interface NodeStream extends AsyncIterable<Uint8Array> {
  readonly destroyed: boolean;
  on(event: "data", listener: (chunk: Uint8Array) => unknown): this;
  on(event: "end" | "error" | "close", listener: () => unknown): this;
  resume(): unknown;
}

function isNodeStream(body: RawRequest["body"]): body is NodeStream {
  return "on" in body;
}

/** Not `for await`: to leave its loop destroys a stream, and the socket with it. */
async function pull(body: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  const iterator = body[Symbol.asyncIterator]();
  let next = await iterator.next();
  while (next.done !== true && sink.take(next.value)) next = await iterator.next();
  if (next.done === true) sink.end();
}
