import leven from "leven";
import stringWidth from "string-width";

/** Joins a list: `a`, `a or b`, `a, b or c`. */
export const listWords = (parts: readonly string[], conjunction: "and" | "or"): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${conjunction} ${parts.at(-1) ?? ""}`;

export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const uncapitalize = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

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

/** The candidate closest to a misspelled name; undefined if all of them differ in more than a few letters. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(name.length * 0.4)));
  const near = [...candidates]
    // Each extra letter is a slip, so this rules out most names without comparing them.
    .filter(({ length }) => Math.abs(length - name.length) <= limit)
    .map((candidate) => ({ candidate, distance: countSlips(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate;
}

/** The edit distance of two names; swapped letters count as one slip less. */
const countSlips = (a: string, b: string): number =>
  a !== b && sortLetters(a) === sortLetters(b) ? leven(a, b) - 1 : leven(a, b);

const sortLetters = (text: string): string => Array.from(text).sort().join("");

/** The terminal columns that a text needs: two for a character such as 你, none for a combining one. */
export const measureWidth = (text: string): number => stringWidth(text);
