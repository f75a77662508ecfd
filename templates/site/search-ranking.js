/**
 * @typedef {{ kind: string, name: string, anchor?: string, about?: string, since?: string, until?: string }} Entry
 * @typedef {{ path: string, title: string, group: string, since?: string, until?: string, entries: Entry[] }} IndexedPage
 * @typedef {Entry & { page: IndexedPage, rank: number }} Find
 */

const mostFinds = 40;

/** The order of finds that match equally well. */
const kindOrder = ["page", "event", "property", "value", "error code", "heading"];

/**
 * Finds what matches a query, the best match first.
 *
 * @param {string} query
 * @param {IndexedPage[]} pages
 * @returns {Find[]}
 */
function findInIndex(query, pages) {
  const words = wordsOf(query);
  if (words.length === 0) return [];
  return pages
    .flatMap((page) =>
      [{ kind: "page", name: page.title, ...getEnds(page) }, ...page.entries].map((entry) => ({
        ...entry,
        page,
        rank: rankOf(words, entry, page),
      })),
    )
    .filter(({ rank }) => rank > 0)
    .sort(byRank)
    .slice(0, mostFinds);
}

/** @param {IndexedPage} page */
const getEnds = ({ since, until }) => ({ ...(since && { since }), ...(until && { until }) });

/**
 * `relationNumber`, `relation number` and `relation_number` are the same words.
 *
 * @param {string} text
 */
const wordsOf = (text) =>
  text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1 $2")
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/**
 * The rank of an entry: best is its exact name, then its beginning, a part of it, words of it, words of its page, words
 * of its description.
 *
 * @param {string[]} words
 * @param {Entry} entry
 * @param {IndexedPage} page
 */
function rankOf(words, { name, about = "" }, page) {
  const wanted = words.join("");
  const parts = wordsOf(name);
  const whole = parts.join("");
  if (whole === wanted) return 6;
  if (whole.startsWith(wanted)) return 5;
  if (whole.includes(wanted)) return 4;
  if (beginAll(words, parts)) return 3;
  if (beginAll(words, [...parts, ...wordsOf(page.title)])) return 2;
  return beginAll(words, [...parts, ...wordsOf(about)]) ? 1 : 0;
}

/**
 * @param {string[]} words
 * @param {string[]} parts
 */
const beginAll = (words, parts) => words.every((word) => parts.some((part) => part.startsWith(word)));

/**
 * @param {Find} one
 * @param {Find} other
 */
function byRank(one, other) {
  const byKind = placeOf(one.kind) - placeOf(other.kind);
  return other.rank - one.rank || byKind || one.name.length - other.name.length;
}

/** @param {string} kind */
const placeOf = (kind) => (kindOrder.includes(kind) ? kindOrder.indexOf(kind) : kindOrder.length);
