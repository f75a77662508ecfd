// Made by mplus-codegen from the MplusKASSA webhook spec. Do not edit: change the spec, and generate again.

/** Counts the requests under way, so that a receiver can close when the last of them is answered. */
export interface Traffic {
  readonly isClosing: boolean;
  enter(): void;
  leave(): void;
  /** Resolves when no request is under way. */
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
      return underWay === 0 ? Promise.resolve() : new Promise((resolve) => void waiting.push(resolve));
    },
  };
}
