/**
 * Keeps items by size, so that the largest is found without a search. Sizes are whole numbers, and few: an item's rank is
 * its size in large units.
 */
export function createRanking<T>() {
  const ranks: (Set<T> | undefined)[] = [];
  let highest = 0;
  return {
    /** Rank 0 is outside: items come from there, and leave by it. */
    move(item: T, from: number, to: number): void {
      ranks[from]?.delete(item);
      if (to > 0) (ranks[to] ??= new Set()).add(item);
      highest = Math.max(highest, to);
      // Cheap on average: each step down undoes a step up.
      while (highest > 0 && !ranks[highest]?.size) highest -= 1;
    },
    /** An item of the highest rank; undefined if there is none. */
    getLargest(): T | undefined {
      const [item] = ranks[highest] ?? [];
      return item;
    },
  };
}
