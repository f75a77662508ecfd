import { hardline, join, type Document } from "./document.js";

/** What has no end goes on to the end of the code, and so do the spaces there: nothing is read twice. */
const pattern =
  /(\s*)(\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|-?\d[\d.]*(?:e[+-]?\d+)?n?|[\w$]+|=>|\.{3}|&&|\|\||[<>=]=|\S|$)/g;

/** Code that is read word by word. A comment is one word, and so is a text. */
export type Words = ReturnType<typeof readWords>;

/** Splits code into its words. */
export function readWords(code: string) {
  const words = [...code.matchAll(pattern)];
  let place = 0;
  /** The next word, or one after it; empty behind the last. */
  const next = (ahead = 0): string => words[place + ahead]?.[2] ?? "";
  const take = (): string => {
    place += 1;
    return next(-1);
  };
  /** Takes the next words if they are these. */
  const skip = (...texts: readonly string[]): boolean => {
    const areNext = texts.every((text, ahead) => next(ahead) === text);
    if (areNext) place += texts.length;
    return areNext;
  };
  /** Takes the next word, which has to be this one: else the code is our bug. */
  const expect = (word: string): void => {
    if (!skip(word)) throw new Error(`code to lay out has ${next()} where ${word} should be`);
  };
  /** How many line breaks are before the next word. */
  const breaks = (): number => (words[place]?.[1] ?? "").split("\n").length - 1;
  return { next, take, skip, expect, breaks };
}

/** A word as prettier writes it: a text has the quotes of which it has to escape fewer, a number has no plus in its exponent. */
export function toWord(word: string): string {
  if (!word.startsWith('"')) return /^-?\d/.test(word) ? word.replace("e+", "e") : word;
  const [double, single] = [word.slice(1, -1).split('\\"').length, word.split("'").length];
  if (double <= single) return word;
  const text = word.slice(1, -1).replace(/\\(.)|'/g, (escaped: string, of?: string) => {
    if (of === '"') return '"';
    return of === undefined ? "\\'" : escaped;
  });
  return `'${text}'`;
}

/** The words up to one of these, which are names and signs between them. */
export function takeUntil(words: Words, ...ends: readonly string[]): string {
  let text = "";
  while (!ends.includes(words.next())) {
    if (words.next() === "") throw new Error(`code to lay out ends before ${ends.join(" or ")}`);
    const word = words.take();
    text += text === "" || word === ":" || word === "," ? toWord(word) : ` ${toWord(word)}`;
  }
  return text;
}

/** What stands between separators: at least one. */
export function takeApart<T>(
  words: Words,
  separator: string,
  take: (words: Words) => T,
): readonly [T, ...T[]] {
  const items: [T, ...T[]] = [take(words)];
  while (words.skip(separator)) items.push(take(words));
  return items;
}

/** What stands between commas, up to the end of its list. */
export function takeList<T>(words: Words, end: string, takeItem: (words: Words) => T): readonly T[] {
  const items: T[] = [];
  while (!words.skip(end)) {
    items.push(takeItem(words));
    if (words.next() !== end) words.expect(",");
  }
  return items;
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** A key of an object or an interface: without quotes where it needs none. */
export function takeKey(words: Words): string {
  if (words.skip("[")) {
    const inner = takeUntil(words, "]");
    words.expect("]");
    return `[${inner}]`;
  }
  const word = words.take();
  const bare = word.slice(1, -1);
  return word.startsWith('"') && identifier.test(bare) ? bare : toWord(word);
}

/** The comments before the next word, each on lines of its own. */
export function takeComments(words: Words): Document {
  const comments: Document[] = [];
  while (words.next().startsWith("/*")) {
    const lines = words
      .take()
      .split("\n")
      .map((text, index) => (index === 0 ? text : ` ${text.trim()}`));
    comments.push(join(hardline, lines), hardline);
  }
  return comments;
}
