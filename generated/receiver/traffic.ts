// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Counts the requests under way, so that a receiver can close when the last of them is answered. */
export interface Traffic {
  readonly isClosing: boolean;
  enter(): void;
  leave(): void;
  /** Resolves when no request is under way, and what was answered last has been written. */
  close(): Promise<void>;
}

/** Starts counting. */
export function createTraffic(): Traffic {
  let underWay = 0;
  let isClosing = false;
  const waiting: (() => void)[] = [];
  return {
    get isClosing() {
      return isClosing;
    },
    enter: () => void (underWay += 1),
    leave() {
      underWay -= 1;
      if (underWay === 0) for (const resolve of waiting.splice(0)) resolve();
    },
    close() {
      isClosing = true;
      const idle = underWay === 0 ? Promise.resolve() : new Promise<void>((end) => void waiting.push(end));
      return idle.then(nextTurn);
    },
  };
}

/** Adapters write an answer in the turn in which they get it. */
const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));
