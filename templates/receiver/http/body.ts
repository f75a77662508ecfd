import type { RawRequest } from "../api/raw-message.js";
import type { Awaitable } from "../values/awaitable.js";
import { getCode, isError } from "../values/thrown.js";
import { createBodyBuffer, type BodyBuffer, type Receiving } from "./body-buffer.js";
import { refusals, type Outcome } from "./refusal.js";
import type { SharedTimer } from "./shared-timer.js";

/** How much of a body is read, in bytes, and how long it may take, in milliseconds. */
export interface BodyLimits {
  readonly bodyLimit: number;
  readonly bodyTimeout: number;
  /** A timer with the same timeout, for Node's streams. */
  readonly bodyTimer: SharedTimer;
  readonly receiving: Receiving;
}

/**
 * Reads a body up to the limit and the timeout. A stream is left as it is when reading stops: destroying it would close
 * the socket that the refusal has to go out on.
 */
export function readBody(
  request: Pick<RawRequest, "body" | "signal">,
  limits: BodyLimits,
): Awaitable<Outcome<Uint8Array>> {
  const { body } = request;
  if (isNodeStream(body)) return readNodeStream(body, limits);
  // The signal is read only here, because reading it may create it.
  if (!ArrayBuffer.isView(body)) return readIterable(body, limits, request.signal);
  return body.length > limits.bodyLimit ? { refusal: refusals.bodyTooLarge } : { value: body };
}

/** Stands in for a body that was read already: the receiver answers 500 and logs the reason. */
export function createUnreadableBody(reason: string): AsyncIterable<Uint8Array> {
  return {
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(createUnreadableError(reason)) }),
  };
}

/** The error of reading a body that was read already. */
export function createUnreadableError(reason: string): Error {
  return Object.assign(new Error(reason), { code: unreadable });
}

const unreadable = "MPLUS_UNREADABLE_BODY";

function isUnreadable(error: unknown): error is Error {
  return isError(error) && getCode(error) === unreadable;
}

/** By its events, because the iterator of a Node stream costs a tenth of a whole request. */
function readNodeStream(
  stream: NodeStream,
  { bodyLimit, bodyTimer, receiving }: BodyLimits,
): Promise<Outcome<Uint8Array>> {
  return new Promise((resolve) => {
    const buffer = createBodyBuffer(bodyLimit, receiving, (outcome) => {
      stop();
      resolve(outcome);
    });
    const stop = bodyTimer.start(buffer.giveUp);
    stream.on("data", buffer.add).on("end", buffer.end);
    stream.on("error", buffer.breakOff).on("close", buffer.breakOff);
    if (stream.destroyed) buffer.breakOff();
    stream.resume();
  });
}

/** With a timer of its own, because on some platforms one request cannot wake another. */
function readIterable(
  body: AsyncIterable<Uint8Array>,
  { bodyLimit, bodyTimeout, receiving }: BodyLimits,
  signal: AbortSignal | undefined,
): Promise<Outcome<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const buffer = createBodyBuffer(bodyLimit, receiving, (outcome) => {
      clearTimeout(timer);
      resolve(outcome);
    });
    const timer = setTimeout(buffer.giveUp, bodyTimeout);
    if (signal?.aborted) buffer.breakOff();
    signal?.addEventListener("abort", buffer.breakOff, { once: true });
    pull(body, buffer).catch((error: unknown) => {
      if (isUnreadable(error)) reject(error);
      buffer.breakOff();
    });
  });
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

function isNodeStream(body: RawRequest["body"]): body is NodeStream {
  return "on" in body;
}
