import type { Deadlines } from "./deadlines.js";
import type { Awaitable } from "./handlers.js";
import type { RawRequest } from "./raw-message.js";
import { refusals, type Step } from "./refusal.js";
import { getCode, isError } from "./thrown.js";

/** How much of a body is read, in bytes, and how long it may take, in milliseconds. */
export interface BodyLimits {
  readonly bodyLimit: number;
  readonly bodyTimeout: number;
  /** The same time, for streams of node's. */
  readonly bodyDeadlines: Deadlines;
  readonly receiving: Receiving;
}

/** The bodies that are being read, from anybody: nothing of them is proved. */
export interface Receiving {
  /** How much memory they may take, in bytes. */
  readonly most: number;
  readonly sinks: Set<Sink>;
  held: number;
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
  return isError(error) && getCode(error) === unreadable;
}

/** Events, because the iterator of a node stream costs a tenth of a whole request. */
function readNodeStream(
  stream: NodeStream,
  { bodyLimit, bodyDeadlines, receiving }: BodyLimits,
): Promise<Step<Uint8Array>> {
  return new Promise((resolve) => {
    const sink = createSink(bodyLimit, receiving, (step) => {
      stop();
      resolve(step);
    });
    const stop = bodyDeadlines.start(sink.giveUp);
    stream.on("data", sink.take).on("end", sink.end).on("error", sink.breakOff).on("close", sink.breakOff);
    if (stream.destroyed) sink.breakOff();
    stream.resume();
  });
}

/** A timer of its own, because some platforms keep requests from waking one another. */
function readIterable(
  body: AsyncIterable<Uint8Array>,
  { bodyLimit, bodyTimeout, receiving }: BodyLimits,
  signal: AbortSignal | undefined,
): Promise<Step<Uint8Array>> {
  return new Promise((resolve, reject) => {
    const sink = createSink(bodyLimit, receiving, (step) => {
      clearTimeout(timer);
      resolve(step);
    });
    const timer = setTimeout(sink.giveUp, bodyTimeout);
    if (signal?.aborted) sink.breakOff();
    signal?.addEventListener("abort", sink.breakOff, { once: true });
    pull(body, sink).catch((error: unknown) => {
      if (isUnreadable(error)) reject(error);
      sink.breakOff();
    });
  });
}

/** Takes a body in pieces. The first thing that settles it counts; then it lets go of what it holds. */
export interface Sink {
  /** How much memory its pieces take, in bytes. No getter: each would cost the engine a hidden class. */
  held: number;
  /** @returns Whether more is wanted. */
  readonly take: (chunk: Uint8Array) => boolean;
  readonly end: () => void;
  readonly breakOff: () => void;
  /** Its time is over, or what it holds is needed. */
  readonly giveUp: () => void;
}

function createSink(limit: number, receiving: Receiving, onSettled: (step: Step<Uint8Array>) => void): Sink {
  let bytes: Uint8Array = nothing;
  let size = 0;
  const hold = (next: Uint8Array): void => {
    receiving.held += next.length - bytes.length;
    sink.held = next.length;
    bytes = next;
  };
  const settle = (step: Step<Uint8Array>): void => {
    if (!receiving.sinks.delete(sink)) return;
    hold(nothing);
    onSettled(step);
  };
  const sink: Sink = {
    held: 0,
    take(chunk) {
      const end = size + chunk.length;
      if (!receiving.sinks.has(sink)) return false;
      if (end > limit) {
        settle({ refusal: refusals.bodyTooLarge });
        return false;
      }
      // Most bodies come in one piece. Of many, none is kept: a piece of one byte takes hundreds.
      hold(size === 0 ? chunk : withChunk(bytes, size, chunk));
      size = end;
      makeRoom(receiving);
      return receiving.sinks.has(sink);
    },
    end: () => settle({ value: bytes.length === size ? bytes : bytes.subarray(0, size) }),
    // Every stream closes in the end, whatever came before that.
    breakOff: () => settle({ refusal: refusals.bodyBrokenOff }),
    giveUp() {
      const isCrowdedOut = receiving.held > receiving.most;
      settle({ refusal: isCrowdedOut ? refusals.bodiesTooMany : refusals.bodyTooSlow });
    },
  };
  receiving.sinks.add(sink);
  return sink;
}

const nothing = new Uint8Array();

/** The bytes so far with another piece; where there is no room, in a new place of at least twice the size. */
function withChunk(bytes: Uint8Array, size: number, chunk: Uint8Array): Uint8Array {
  const end = size + chunk.length;
  // The first piece is full, so that nothing is ever written into what belongs to somebody else.
  if (end <= bytes.length) {
    bytes.set(chunk, size);
    return bytes;
  }
  const grown = new Uint8Array(Math.max(end, 2 * size));
  grown.set(bytes.subarray(0, size));
  grown.set(chunk, size);
  return grown;
}

/** Gives up on the largest body for as long as all take too much: who sends little is let through. */
function makeRoom(receiving: Receiving): void {
  while (receiving.held > receiving.most) {
    const largest = [...receiving.sinks].reduce((one, other) => (other.held > one.held ? other : one));
    largest.giveUp();
  }
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
