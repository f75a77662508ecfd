/** Sorts by the first number that differs, the highest first; equals stay in their order. */
export function sortByPriority<T>(things: readonly T[], toPriority: (thing: T) => readonly number[]): T[] {
  const sortable = things.map((thing) => ({ thing, priority: toPriority(thing) }));
  return sortable.sort((a, b) => compareNumbers(b.priority, a.priority)).map(({ thing }) => thing);
}

const compareNumbers = (a: readonly number[], b: readonly number[]): number =>
  a.map((number, i) => number - (b[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
