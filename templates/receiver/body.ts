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

async function readStream(
  body: AsyncIterable<Uint8Array>,
  { bodyLimit, bodyTimeout }: BodyLimits,
  signal: AbortSignal | undefined,
): Promise<Step<Uint8Array>> {
  const stop = createStop(bodyTimeout, signal);
  try {
    return await Promise.race([stop.stopped, collect(body, bodyLimit, stop)]);
  } finally {
    stop.release();
  }
}

/** Stands in for a body that something else has read: the receiver answers 500 and logs the reason. */
export function createUnreadableBody(reason: string): AsyncIterable<Uint8Array> {
  const fault = Object.assign(new Error(reason), { code: unreadable });
  return { [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(fault) }) };
}

const unreadable = "MPLUS_UNREADABLE_BODY";

async function collect(
  body: AsyncIterable<Uint8Array>,
  limit: number,
  stop: { readonly isOver: boolean },
): Promise<Step<Uint8Array>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    // Not `for await`: leaving its loop destroys the stream.
    const iterator = body[Symbol.asyncIterator]();
    for (let next = await iterator.next(); next.done !== true && !stop.isOver; next = await iterator.next()) {
      size += next.value.length;
      if (size > limit) return { refusal: refusals.bodyTooLarge };
      chunks.push(next.value);
    }
  } catch (error) {
    if ((error as { code?: unknown }).code === unreadable) throw error;
    return { refusal: refusals.bodyBrokenOff };
  }
  return { value: chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, size) };
}

interface Stop {
  isOver: boolean;
  readonly stopped: Promise<Step<never>>;
  release(): void;
}

/** Ends the reading at the deadline, or when the client has gone. */
function createStop(timeout: number, signal: AbortSignal | undefined): Stop {
  let resolve: (step: Step<never>) => void;
  const stop: Stop = {
    isOver: false,
    stopped: new Promise((resolveStopped) => (resolve = resolveStopped)),
    release() {
      stop.isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", breakOff);
    },
  };
  const breakOff = () => resolve({ refusal: refusals.bodyBrokenOff });
  const timer = setTimeout(() => resolve({ refusal: refusals.bodyTooSlow }), timeout);
  if (signal?.aborted) breakOff();
  signal?.addEventListener("abort", breakOff);
  return stop;
}
