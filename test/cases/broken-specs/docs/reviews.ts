import type { LintCase } from "../lint-case.js";

const file = "drift/reviewed.json";
const hash = "0123456789abcdef";
const claim = { source: "A page", claim: "request bill.tables[].number type", hash, why: "A slip." };
const sentence = { source: "A page", hash, words: "Nothing." };
const review = (claims: readonly object[], sentences: readonly object[] = []) => ({
  [file]: { claims, sentences },
});

/** What people have reviewed of the sources. */
export const reviewCases: readonly LintCase[] = [
  {
    name: "a review of a part that there is not",
    given: review([claim, { ...claim, claim: "request bill.tables[].numbr optional" }]),
    want: {
      code: "unknown-reference",
      at: `${file}#/claims/1/claim`,
      message: 'The spec has no part of a request "bill.tables.numbr".',
      hint: 'Did you mean "bill.tables.number"?',
    },
  },
  {
    name: "a review of a part of the other side",
    given: review([{ ...claim, claim: "response bill.total type" }]),
    want: [{ code: "unknown-reference", at: `${file}#/claims/0/claim` }],
  },
  {
    name: "a review of what a source leaves out, and the spec too",
    given: review([{ source: "A page", claim: "request bill.colour existence", why: "Left out." }]),
    want: [{ code: "unknown-reference", at: `${file}#/claims/0/claim` }],
  },
  {
    name: "more reviews of what the spec leaves out on purpose, and one of something else",
    given: review(
      [
        { ...claim, claim: "request bill.colour existence" },
        { ...claim, claim: "request bill.colour type" },
        { ...claim, claim: "event paint existence" },
        { ...claim, claim: "release 14 existence" },
      ],
      [
        { ...sentence, of: "request bill.colour" },
        { source: "A page", hash: "1123456789abcdef", of: "response bill.colour" },
      ],
    ),
    want: [{ code: "unknown-reference", at: `${file}#/sentences/1/of` }],
  },
  {
    name: "a review of an event and of a release that there are not",
    given: review([
      { source: "A page", claim: "event scanCod existence", why: "Left out." },
      { source: "A page", claim: "release 9 existence", why: "Left out." },
    ]),
    want: [
      { code: "unknown-reference", at: `${file}#/claims/0/claim`, hint: 'Did you mean "scanCode"?' },
      { code: "unknown-reference", at: `${file}#/claims/1/claim` },
    ],
  },
  {
    name: "an erratum that there is not",
    given: review([{ ...claim, erratum: "E99" }]),
    want: {
      code: "unknown-reference",
      at: `${file}#/claims/0/erratum`,
      message: 'The spec has no erratum "E99".',
    },
  },
  {
    name: "reviews that stand there twice",
    given: review([claim, { ...claim, why: "Again." }, { ...claim, hash: undefined }], [sentence, sentence]),
    want: [
      { code: "reviewed-twice", at: `${file}#/claims/1`, message: "This is reviewed already, in claims/0." },
      { code: "reviewed-twice", at: `${file}#/sentences/1` },
    ],
  },
  {
    name: "a review in nobody's words, and one of a sentence that says nothing of it",
    given: review([{ ...claim, why: "" }], [{ source: "A page", hash }]),
    want: [
      { code: "invalid-value", at: `${file}#/claims/0/why` },
      { code: "missing-keyword", at: `${file}#/sentences/0`, message: '"of" is missing here.' },
      { code: "missing-keyword", at: `${file}#/sentences/0`, message: '"words" is missing here.' },
    ],
  },
  {
    name: "what prose calls a part that there is not",
    given: {
      "drift/names.json": {
        names: [{ called: ["table of a bill"], parts: ["request bill.tables[]", "response bill.tables[]"] }],
      },
    },
    want: [{ code: "unknown-reference", at: "drift/names.json#/names/0/parts/1" }],
  },
  {
    name: "a name of prose with a capital",
    given: { "drift/names.json": { names: [{ called: ["Bill"], parts: ["request bill"] }] } },
    want: [{ code: "invalid-value", at: "drift/names.json#/names/0/called/0" }],
  },
];
