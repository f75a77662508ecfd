import leven from "leven";

/** The candidate that a misspelt name most likely meant; undefined if none is near. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.max(1, Math.floor(name.length * 0.4));
  const near = [...candidates]
    .map((candidate) => ({ candidate, distance: measure(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate;
}

/** Letters in the wrong order are one slip of the hand. */
const measure = (a: string, b: string): number =>
  a !== b && sortLetters(a) === sortLetters(b) ? leven(a, b) - 1 : leven(a, b);

const sortLetters = (text: string): string => Array.from(text).sort().join("");
