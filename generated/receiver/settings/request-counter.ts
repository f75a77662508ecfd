// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Counts the requests in flight, so that a receiver can close when the last one is answered. */
export interface RequestCounter {
  readonly isClosing: boolean;
  start(): void;
  finish(): void;
  /** Resolves when no request is in flight, and the last answer has been written. */
  close(): Promise<void>;
}

/** Creates a counter that starts at zero. */
export function createRequestCounter(): RequestCounter {
  let count = 0;
  let isClosing = false;
  const waiting: (() => void)[] = [];
  return {
    get isClosing() {
      return isClosing;
    },
    start: () => void (count += 1),
    finish() {
      count -= 1;
      if (count === 0) for (const resolve of waiting.splice(0)) resolve();
    },
    close() {
      isClosing = true;
      const idle = count === 0 ? Promise.resolve() : new Promise<void>((end) => void waiting.push(end));
      return idle.then(nextTurn);
    },
  };
}

/** Adapters write an answer in the turn of the event loop in which they get it. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
