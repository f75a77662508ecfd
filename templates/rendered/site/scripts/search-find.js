/**
 * @typedef {{ kind: string, name: string, about: string, also?: string, since?: string, until?: string }} Entry
 * @typedef {Entry & { path: string, group: string }} IndexedPage
 * @typedef {Entry & { at: string[] }} IndexedEntry A heading or a row, and the places where it is.
 * @typedef {{ synonyms: string[][], pages: IndexedPage[], entries: IndexedEntry[] }} SearchIndex
 * @typedef {{ page: IndexedPage, anchor?: string }} Place
 * @typedef {Entry & { places: Place[] }} Findable
 * @typedef {Findable & { place: Place, score: number, matches: (word: string) => boolean }} Find
 */

const maxFinds = 30;

/** The weight of each kind of result; all others have 1. Tasks come first, then whole pages. */
const weights = new Map([
  ["task", 2.6],
  ["flow", 1.95],
  ["event", 1.6],
  ["guide", 1.5],
  ["object", 1.1],
  ["reference", 1.3],
  ["section", 1.2],
  ["enum", 1.2],
  ["term", 0.65],
  ["open question", 0.6],
  ["setting", 0.9],
  ["property", 0.8],
  ["value", 0.8],
  ["subsection", 0.6],
  ["sample", 0.6],
  ["code", 0.6],
]);

/** The length of a searched query. Pasted text is longer. */
const maxQuery = 200;

/** The weight of each field. `whole` is the name as one word: a user who types all of it wants exactly that. */
const boost = { whole: 4, name: 3.5, also: 3, page: 1, about: 0.7 };

const parts = ["name", "also", "page", "about"];

/**
 * Creates the search of a site.
 *
 * @param {SearchIndex} index
 * @returns {(query: string) => Find[]} The best first.
 */
function createSearch(index) {
  const findables = listFindables(index);
  const synonyms = new Map(index.synonyms.map(([word = "", ...typed]) => [toTerm(word), typed.map(toTerm)]));
  const typed = [...new Set([...synonyms.values()].flat())];
  /** @param {string} term */
  const withSynonyms = (term) => [term, ...(synonyms.get(term) ?? [])];
  const library = fillLibrary(findables, withSynonyms);

  /** @param {string} text */
  return (text) => {
    const wanted = listWanted(text.slice(0, maxQuery));
    const whole = wanted.join("");
    const forms = wanted.map((word) => listForms(word, typed));
    const chances = new Map(forms.flat().reverse());
    /** @param {string} term */
    const chanceOf = (term) => chances.get(term) ?? 1;
    const results = library.search(
      {
        combineWith: "OR",
        queries: [
          { queries: forms.flat().map(([form]) => form), fields: parts },
          { queries: [whole], fields: ["whole"] },
        ],
      },
      {
        boostTerm: chanceOf,
        fuzzy: (term) => chanceOf(term) === 1 && countTypos(term),
        prefix: (term) => term.length > 1,
      },
    );
    const finds = results.flatMap(({ id, terms, queryTerms, score }) => {
      const found = forms.filter((each) => each.some(([form]) => queryTerms.includes(form)));
      return toFind(findables[Number(id)], score * found.length, new Set(terms), withSynonyms);
    });
    return finds.sort((one, other) => other.score - one.score).slice(0, maxFinds);
  };
}

/**
 * @param {Findable | undefined} findable
 * @param {number} score
 * @param {Set<string>} found
 * @param {(term: string) => string[]} withSynonyms
 * @returns {Find[]}
 */
function toFind(findable, score, found, withSynonyms) {
  if (!findable) return [];
  /** @param {string} text */
  const count = (text) =>
    listWords(text).filter((term) => withSynonyms(term).some((each) => found.has(each))).length;
  // Prefer the place whose page the query names.
  const place = findable.places.reduce((best, each) =>
    count(each.page.name) > count(best.page.name) ? each : best,
  );
  return [{ ...findable, place, score, matches: (word) => count(word) > 0 }];
}

/**
 * The possible meanings of a word with their likelihood: as typed, without its ending, and as the parts of a Dutch
 * compound.
 *
 * @param {string} word
 * @param {readonly string[]} typed
 * @returns {[form: string, chance: number][]}
 */
