/** Sorts by the first number that differs, the highest first; equals stay as they were. */
export function sortByRank<T>(things: readonly T[], rankOf: (thing: T) => readonly number[]): T[] {
  const ranked = things.map((thing) => ({ thing, rank: rankOf(thing) }));
  return ranked.sort((a, b) => compareRanks(b.rank, a.rank)).map(({ thing }) => thing);
}

const compareRanks = (a: readonly number[], b: readonly number[]): number =>
  a.map((rank, i) => rank - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
