/** The memory of one exchange. */
export interface HeldBytes {
  /** May drop this exchange or others. */
  readonly add: (bytes: number) => void;
  readonly release: () => void;
}

interface Holder {
  bytes: number;
  readonly isKnown: boolean;
  readonly drop: () => void;
}

/**
 * Limits the memory of all exchanges together, in bytes. When it is full, the largest exchange is dropped, because shops
 * send small bodies. Exchanges of known shops are dropped only if there are no others.
 */
export function createBodyBudget(limit: number) {
  const holders = new Set<Holder>();
  let total = 0;
  const release = (holder: Holder): void => {
    if (holders.delete(holder)) total -= holder.bytes;
  };
  const add = (holder: Holder, bytes: number): void => {
    if (!holders.has(holder)) return;
    holder.bytes += bytes;
    total += bytes;
    while (total > limit) {
      const largest = [...holders].reduce(pickFirstToDrop);
      release(largest);
      largest.drop();
    }
  };
  return {
    /** `isKnown` is true for a shop whose signature was valid before. */
    open: (isKnown: boolean, drop: () => void): HeldBytes => {
      const holder: Holder = { bytes: 0, isKnown, drop };
      holders.add(holder);
      add(holder, emptyCost);
      return { add: (bytes) => add(holder, bytes), release: () => release(holder) };
    },
  };
}

export type BodyBudget = ReturnType<typeof createBodyBudget>;

/** The estimated cost of an exchange without bodies, in bytes: its connection and headers. */
const emptyCost = 2 ** 14;

/** Of equal ones, the older. */
function pickFirstToDrop(one: Holder, other: Holder): Holder {
  if (one.isKnown !== other.isKnown) return one.isKnown ? other : one;
  return other.bytes > one.bytes ? other : one;
}
