import type { IncomingMessage } from "node:http";
import { stopWith } from "../engine/post.js";
import type { HeldBytes } from "./body-budget.js";

interface CollectOptions {
  readonly maxBytes: number;
  /** Counts the memory that the body takes. */
  readonly held: HeldBytes;
  /** An abort fails with its reason. */
  readonly signal: AbortSignal;
}

/**
 * Undefined if the body has more than `maxBytes`. Frees what it has read as soon as it stops reading; the rest stays
 * unread, so that the client can still be answered.
 */
export const collectBody = (
  message: IncomingMessage,
  { maxBytes, held, signal }: CollectOptions,
): Promise<Uint8Array | undefined> =>
  new Promise((resolve, reject) => {
    // One buffer for all pieces: a body of a million pieces takes no more memory than a body in one piece.
    let [bytes, length] = [Buffer.alloc(0), 0];
    const stop = (): void => {
      bytes = Buffer.alloc(0);
      message.off("data", take).pause();
    };
    const fail = (error: Error): void => {
      stop();
      reject(error);
    };
    const take = (piece: Uint8Array): void => {
      const size = length + piece.length;
      if (size > maxBytes) {
        stop();
        resolve(undefined);
        return;
      }
      if (size > bytes.length) {
        const larger = Buffer.allocUnsafeSlow(Math.min(maxBytes, Math.max(size, 2 * bytes.length)));
        larger.set(bytes.subarray(0, length));
        const more = larger.length - bytes.length;
        bytes = larger;
        held.add(more);
        // To make room, this body may have been dropped.
        if (signal.aborted) return;
      }
      bytes.set(piece, length);
      length = size;
    };
    const abort = (): void => fail(signal.reason as Error);
    signal.addEventListener("abort", abort);
    const hangUp = (): void => fail(stopWith("hung-up", "the body is incomplete"));
    const end = (): void => {
      // Each stream closes after its end, and an error takes time to make.
      message.off("close", hangUp);
      resolve(bytes.subarray(0, length));
    };
    message.on("error", fail).on("close", hangUp).on("end", end).on("data", take);
    if (signal.aborted) abort();
  });
