import { dropArrays } from "../../spec/values.js";

/** A word of a sentence. */
export interface Token {
  /** Without quotes, brackets and marks at its ends; in its own case. */
  readonly text: string;
  /** In small letters. */
  readonly word: string;
  /** Whether it stands in quotes, as code. */
  readonly isMarked: boolean;
  /** Whether a comma or the like stands behind it. */
  readonly isParted: boolean;
}

const quotes = "`'\"‘’“”„";
const marks = ",;:.!?()–—|*-";

/** Splits a sentence into its words. */
export const toTokens = (sentence: string): readonly Token[] =>
  sentence
    .split(/\s/)
    .map((raw) => {
      const text = strip(raw, quotes + marks);
      const last = strip(raw, quotes).at(-1) ?? "";
      return {
        text,
        word: text.toLowerCase(),
        isMarked: quotes.includes(strip(raw, marks).at(0) ?? " "),
        isParted: marks.includes(last),
      };
    })
    .filter(({ text }) => text !== "");

/** A word in small letters, without quotes, brackets and marks around it. */
export const bare = (raw: string): string => strip(raw, `${quotes}${marks}[]`).toLowerCase();

/** A text without certain characters at its ends. */
function strip(text: string, ends: string): string {
  let [start, end] = [0, text.length];
  while (start < end && ends.includes(text.charAt(start))) start += 1;
  while (end > start && ends.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether a word is written as a path of the contract: with a dot, a mark of an array, or a capital inside. */
export function isPath(text: string): boolean {
  const steps = dropArrays(text).split(".");
  if (!steps.every((step) => /^[a-z][A-Za-z0-9]{0,63}$/.test(step)) || text.length > 200) return false;
  if (notPaths.has(steps.at(-1) ?? "") || notPaths.has(steps[0] ?? "")) return false;
  return steps.length > 1
    ? steps.every((step) => step.length > 1)
    : text.endsWith("[]") || /[A-Z]/.test(text);
}

/** Where addresses and names of files begin and end. */
const notPaths: ReadonlySet<string> = new Set(
  "www developers nl com org net eu io json html htm php js ts md txt xml pdf png".split(" "),
);
