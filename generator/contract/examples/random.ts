/** A source of integers. Each depends only on its place, so adding a part does not change what others get. */
export interface RandomSource {
  /** The index of the first choice from `count` items: an integer from 0 to `count` - 1. */
  readonly first: (path: string, count: number) => number;
  /** An integer from 0 to `count` - 1. `count` is at most 2 ** 32. */
  readonly below: (path: string, count: number) => number;
}

export function createRandomSource(seed: number): RandomSource {
  const below = (path: string, count: number): number => toDigest(`${seed} ${path}`) % count;
  return { first: below, below };
}

/** Not random: chooses the first item, and derives numbers only from the place. */
export const fixedSource: RandomSource = {
  first: () => 0,
  below: (path, count) => toDigest(path) % count,
};

/** FNV-1a, with the finalizer of murmur3, so that similar texts get unrelated numbers. */
function toDigest(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** Chooses an item. In a list, each place gets a different item while there are enough items. */
export function choose<T>({ first }: RandomSource, path: string, items: readonly T[]): T | undefined {
  const [, list = path, nth = "0"] = /^(.*)\/(\d+)$/.exec(path) ?? [];
  return items[(first(list, items.length) + Number(nth)) % items.length];
}

export function makeUuid(path: string, { below }: RandomSource): string {
  const parts = [0, 1, 2, 3].map((part) => below(`${path} ${part}`, 2 ** 32));
  const digits = parts.map((part) => part.toString(16).padStart(8, "0")).join("");
  const variant = (8 + (parseInt(digits.charAt(16), 16) % 4)).toString(16);
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, `$1-$2-4$3-${variant}$4-`);
}

export function makeDay(path: string, { below }: RandomSource): string {
  return `2026-${pad(1 + below(`${path} month`, 10))}-${pad(1 + below(`${path} day`, 28))}`;
}

/** A time during opening hours, in Dutch time. */
export function makeMoment(path: string, random: RandomSource): string {
  const day = makeDay(path, random);
  const time = [
    9 + random.below(`${path} hour`, 9),
    random.below(`${path} minute`, 60),
    random.below(`${path} second`, 60),
  ];
  const millisecond = random.below(`${path} millisecond`, 1000).toString().padStart(3, "0");
  // Summer time of 2026 starts on 29 March.
  const offset = day >= "2026-03-29" && day < "2026-10-25" ? "+02:00" : "+01:00";
  return `${day}T${time.map(pad).join(":")}.${millisecond}${offset}`;
}

const pad = (part: number): string => part.toString().padStart(2, "0");
