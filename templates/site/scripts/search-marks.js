/** @typedef {{ text: string, isMarked: boolean }} Piece */

/** A piece of text in a find is about this long. */
const mostLetters = 150;

/**
 * A text in pieces, of which those are marked that match.
 *
 * @param {string} text
 * @param {Find["matches"]} matches
 * @returns {Piece[]}
 */
function markWords(text, matches) {
  /** @type {Piece[]} */
  const pieces = [];
  let end = 0;
  for (const { word, index } of findWords(text)) {
    if (!matches(word)) continue;
    pieces.push({ text: text.slice(end, index), isMarked: false }, { text: word, isMarked: true });
    end = index + word.length;
  }
  return [...pieces, { text: text.slice(end), isMarked: false }].filter((piece) => piece.text !== "");
}

/**
 * The part of a text that shows why it was found: around its first match, or its beginning if there is none.
 *
 * @param {string} text
 * @param {Find["matches"]} matches
 */
function cutAround(text, matches) {
  if (text.length <= mostLetters) return text;
  const first = findWords(text).find(({ word }) => matches(word))?.index ?? 0;
  const start = first < mostLetters / 2 ? 0 : findBreak(text, first - mostLetters / 3);
  const end = start + mostLetters >= text.length ? text.length : findBreak(text, start + mostLetters);
  return `${start > 0 ? "… " : ""}${text.slice(start, end).trim()}${end < text.length ? " …" : ""}`;
}

/**
 * The end of the last word before a place.
 *
 * @param {string} text
 * @param {number} place
 */
function findBreak(text, place) {
  const space = text.lastIndexOf(" ", place);
  return space > place - 40 ? space : Math.floor(place);
}
