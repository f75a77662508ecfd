/**
 * A source of choices. Each choice depends only on its place, so adding or removing a part does not change any other
 * choice.
 */
export interface RandomSource {
  /** Ranks items by their digest; the lowest wins. A new item does not change the order of the other items. */
  readonly ranker: (path: string) => (digest: number) => number;
  /** An integer from 0 to `count` - 1. `count` is at most 2 ** 32. */
  readonly below: (path: string, count: number) => number;
}

export const createRandomSource = (seed: number): RandomSource => ({
  ranker: (path) => {
    const start = toDigest(`${seed} ${path}`);
    return (digest) => mix(start ^ digest);
  },
  below: (path, count) => toDigest(`${seed} ${path}`) % count,
});

/** Not random: chooses the first item, and derives numbers only from the place. */
export const fixedSource: RandomSource = {
  ranker: () => () => 0,
  below: (path, count) => toDigest(path) % count,
};

/** FNV-1a, mixed. */
export function toDigest(text: string): number {
  let state = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    state = Math.imul(state ^ text.charCodeAt(index), 0x01000193);
  return mix(state);
}

/** The finalizer of murmur3, so that similar numbers become unrelated. */
function mix(state: number): number {
  const once = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}

/** Chooses an item. In a list, each place gets a different item while there are enough items. */
export function choose<T extends { readonly digest: number }>(
  random: RandomSource,
  path: string,
  things: readonly T[],
): T | undefined {
  const [, list = path, nth = "0"] = /^(.*)\/(\d+)$/.exec(path) ?? [];
  const rank = random.ranker(list);
  const ranked = things.map((thing) => ({ thing, rank: rank(thing.digest) }));
  return ranked.sort((a, b) => a.rank - b.rank)[Number(nth) % things.length]?.thing;
}

export function makeUuid(path: string, { below }: RandomSource): string {
  const parts = [0, 1, 2, 3].map((part) => below(`${path} ${part}`, 2 ** 32));
  const digits = parts.map((part) => part.toString(16).padStart(8, "0")).join("");
  const variant = (8 + (parseInt(digits.charAt(16), 16) % 4)).toString(16);
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, `$1-$2-4$3-${variant}$4-`);
}

export function makeDay(path: string, { below }: RandomSource): string {
  return `2026-${pad(1 + below(`${path} month`, 12))}-${pad(1 + below(`${path} day`, 28))}`;
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
  const month = Number(day.slice(5, 7));
  // Summer time starts and ends late in a month.
  const offset = month >= 4 && month <= 10 ? "+02:00" : "+01:00";
  return `${day}T${time.map(pad).join(":")}.${millisecond}${offset}`;
}

const pad = (part: number): string => part.toString().padStart(2, "0");
