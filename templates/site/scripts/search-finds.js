/**
 * @typedef {{ kind: string, name: string, about: string, also?: string, since?: string, until?: string }} Entry
 * @typedef {Entry & { path: string, group: string }} IndexedPage
 * @typedef {Entry & { at: string[] }} IndexedEntry A heading or a row, and the places where it is.
 * @typedef {{ synonyms: string[][], pages: IndexedPage[], entries: IndexedEntry[] }} SearchIndex
 * @typedef {{ page: IndexedPage, anchor?: string }} Place
 * @typedef {Entry & { places: Place[] }} Findable
 * @typedef {Findable & { place: Place, matches: (word: string) => boolean }} Find
 */

const mostFinds = 30;
const mostWords = 5;

/** How much a find of a kind counts; all others count 1. What people want to do comes first, then whole pages. */
const weights = new Map([
  ["task", 2.5],
  ["flow", 1.9],
  ["event", 1.6],
  ["guide", 1.5],
  ["object", 1.1],
  ["reference", 1.3],
  ["section", 1.2],
  ["enum", 1.2],
  ["term", 0.9],
  ["open question", 0.8],
  ["setting", 0.9],
  ["property", 0.8],
  ["value", 0.8],
  ["subsection", 0.6],
  ["code", 0.6],
]);

/** How much it counts where the words stand. `whole` is the name as one word: who types all of it wants just that. */
const boost = { whole: 3, name: 3.5, also: 2, path: 2, page: 1, about: 1 };

/** Where a word of several may be. */
const parts = Object.keys(boost).filter((field) => field !== "whole");

/**
 * Makes the search of a site.
 *
 * @param {SearchIndex} index
 * @returns {{ find: (query: string) => Find[], suggest: (query: string) => string[] }} The best first.
 */
function createSearch(index) {
  const findables = listFindables(index);
  const synonyms = new Map(index.synonyms.map(([word = "", ...typed]) => [toTerm(word), typed.map(toTerm)]));
  /** @param {string} term */
  const withSynonyms = (term) => [term, ...(synonyms.get(term) ?? [])];
  const library = fillLibrary(findables, withSynonyms);
  /** @type {(query: string) => Find[]} */
  const find = (query) => {
    const wanted = listWanted(query);
    if (wanted.length === 0) return [];
    const each = wanted.map(withSwaps);
    const all = library.search({
      combineWith: "OR",
      queries: [{ combineWith: "AND", queries: each, fields: parts }, withSwaps(wanted.join(""))],
    });
    const results = all.length > 0 ? all : library.search({ combineWith: "OR", queries: each });
    return results.slice(0, mostFinds).flatMap(({ id, terms }) => {
      const findable = findables[Number(id)];
      const found = new Set(terms);
      /** @param {string} word */
      const count = (word) =>
        listWords(word).filter((term) => withSynonyms(term).some((each) => found.has(each))).length;
      return findable
        ? [{ ...findable, place: choosePlace(findable, count), matches: (word) => count(word) > 0 }]
        : [];
    });
  };
  /** @param {string} query */
  const suggest = (query) =>
    [...new Set(library.autoSuggest(query, near).flatMap(({ terms }) => terms))].slice(0, mostWords);
  return { find, suggest };
}

/**
 * How words are found that are near to those that somebody looks for.
 *
 * @type {import("minisearch").SearchOptions}
 */
const near = { tokenize: listWanted, fields: parts, combineWith: "OR", prefix: false, fuzzy: 0.4 };

/**
 * A word, or less likely the word that it is with two letters in the right order.
 *
 * @param {string} word
 * @returns {import("minisearch").Query}
 */
function withSwaps(word) {
  if (countTypos(word) === false) return word;
  const swaps = Array.from(
    { length: word.length - 1 },
    (_, i) => `${word.slice(0, i)}${word.charAt(i + 1)}${word.charAt(i)}${word.slice(i + 2)}`,
  );
  const rarely = { boost: scale(boost, 0.6), prefix: false, fuzzy: false };
  return { combineWith: "OR", queries: [word, { combineWith: "OR", queries: swaps, ...rarely }] };
}

/**
 * @param {Record<string, number>} numbers
 * @param {number} factor
 */
const scale = (numbers, factor) =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, number * factor]));

/**
 * The library looks the words up; what people type for a word of the pages is found where that word is.
 *
 * @param {Findable[]} findables
 * @param {(term: string) => string[]} withSynonyms
 */
function fillLibrary(findables, withSynonyms) {
  const { MiniSearch } = /** @type {{ MiniSearch: typeof import("minisearch").default }} */ (
    /** @type {unknown} */ (globalThis)
  );
  const library = new MiniSearch({
    fields: Object.keys(boost),
    tokenize: (text, field) => (field === "whole" ? [listWanted(text).join("")] : listWords(text)),
    processTerm: (term, field) => (field === "whole" ? term : withSynonyms(term)),
    searchOptions: {
      tokenize: (text) => [text],
      processTerm: (term) => term,
      boost,
      boostDocument: (id) => weights.get(findables[Number(id)]?.kind ?? "") ?? 1,
      fuzzy: countTypos,
      prefix: (term) => term.length > 1,
    },
  });
  library.addAll(findables.map(toDocument));
  return library;
}

/**
 * @param {SearchIndex} index
 * @returns {Findable[]}
 */
function listFindables({ pages, entries }) {
  const byPath = new Map(pages.map((page) => [page.path, page]));
  return [
    ...pages.map((page) => ({ ...page, places: [{ page }] })),
    ...entries.map((entry) => ({
      ...entry,
      places: entry.at.flatMap((place) => {
        const [path = "", anchor = ""] = place.split("#");
        const page = byPath.get(path);
        return page ? [{ page, anchor }] : [];
      }),
    })),
  ];
}

/**
 * @param {Findable} findable
 * @param {number} id
 */
function toDocument({ kind, name, about, also = "", places }, id) {
  const own = places.filter(({ anchor }) => anchor === undefined);
  const others = places.filter(({ anchor }) => anchor !== undefined);
  return {
    ...{ id, name, about, also },
    whole: kind === "subsection" ? "" : name,
    path: own.map(({ page }) => page.path.replace(/^.*\/|\.html$/g, "")).join(" "),
    page: others.map(({ page }) => page.name).join(" "),
  };
}

/**
 * How many letters may be wrong. In a short word, or a number, one letter makes another word.
 *
 * @param {string} term
 */
const countTypos = (term) => (term.length < 4 || /\d/.test(term) ? false : term.length < 8 ? 1 : 2);

/**
 * Of the places of a find the one whose page is named in the query, or else the first.
 *
 * @param {Findable} findable
 * @param {(text: string) => number} count
 */
const choosePlace = ({ places }, count) =>
  places.reduce((best, place) => (count(place.page.name) > count(best.page.name) ? place : best));
