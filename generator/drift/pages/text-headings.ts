import { parseRelease } from "../../time/release.js";
import { splitWords } from "../words/split-words.js";
import { hasVerb } from "../words/verbs.js";
import { endsSentence, isName } from "./text-rows.js";

const most = 8;

/**
 * The level of a line that stands alone, if it looks like a heading: few words, and no sentence. The first of the page is its title;
 * a name of the contract stands below headings of several words.
 */
export function findHeadingLevel(line: string, isFirst: boolean): number | undefined {
  const words = splitWords(line);
  const [first = ""] = words;
  if (words.length > most || endsSentence(line) || hasVerb(words)) return undefined;
  if (isFirst) return 1;
  return words.length === 1 && isName(first) && parseRelease(first) === undefined ? 3 : 2;
}
