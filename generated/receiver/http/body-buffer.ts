// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

import { refusals, type Outcome } from "./refusal.js";

/** All bodies that are being received, from any sender, proved or not. */
export interface Receiving {
  /** How much memory they may take, in bytes. */
  readonly limit: number;
  readonly buffers: Set<BodyBuffer>;
  /** How much memory they take, in bytes. */
  held: number;
}

/** Collects a body chunk by chunk. The first outcome counts; then its memory is freed. */
export interface BodyBuffer {
  /** How much memory its chunks take, in bytes. Not a getter: each would cost the engine a hidden class. */
  held: number;
  /** @returns Whether more is wanted. */
  readonly add: (chunk: Uint8Array) => boolean;
  readonly end: () => void;
  readonly breakOff: () => void;
  /** Refuses the body: it took too long, or its memory is needed. */
  readonly giveUp: () => void;
}

/** Creates the buffer of one body of at most `limit` bytes. */
export function createBodyBuffer(
  limit: number,
  receiving: Receiving,
  onSettled: (outcome: Outcome<Uint8Array>) => void,
): BodyBuffer {
  let bytes: Uint8Array = empty;
  let size = 0;
  const hold = (next: Uint8Array): void => {
    receiving.held += next.length - bytes.length;
    buffer.held = next.length;
    bytes = next;
  };
  const settle = (outcome: Outcome<Uint8Array>): void => {
    if (!receiving.buffers.delete(buffer)) return;
    hold(empty);
    onSettled(outcome);
  };
  const buffer: BodyBuffer = {
    held: 0,
    add(chunk) {
      const end = size + chunk.length;
      if (!receiving.buffers.has(buffer)) return false;
      if (end > limit) {
        settle({ refusal: refusals.bodyTooLarge });
        return false;
      }
      // Most bodies come in one chunk. Of several, none is kept: a chunk of one byte takes hundreds.
      hold(size === 0 ? chunk : append(bytes, size, chunk));
      size = end;
      makeRoom(receiving);
      return receiving.buffers.has(buffer);
    },
    end: () => settle({ value: bytes.length === size ? bytes : bytes.subarray(0, size) }),
    // Every stream closes in the end, also one that has settled.
    breakOff: () => settle({ refusal: refusals.bodyBrokenOff }),
    giveUp() {
      const isMemoryNeeded = receiving.held > receiving.limit;
      settle({ refusal: isMemoryNeeded ? refusals.bodiesTooMany : refusals.bodyTooSlow });
    },
  };
  receiving.buffers.add(buffer);
  return buffer;
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
    largest.giveUp();
  }
}
