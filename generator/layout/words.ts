import { hardline, join, type Document } from "./document.js";

/** Reads code word by word. A comment is one word, and so is a text. */
export interface Words {
  /** The next word, or one after it; empty behind the last. */
  readonly next: (ahead?: number) => string;
  readonly take: () => string;
  /** Takes the next word if it is this one. */
  readonly skip: (word: string) => boolean;
  /** Takes the next word, which has to be this one: else the code is our bug. */
  readonly expect: (word: string) => void;
  /** How many line breaks are before the next word. */
  readonly breaks: () => number;
}

/** What has no end goes on to the end of the code, and so do the spaces there: nothing is read twice. */
const pattern =
  /(\s*)(\/\*[^]*?(?:\*\/|$)|"(?:[^"\\\n]|\\.)*"?|-?\d[\d.]*(?:e[+-]?\d+)?n?|[\w$]+|=>|\.{3}|&&|\|\||[<>=]=|\S|$)/g;

/** Splits code into its words. */
export function readWords(code: string): Words {
  const words = [...code.matchAll(pattern)].map(([, space = "", text = ""]) => ({
    text,
    breaks: space.split("\n").length - 1,
  }));
  let place = 0;
  const next = (ahead = 0): string => words[place + ahead]?.text ?? "";
  const take = (): string => {
    place += 1;
    return next(-1);
  };
  const skip = (word: string): boolean => {
    const isNext = next() === word;
    if (isNext) place += 1;
    return isNext;
  };
  const expect = (word: string): void => {
    if (!skip(word)) throw new Error(`code to lay out has ${next()} where ${word} should be`);
  };
  return { next, take, skip, expect, breaks: () => words[place]?.breaks ?? 0 };
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

/** What stands between commas, up to the end of its list. */
export function takeList<T>(words: Words, end: string, takeItem: () => T): readonly T[] {
  const items: T[] = [];
  while (!words.skip(end)) {
    items.push(takeItem());
    if (words.next() !== end) words.expect(",");
  }
  return items;
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** A key of an object or an interface: without quotes where it needs none. */
export function takeKey(words: Words): string {
  const word = words.take();
  if (word === "[") {
    const inner = takeUntil(words, "]");
    words.expect("]");
    return `[${inner}]`;
  }
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
