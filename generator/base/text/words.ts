import leven from "leven";
import stringWidth from "string-width";

/** Joins a list: `a`, `a or b`, `a, b or c`. */
export const listWords = (parts: readonly string[], conjunction: "and" | "or"): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${conjunction} ${parts.at(-1) ?? ""}`;

export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const uncapitalize = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** `addSessionLine` becomes `add session line`. */
export const splitCamelCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);

export const firstSentence = (prose: string): string => /^.*?[.!?](?=\s|$)/s.exec(prose)?.[0] ?? prose;

/** Wraps text at spaces. A line is longer than `width` only if a single word is. */
export function wrapText(
  text: string,
  width: number,
  measure: (text: string) => number = ({ length }) => length,
): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const lines: string[] = [];
    for (const word of paragraph.split(" ")) {
      const last = lines.at(-1);
      if (last !== undefined && measure(last) + 1 + measure(word) <= width)
        lines[lines.length - 1] = `${last} ${word}`;
      else lines.push(word);
    }
    return lines;
  });
}

/**
 * The candidate closest to a misspelled name. Undefined if all of them differ in more than a few letters, and for a
 * name or a list that only a program could have written, because comparing takes long.
 */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(maxSlips, Math.max(1, Math.floor(name.length * 0.4)));
  // Each extra letter is a slip, so this rules out most names without comparing them.
  const similar = [...candidates].filter(({ length }) => Math.abs(length - name.length) <= maxSlips);
  const steps = similar.length * name.length ** 2;
  if (similar.length > maxCompared || steps > maxSteps) return undefined;
  const near = similar
    .map((candidate) => ({ candidate, distance: countSlips(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate;
}

const maxSlips = 3;

/** Limits of what one suggestion compares: names, and pairs of letters (a few milliseconds). */
const [maxCompared, maxSteps] = [200, 300_000];

/** The edit distance of two names, or some distance above the most slips; swapped letters count as one slip less. */
function countSlips(a: string, b: string): number {
  const distance = leven(a, b, { maxDistance: maxSlips + 2 });
  return distance <= maxSlips + 1 && a !== b && sortLetters(a) === sortLetters(b) ? distance - 1 : distance;
}

const sortLetters = (text: string): string => Array.from(text).sort().join("");

/** The terminal columns that a text needs: two for a character such as 你, none for a combining one. */
export const measureWidth = (text: string): number => stringWidth(text);
