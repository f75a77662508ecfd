/**
 * What decides where there is a choice. Each choice follows from where it is made, and not from those made before it: a part
 * that comes or goes changes nothing beside it.
 */
export interface Chance {
  /** Ranks things by what they are: that of the lowest rank is chosen. Another one more moves none of them. */
  readonly ranker: (path: string) => (digest: number) => number;
  /** A whole number from 0 up to, not including, `count`, which is 2 ** 32 at most. */
  readonly below: (path: string, count: number) => number;
}

/** Chance as a seed has it: the same on every machine. */
export const createChance = (seed: number): Chance => ({
  ranker: (path) => {
    const start = toDigest(`${seed} ${path}`);
    return (digest) => mix(start ^ digest);
  },
  below: (path, count) => toDigest(`${seed} ${path}`) % count,
});

/** No chance: the first is chosen, and numbers follow from their place alone. */
export const noChance: Chance = {
  ranker: () => () => 0,
  below: (path, count) => toDigest(path) % count,
};

/** A number that stands for a text: FNV-1a, mixed. */
export function toDigest(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return mix(state);
}

/** As murmur3 ends, so that numbers that are nearly the same have nothing in common. */
function mix(state: number): number {
  const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
