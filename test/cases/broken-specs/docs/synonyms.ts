import type { LintCase } from "../lint-case.js";

const file = "glossary.json";

const listing = (...synonyms: readonly object[]): Readonly<Record<string, unknown>> => ({
  [file]: { terms: [{ term: "Scan", meaning: "A code that was read." }], synonyms },
});

/** A word and what people type for it stand in one place. */
export const synonymCases: readonly LintCase[] = [
  {
    name: "a word that has its synonyms in two places",
    given: listing({ word: "receipt", typed: ["bon"] }, { word: "receipt", typed: ["kassabon"] }),
    want: {
      code: "duplicate-name",
      at: `${file}#/synonyms/1/word`,
      message: 'The name "receipt" is already taken by synonyms 0.',
    },
  },
  {
    name: "a word that is its own synonym",
    given: listing({ word: "receipt", typed: ["bon", "receipt"] }),
    want: [{ code: "duplicate-name", at: `${file}#/synonyms/0/typed/1` }],
  },
  {
    name: "a synonym of several words",
    given: listing({ word: "receipt", typed: ["de bon"] }),
    want: [{ code: "invalid-value", at: `${file}#/synonyms/0/typed/0` }],
  },
  {
    name: "a word without synonyms",
    given: listing({ word: "receipt", typed: [] }),
    want: [{ code: "invalid-value", at: `${file}#/synonyms/0/typed` }],
  },
  {
    name: "a synonym that is there twice",
    given: listing({ word: "receipt", typed: ["bon", "bon"] }),
    want: [{ code: "invalid-value", at: `${file}#/synonyms/0/typed` }],
  },
];
