import { readHead, type Head } from "./read-head.js";
import { bare, toTokens } from "./tokens.js";
import { findDeed, sideWords, wordKinds, type Deed } from "./words.js";

/** What a heading over an entry says: its release or its day, and what was done to all that stands below it. */
export interface Heading extends Head {
  readonly deed?: Deed;
}

/** More than stand before a release, as in “New properties and values in the answers of 60.1”. */
const mostWords = 10;

/** Words of questions, as in “What’s new in 60.1”. */
const asking: ReadonlySet<string> = new Set(["what", "what's", "what’s", "wat"]);

/** What was not done in a release does not say that there is one. */
const undone: ReadonlySet<Deed> = new Set(["planned", "denied"]);

/** Reads a heading that names a release or a day, and says nothing else, or only what was done: “New in 60.1”. */
export function readHeading(text: string): Heading | undefined {
  const whole = readHead(text);
  if (whole) return whole;
  const words = text.split(/\s/);
  const rests = words.slice(1, mostWords + 1).map((_, i) => words.slice(i + 1).join(" "));
  const heads = rests.map(readHead);
  const at = heads.findIndex((each) => each?.release !== undefined);
  const opening = words.slice(0, at + 1).filter((word) => !asking.has(bare(word)));
  const deed = findDeed(opening.map(bare));
  return deed !== undefined && !undone.has(deed) && isSection(opening.join(" "))
    ? { ...heads[at], deed }
    : undefined;
}

/** Whether a heading says nothing but what was done, to what kind of thing, and on which side. */
export const isSection = (text: string): boolean =>
  toTokens(text).every(
    ({ word }) =>
      findDeed([word]) !== undefined ||
      sideWords.has(word) ||
      Object.values(wordKinds).some((kind) => kind.has(word)),
  );
