/** Where choices come from: a tape that fast-check shrinks, or a seed. */
export interface Draw {
  /** A number from 0 up to, not including, `count`; 0 is the simplest choice. */
  below(count: number): number;
}

/** Reads choices off a tape; past its end everything is as simple as it can be, so that tapes shrink well. */
export function fromTape(tape: readonly number[]): Draw {
  let position = 0;
  return { below: (count) => (tape[position++] ?? 0) % count };
}

/** An endless tape from a seed (mulberry32). */
export function fromSeed(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  return { below: (count) => next() % count };
}

/** True so many times in a hundred; false is the simple choice. */
export const happens = (draw: Draw, percent: number): boolean => draw.below(100) >= 100 - percent;

/** One of these; the first is the simplest. */
export function oneOf<T>(draw: Draw, items: readonly T[]): T {
  const item = items[draw.below(items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}

/** So many different ones, in an order of their own. */
export function someOf<T>(draw: Draw, items: readonly T[], count: number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, items.length) }, () =>
    left.splice(draw.below(left.length), 1),
  ).flat();
}

/** Builds a list of between `least` and `most` things. */
export const listOf = <T>(draw: Draw, least: number, most: number, make: () => T): T[] =>
  Array.from({ length: least + draw.below(most - least + 1) }, make);
