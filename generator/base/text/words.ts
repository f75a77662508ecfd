import leven from "leven";
import stringWidth from "string-width";

/** A list in words: `a`, `a or b`, `a, b or c`. */
export const listWords = (parts: readonly string[], conjunction: "and" | "or"): string =>
  parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} ${conjunction} ${parts.at(-1) ?? ""}`;

/** The text with a capital at its start. */
export const capitalize = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A text up to the end of its first sentence. */
export const firstSentence = (prose: string): string => /^.*?[.!?](?=\s|$)/s.exec(prose)?.[0] ?? prose;

/** Breaks text at spaces so that no line is longer than `width`, unless a word is. */
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

/** The candidate that a misspelt name most likely meant; undefined if none is near: a few slips, however long the name. */
export function suggest(name: string, candidates: Iterable<string>): string | undefined {
  const limit = Math.min(3, Math.max(1, Math.floor(name.length * 0.4)));
  const near = [...candidates]
    // Each letter more or less is a slip. Most names end here, before they are compared.
    .filter(({ length }) => Math.abs(length - name.length) <= limit)
    .map((candidate) => ({ candidate, distance: countSlips(name.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return near[0]?.candidate;
}

/** The number of slips between two names. Letters in the wrong order count as one slip less. */
const countSlips = (a: string, b: string): number =>
  a !== b && sortLetters(a) === sortLetters(b) ? leven(a, b) - 1 : leven(a, b);

const sortLetters = (text: string): string => Array.from(text).sort().join("");

/** How many columns of a terminal a text takes: two for a character such as 你, none for one that joins the one before. */
export const measureWidth = (text: string): number => stringWidth(text);