function listForms(word, typed) {
  const stem = word.replace(/(?<=\p{L}{4})(?:en|ing|ed|e)$/u, "");
  // `cancelled` comes from `cancel`, and `bonnen` from `bon`.
  const single = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  const isKnown = typed.includes(word);
  const inside = typed.filter(
    (each) => !isKnown && each.length > 3 && (word.startsWith(each) || word.endsWith(each)),
  );
  return [
    [word, 1],
    ...toForms(stem === word ? [] : [...new Set([stem, single])], 0.7),
    ...toForms(inside, 0.7),
  ];
}

/**
 * @param {readonly string[]} forms
 * @param {number} chance
 * @returns {[form: string, chance: number][]}
 */
const toForms = (forms, chance) => forms.map((form) => [form, chance]);

/**
 * The library looks the words up. Synonyms are found where their word is.
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
const toDocument = ({ kind, name, about, also = "", places }, id) => ({
  ...{ id, name, about, also },
  whole: kind === "subsection" || kind === "sample" ? "" : name,
  page: places.flatMap(({ page, anchor }) => (anchor === undefined ? [] : [page.name])).join(" "),
});

/**
 * The number of letters that may be wrong. A short word or a number with one other letter is another word.
 *
 * @param {string} term
 */
const countTypos = (term) => (term.length < 4 || /\d/.test(term) ? false : term.length < 8 ? 1 : 2);

/**
 * The words of a text for the search, without stop words. `relationNumber` becomes relation, number, and
 * both as one word.
 *
 * @param {string} text
 * @returns {string[]}
 */
const listWords = (text) =>
  findWords(text)
    .flatMap(({ word }) => {
      const parts = splitWord(word);
      return parts.length > 1 ? [...parts, parts.join("")] : parts;
    })
    .filter((word) => !fillers.has(word));

/**
 * The words of a query without stop words, or all of them if there are only stop words.
 *
 * @param {string} query
 */
function listWanted(query) {
  const words = findWords(query).flatMap(({ word }) => splitWord(word));
  const telling = words.filter((word) => !fillers.has(word) && !everywhere.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * The words of a text with their positions. Hyphens and underscores join words.
 *
 * @param {string} text
 */
const findWords = (text) =>
  [...text.matchAll(/[\p{L}\p{N}]+(?:[-_][\p{L}\p{N}]+)*(?:['’]s\b)?/gu)].map(({ 0: word, index }) => ({
    word,
    index,
  }));

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
 * Normalizes case, accents and plural endings.
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

const fillers = new Set(
  [
    "a an and are at be by can do does for from has have how i if in into is it its my of on or should that the their this to",
    "what when where which why with you your",
    "aan al als bij dat de deze die dit door een en er het hoe ik in is kan kun lang mijn met moet naar of om op te tot uit van voor",
    "waar waarom wanneer wat welke wordt zijn",
  ].flatMap((line) => line.split(" ").map(toTerm)),
);

/** Stop words in queries, because every page is about them. */
const everywhere = new Set(["till", "kassa", "pos", "mpluskassa", "mplus", "webhook"]);

/** @typedef {{ text: string, isMarked: boolean }} Piece */

/** The approximate length of the text in a result. */
const maxLetters = 150;

/**
 * Splits a text into pieces and marks those that match.
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
 * The part of a text around its first match, or its beginning if nothing matches.
 *
 * @param {string} text
 * @param {Find["matches"]} matches
 */
function cutAround(text, matches) {
  if (text.length <= maxLetters) return text;
  const first = findWords(text).find(({ word }) => matches(word))?.index ?? 0;
  /** @param {number} place */
  const wordBefore = (place) => {
    const space = text.lastIndexOf(" ", place);
    return space > place - 40 ? space : Math.floor(place);
  };
  const start = first < maxLetters / 2 ? 0 : wordBefore(first - maxLetters / 3);
  const end = start + maxLetters >= text.length ? text.length : wordBefore(start + maxLetters);
  return `${start > 0 ? "… " : ""}${text.slice(start, end).trim()}${end < text.length ? " …" : ""}`;
}
