import type { LintCase } from "../lint-case.js";

const file = "drift/soap-names.json";
const table = {
  source: "WSDL of the API",
  seenAs: "the SOAP API",
  roots: [{ type: "StampReq", side: "request", path: "" }],
  elements: { "StampReq.card": { path: "../stamp/cards[]/id", why: "Deeper." } },
  leftOut: { "StampReq.key": "No body has it." },
  concerns: ["Stamp"],
};

/** How a WSDL names what bodies have. */
export const soapNameCases: readonly LintCase[] = [
  { name: "a table of names that is sound", given: { [file]: table }, want: [] },
  {
    name: "a table of names without a body",
    given: { [file]: { ...table, roots: [] } },
    want: [{ code: "invalid-value", at: `${file}#/roots` }],
  },
  {
    name: "a body of no known side",
    given: { [file]: { ...table, roots: [{ type: "StampReq", side: "both", path: "" }] } },
    want: [{ code: "invalid-value", at: `${file}#/roots/0/side` }],
  },
  {
    name: "a type that is no part of a body",
    given: {
      [file]: {
        ...table,
        roots: [
          { type: "Bill", side: "request", path: "bill" },
          { type: "All", side: "response", path: "" },
          { type: "Table", side: "request", path: "bill.table" },
          { type: "Events", side: "event", path: "scanCode" },
        ],
      },
    },
    want: [2, 3].map((index) => ({ code: "unknown-reference", at: `${file}#/roots/${index}/path` })),
  },
  {
    name: "a path that a dot leads out of",
    given: {
      [file]: { ...table, elements: { "StampReq.card": { path: "stamp/../card", why: "Elsewhere." } } },
    },
    want: [{ code: "invalid-value", at: `${file}#/elements/StampReq.card/path` }],
  },
  {
    name: "an element that is elsewhere for no reason",
    given: { [file]: { ...table, elements: { "StampReq.card": { path: "card" } } } },
    want: [{ code: "missing-keyword", at: `${file}#/elements/StampReq.card` }],
  },
  {
    name: "an element of no type",
    given: { [file]: { ...table, elements: { card: { path: "card", why: "Elsewhere." } } } },
    want: [{ code: "invalid-value", at: `${file}#/elements/card` }],
  },
  {
    name: "a keyword that no table of names has",
    given: { [file]: { ...table, leftout: {} } },
    want: [{ code: "unknown-keyword", at: `${file}#/leftout` }],
  },
];
