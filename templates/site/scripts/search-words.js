/**
 * The words of a text as the search looks them up, without those that say nothing: `relationNumber` is relation,
 * number, and both as one word.
 *
 * @param {string} text
 * @returns {string[]}
 */
const listWords = (text) =>
  findWords(text)
    .flatMap(({ word }) => toParts(word))
    .filter((word) => !fillers.has(word));

/**
 * The words of a text as it is written, and where each begins. A hyphen or an underline joins its sides.
 *
 * @param {string} text
 */
const findWords = (text) =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*(?:['’]s\b)?/gu)].map(({ 0: word, index }) => ({
    word,
    index,
  }));

/**
 * @param {string} word
 * @returns {string[]}
 */
function toParts(word) {
  const parts = splitWord(word);
  return parts.length > 1 ? [...parts, parts.join("")] : parts;
}

/**
 * `lineChanges`, `LINE_CHANGES` and `line-changes` have the same parts.
 *
 * @param {string} word
 */
const splitWord = (word) =>
  word
    .replace(/['’]s$/, "")
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .split(/[-_ ]/u)
    .map(toTerm);

/**
 * A word without what makes no difference: case, accents, the ending of a plural.
 *
 * @param {string} word
 */
const toTerm = (word) =>
  word
    .toLowerCase()
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/(?<=..)ies$/, "y")
    .replace(/(?<=..[^aisu])s$/, "");

/** Words that say nothing of what is looked for, in English and in Dutch. */
const fillers = new Set(
  [
    "a an and are at be by can do does for from how i if in into is it its my of on or that the their this to what",
    "when where which with you your de een en het hoe ik kan mijn met op te van voor wat welke",
  ].flatMap((line) => line.split(" ").map(toTerm)),
);

/**
 * The words that somebody looks for; all of them if none tells anything.
 *
 * @param {string} query
 */
function listWanted(query) {
  const words = findWords(query).flatMap(({ word }) => splitWord(word));
  const telling = words.filter((word) => !fillers.has(word));
  return telling.length > 0 ? telling : words;
}
