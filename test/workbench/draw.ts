/** A source of choices: a tape that fast-check shrinks, or a seed. */
export interface Draw {
  /** A number from 0 to `count` (exclusive). 0 is the simplest choice. */
  below(count: number): number;
}

/** Reads choices from a tape. Past its end, every choice is the simplest one, so that tapes shrink well. */
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

/** True with this probability in percent. False is the simple choice. */
export const happens = (draw: Draw, percent: number): boolean => draw.below(100) >= 100 - percent;

/** The first item is the simplest. */
export function oneOf<T>(draw: Draw, items: readonly T[]): T {
  const item = items[draw.below(items.length)];
  if (item === undefined) throw new Error("there is nothing to choose from");
  return item;
}

/** Different items in random order. */
export function someOf<T>(draw: Draw, items: readonly T[], count: number): T[] {
  const left = [...items];
  return Array.from({ length: Math.min(count, items.length) }, () =>
    left.splice(draw.below(left.length), 1),
  ).flat();
}

export const listOf = <T>(draw: Draw, least: number, most: number, make: () => T): T[] =>
  Array.from({ length: least + draw.below(most - least + 1) }, make);
