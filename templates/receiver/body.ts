import type { Readable } from "node:stream";
import type { Awaitable } from "./options.js";
import type { RawRequest } from "./raw-message.js";
import { refusals, type Step } from "./refusal.js";

/** How much of a body is read, in bytes, and how long it may take, in milliseconds. */
export interface BodyLimits {
  readonly bodyLimit: number;
  readonly bodyTimeout: number;
}

/**
 * Reads a body up to the limit and the deadline. A stream is left as it is when reading stops: to destroy
 * it would close the socket on which the refusal has to go out.
 */
export function readBody(
  { body, signal }: Pick<RawRequest, "body" | "signal">,
  limits: BodyLimits,
): Awaitable<Step<Uint8Array>> {
  if (!ArrayBuffer.isView(body)) return readStream(body, limits, signal);
  return body.length > limits.bodyLimit ? { refusal: refusals.bodyTooLarge } : { value: body };
}

/** Stands in for a body that something else has read: the receiver answers 500 and logs the reason. */
export function createUnreadableBody(reason: string): AsyncIterable<Uint8Array> {
  const fault = Object.assign(new Error(reason), { code: unreadable });
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(fault) }) };
}

const unreadable = "MPLUS_UNREADABLE_BODY";

function isUnreadable(error: unknown): error is Error {
  return error instanceof Error && "code" in error && error.code === unreadable;
}

function readStream(
  body: AsyncIterable<Uint8Array>,
  { bodyLimit, bodyTimeout }: BodyLimits,
  signal: AbortSignal | undefined,
): Promise<Step<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle({ refusal: refusals.bodyTooSlow }), bodyTimeout);
    const settle = (step: Step<Uint8Array>) => {
      clearTimeout(timer);
      resolve(step);
    };
    const sink = createSink(bodyLimit, settle);
    if (isNodeStream(body)) {
      listen(body, sink);
      return;
    }
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
  return {
    take(chunk) {
      size += chunk.length;
      if (size > limit) settle({ refusal: refusals.bodyTooLarge });
      else chunks.push(chunk);
      return size <= limit;
    },
    end() {
      const [first] = chunks;
      settle({ value: first && chunks.length === 1 ? first : Buffer.concat(chunks, size) });
    },
    breakOff: () => settle({ refusal: refusals.bodyBrokenOff }),
  };
}

function isNodeStream(body: AsyncIterable<Uint8Array>): body is Readable {
  return "on" in body && "resume" in body;
}

/** Events, because the iterator of a node stream costs a tenth of a whole request. */
function listen(stream: Readable, sink: Sink): void {
  stream.on("data", sink.take).on("end", sink.end).on("error", sink.breakOff).on("close", sink.breakOff);
  if (stream.destroyed) sink.breakOff();
  stream.resume();
}

/** Not `for await`: to leave its loop destroys a stream, and the socket with it. */
async function pull(body: AsyncIterable<Uint8Array>, sink: Sink): Promise<void> {
  const iterator = body[Symbol.asyncIterator]();
  let next = await iterator.next();
  while (next.done !== true && sink.take(next.value)) next = await iterator.next();
  if (next.done === true) sink.end();
}
