import { parseRelease, type Release } from "../../time/release.js";
import { findDate } from "./read-date.js";
import { bare } from "./tokens.js";

/** What a line at the head of an entry says: a release, a day, or only another number. */
export interface Head {
  readonly release?: Release;
  readonly date?: string;
}

/** Words that name the release of an entry, its day, and what stands between them. */
const headWords: ReadonlySet<string> = new Set([
  ..."release releases released version versie uitgave uitgebracht v date datum releasedatum".split(" "),
  ...["of", "on", "from", "van", "op", "dated", "d.d", ""],
]);

/** The vendor's name for the program, which says nothing of its own. */
const program = "mpluskassa";

/** Words before a number that is no release, though it looks like one, up to the word that ends it. */
const otherNumbers: readonly (readonly string[])[] = [
  ["pos", "version"],
  ["pos", "versie"],
  ["posversion"],
  ["posversie"],
  ["kassaversie"],
];

/** Reads a line that names a release or a day, and says nothing else. */
export function readHead(text: string): Head | undefined {
  const words = text.split(/\s/).map(bare);
  let head: Head = {};
  let isHead = false;
  for (let i = 0; i < words.length;) {
    const rest = words.slice(i, i + 3);
    const [word = ""] = rest;
    const other = otherNumbers.find((label) => label.every((each, j) => each === rest[j]));
    const date = findDate(rest);
    const release = toRelease(word, words[i - 1]);
    if (other) {
      const number = words[i + other.length] ?? "";
      i += other.length + (/^[v\d]/.test(number) ? 1 : 0);
    } else if (date) {
      head = { ...head, date: date.date };
      i += date.length;
    } else if (release !== undefined && head.release === undefined) {
      head = { ...head, release };
      i += 1;
    } else if (headWords.has(word) || word === program) {
      i += 1;
      continue;
    } else return undefined;
    isHead = true;
  }
  return isHead ? head : undefined;
}

/** A number without a dot is a release only behind a word that says so. */
const toRelease = (word: string, before = ""): Release | undefined =>
  word.includes(".") || word.startsWith("v") || (headWords.has(before) && before !== "")
    ? parseRelease(word)
    : undefined;

/** Whether a line that is no head begins as one does: with a number that is a release, or a word for one and any number. */
export function beginsAsHead(text: string): boolean {
  const [first = "", second = ""] = text.split(/\s/, 2).map(bare);
  return (
    toRelease(first) !== undefined ||
    /^v?\d+(?:\.\d+)+$/.test(first) ||
    (headWords.has(first) && /^v?\d/.test(second))
  );
}
