import type { LintCase } from "../lint-case.js";

const file = "sources.json";
const source = { title: "A page", kind: "vendor page", covers: "All of it." };

/** What the spec rests on. */
export const sourceCases: readonly LintCase[] = [
  {
    name: "a source of no known kind",
    given: { [file]: { sources: [{ ...source, kind: "hearsay" }] } },
    want: [{ code: "invalid-value", at: `${file}#/sources/0/kind` }],
  },
  {
    name: "a source that was read on no day",
    given: { [file]: { sources: [{ ...source, read: "last year" }] } },
    want: [{ code: "invalid-value", at: `${file}#/sources/0/read` }],
  },
  {
    name: "a source that names no release as its newest",
    given: { [file]: { sources: [{ ...source, newest: "the last one" }] } },
    want: [{ code: "invalid-value", at: `${file}#/sources/0/newest` }],
  },
  {
    name: "releases beyond the sources that end before they begin",
    given: { [file]: { sources: [source], seenBeyond: { from: "20", to: "19", basis: "Seen." } } },
    want: {
      code: "invalid-value",
      at: `${file}#/seenBeyond/to`,
      message: "This value does not fit: it must be `from` or a later release.",
    },
  },
  {
    name: "a note of unknown provenance",
    given: {
      "events/scanCode.json#/x-notes": [{ text: "A note.", provenance: { kind: "rumoured", basis: "x" } }],
    },
    want: [{ code: "invalid-value", at: "events/scanCode.json#/x-notes/0/provenance/kind" }],
  },
  {
    name: "a sample that is nobody's",
    given: { "examples/scanCode/card.json#/source": "someone" },
    want: [{ code: "invalid-value", at: "examples/scanCode/card.json#/source" }],
  },
];
