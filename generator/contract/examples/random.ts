/**
 * A source of choices. Each choice follows from where it is made, and not from those made before it: a part
 * that comes or goes changes nothing beside it.
 */
export interface RandomSource {
  /** Ranks things by what they are: that of the lowest rank is chosen. Another one more moves none of them. */
  readonly ranker: (path: string) => (digest: number) => number;
  /** A whole number from 0 up to, not including, `count`, which is 2 ** 32 at most. */
  readonly below: (path: string, count: number) => number;
}

/** The choices of a seed: the same on every machine. */
export const createRandomSource = (seed: number): RandomSource => ({
  ranker: (path) => {
    const start = toDigest(`${seed} ${path}`);
    return (digest) => mix(start ^ digest);
  },
  below: (path, count) => toDigest(`${seed} ${path}`) % count,
});

/** Nothing is random: the first is chosen, and numbers follow from their place alone. */
export const fixedSource: RandomSource = {
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

/** One of some things; of a list, each item has another one as long as there are some. */
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

/** A UUID of version 4. */
export function makeUuid(path: string, { below }: RandomSource): string {
  const parts = [0, 1, 2, 3].map((part) => below(`${path} ${part}`, 2 ** 32));
  const digits = parts.map((part) => part.toString(16).padStart(8, "0")).join("");
  const variant = (8 + (parseInt(digits.charAt(16), 16) % 4)).toString(16);
  return digits.replace(/^(.{8})(.{4}).(.{3}).(.{3})/, `$1-$2-4$3-${variant}$4-`);
}

/** A day of 2026. */
export function makeDay(path: string, { below }: RandomSource): string {
  return `2026-${pad(1 + below(`${path} month`, 12))}-${pad(1 + below(`${path} day`, 28))}`;
}

/** A moment at which shops are open, in Dutch time. */
export function makeMoment(path: string, random: RandomSource): string {
  const day = makeDay(path, random);
  const time = [
    9 + random.below(`${path} hour`, 9),
    random.below(`${path} minute`, 60),
    random.below(`${path} second`, 60),
  ];
  const millisecond = random.below(`${path} millisecond`, 1000).toString().padStart(3, "0");
  const month = Number(day.slice(5, 7));
  // Summer time begins and ends late in a month.
  const offset = month >= 4 && month <= 10 ? "+02:00" : "+01:00";
  return `${day}T${time.map(pad).join(":")}.${millisecond}${offset}`;
}

const pad = (part: number): string => part.toString().padStart(2, "0");
