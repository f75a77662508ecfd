import type { ProblemCode } from "../../../../../generator/base/problem/catalogue.js";
import { duplicate, fault, missing, plain, unknown, type Finding, type LintCase } from "../lint-case.js";

type Given = LintCase["given"];

/** Faults in one file. Only code and place are tested. */
const rows = (
  file: string,
  cases: readonly (readonly [name: string, given: Given, pointer: string, code?: ProblemCode])[],
): readonly LintCase[] =>
  cases.map(([name, given, pointer, code = "invalid-value"]) =>
    fault(name, given, [code, `${file}#${pointer}`]),
  );

const source = { title: "A page", kind: "vendor page", covers: "All of it." };
const sources = (change: object): Given => ({ "sources.json": { sources: [{ ...source, ...change }] } });

const sourceCases: readonly LintCase[] = [
  ...rows("sources.json", [
    ["a source of no known kind", sources({ kind: "hearsay" }), "/sources/0/kind"],
    ["a source that was read on no day", sources({ read: "last year" }), "/sources/0/read"],
    ["a source whose newest release is none", sources({ newest: "the last one" }), "/sources/0/newest"],
  ]),
  fault(
    "releases beyond the sources that end before they begin",
    {
      "sources.json": {
        sources: [source],
        seenBeyond: { from: "20", to: "19", of: "the API", basis: "Seen." },
      },
    },
    "release-order sources.json#/seenBeyond/to: 19 comes after 20; releases must be in ascending order, without repeats.",
  ),
  fault("nothing of one release that is written in two ways", {
    "sources.json": {
      sources: [source],
      seenBeyond: { from: "20", to: "20.0", of: "the API", basis: "Seen." },
    },
  }),
  // A sample without a valid source.
  plain({ "examples/scanCode/card.json#/source": "someone" }, "invalid-value"),
];

const listing = (...synonyms: readonly (readonly [string, ...(readonly string[])])[]): Given => ({
  "glossary.json": {
    terms: [{ term: "Scan", meaning: "A code that was read." }],
    synonyms: synonyms.map(([word, ...typed]) => ({ word, typed })),
  },
});

const keywordsOf = (...keywords: readonly (readonly [string, ...(readonly string[])])[]): Given => ({
  "glossary.json": {
    terms: [{ term: "Scan", meaning: "A code that was read." }],
    keywords: keywords.map(([page, ...words]) => ({ page, words })),
  },
});

/** All synonyms of a word, and all keywords of a page, are in one place. */
const synonymCases: readonly LintCase[] = [
  fault(
    "a word that has its synonyms in two places",
    listing(["receipt", "bon"], ["receipt", "kassabon"]),
    duplicate("glossary.json#/synonyms/1/word", "receipt", "synonyms 0"),
  ),
  fault(
    "a page that has its keywords in two places",
    keywordsOf(["start", "begin"], ["start", "beginnen"]),
    duplicate("glossary.json#/keywords/1/page", "start", "keywords 0"),
  ),
  fault("keywords of a page that is not there", keywordsOf(["event/scanCode", "scan"]), {
    code: "unknown-reference",
    at: "glossary.json#/keywords/0/page",
    hint: 'Did you mean "events/scanCode"?',
  }),
  ...rows("glossary.json", [
    ["a page without keywords", keywordsOf(["start"]), "/keywords/0/words"],
    ["keywords of no page", keywordsOf(["../start", "begin"]), "/keywords/0/page"],
    ["a synonym of several words", listing(["receipt", "de bon"]), "/synonyms/0/typed/0"],
    ["a word without synonyms", listing(["receipt"]), "/synonyms/0/typed"],
    ["a synonym that is there twice", listing(["receipt", "bon", "bon"]), "/synonyms/0/typed"],
  ]),
];

const open = "open-questions.json";
const card = "examples/scanCode/card.json";
const question = { id: "code-length", question: "How long may a code be?", findOut: "Scan a long one." };
const asking = (more: object): Given => ({ [open]: { questions: [{ ...question, ...more }] } });
const sampling = (...samples: readonly object[]): Given => asking({ samples });

const label = { body: "response", at: "/scanCode/label" };
const codeType = { body: "request", at: "/scanCode/codeType" };

/** Open questions refer to existing parts, and no sample answers one. */
const openQuestionCases: readonly LintCase[] = [
  fault(
    "a question about what there is not",
    asking({ about: ["ScanCode.scanedCode"] }),
    unknown(
      `${open}#/questions/0/about/0`,
      'type, property, event or object of events "ScanCode.scanedCode"',
      "ScanCode.scannedCode",
    ),
  ),
  plain({ [open]: { questions: [question, question] } }, "duplicate-name", `${open}#/questions/1/id`),
  fault(
    "a sample with what has to be absent",
    sampling({ body: "request", events: ["scanCode"], at: "/scanCode/scannedCode" }),
    `example-answers ${card}#/request/scanCode/scannedCode: A sample with this answers an open question: How long may a code be? (code-length) Remove it, or settle the question in open-questions.json.`,
  ),
  fault(
    "a sample whose sibling excuses nothing",
    sampling(
      { body: "request", at: "/*/scannedCode", unless: { at: "../codeType", is: "rfid" } },
      { ...codeType, unless: { at: "../scannedCode", is: "long" } },
    ),
    {
      code: "example-answers",
      at: `${card}#/request/scanCode/codeType`,
      hint: 'Remove it, or make sure that ../scannedCode is "long".',
    },
  ),
  fault(
    "an answer that the request does not excuse",
    sampling({ ...label, unless: { body: "request", at: "/scanCode/scannedCode", is: "long" } }),
    {
      code: "example-answers",
      at: `${card}#/response/scanCode/label`,
      hint: 'Remove it, or make sure that /scanCode/scannedCode of the request is "long".',
    },
  ),
  fault(
    "nothing, where samples show as open what they cannot do without",
    sampling({ ...label, shown: true }),
  ),
  fault(
    "a rule for samples that leads nowhere",
    sampling({ body: "response", events: ["scanCode"], at: "/scanCode/lable" }),
    unknown(`${open}#/questions/0/samples/0/at`, 'property of a response "/scanCode/lable"'),
  ),
  fault(
    "a rule for samples whose excuse leads nowhere",
    sampling(
      { ...codeType, unless: { at: "../scanedCode", is: "12" } },
      { ...label, unless: { body: "request", at: "/scanCode/label", is: "A card" } },
    ),
    unknown(`${open}#/questions/0/samples/0/unless/at`, 'property of a request "../scanedCode"'),
    unknown(`${open}#/questions/0/samples/1/unless/at`, 'property of a request "/scanCode/label"'),
  ),
  fault(
    "a rule for samples of an event that there is not",
    sampling({ body: "request", events: ["printBill", "scanCod"], at: "/bill/seats" }),
    unknown(`${open}#/questions/0/samples/0/events/1`, 'event "scanCod"', "scanCode"),
  ),
];

const reviewed = "drift/reviewed.json";
const hash = "0123456789abcdef";
const claim = { source: "A page", claim: "request bill.tables[].number type", hash, why: "A slip." };
const unsaid = { source: "A page", why: "Left out." };
const sentence = { source: "A page", hash, words: "Nothing." };
const review = (claims: readonly object[], sentences: readonly object[] = []): Given => ({
  [reviewed]: { claims, sentences },
});

const ifRemoved = "If it was removed on purpose, remove this entry too.";

const astray = (at: string, what: string, meant?: string): Finding => ({
  code: "review-astray",
  at,
  message: `The spec has no ${what}.`,
  hint: meant === undefined ? ifRemoved : `Did you mean "${meant}"? ${ifRemoved}`,
});

const reviewCases: readonly LintCase[] = [
  fault(
    "a review of a part that there is not",
    review([claim, { ...claim, claim: "request bill.tables[].numbr optional" }]),
    astray(`${reviewed}#/claims/1/claim`, 'property of a request "bill.tables.numbr"', "bill.tables.number"),
  ),
  fault("a review of a part of the other side", review([{ ...claim, claim: "response bill.total type" }]), [
    "review-astray",
    `${reviewed}#/claims/0/claim`,
  ]),
  fault(
    "reviews of what both leave out: a part and an event",
    review(
      ["request bill.colour", "event scanCod"].map((of) => ({
        ...unsaid,
        claim: `${of} existence`,
      })),
    ),
    `review-astray ${reviewed}#/claims/0/claim`,
    {
      code: "review-astray",
      at: `${reviewed}#/claims/1/claim`,
      hint: `Did you mean "scanCode"? ${ifRemoved}`,
    },
  ),
  fault(
    "more reviews of what the spec leaves out on purpose, and one of something else",
    review(
      ["request bill.colour existence", "request bill.colour type", "event paint existence"].map((of) => ({
        ...claim,
        claim: of,
      })),
      [
        { ...sentence, of: "request bill.colour" },
        { source: "A page", hash: "1123456789abcdef", of: "response bill.colour" },
      ],
    ),
    `review-astray ${reviewed}#/sentences/1/of`,
  ),
  fault(
    "an erratum that there is not",
    review([{ ...claim, erratum: "E99" }]),
    astray(`${reviewed}#/claims/0/erratum`, 'erratum "E99"'),
  ),
  fault(
    "reviews that stand there twice",
    review([claim, { ...claim, why: "Again." }, { ...claim, hash: undefined }], [sentence, sentence]),
    `reviewed-twice ${reviewed}#/claims/1: This is already reviewed in claims/0.`,
    `reviewed-twice ${reviewed}#/sentences/1`,
  ),
  fault(
    "a review in nobody's words, and one of a sentence that says nothing of it",
    review([{ ...claim, why: "" }], [{ source: "A page", hash }]),
    `invalid-value ${reviewed}#/claims/0/why`,
    missing(`${reviewed}#/sentences/0`, "of"),
    missing(`${reviewed}#/sentences/0`, "words"),
  ),
];

const soap = "drift/soap-names.json";
const table = {
  source: "WSDL of the API",
  seenAs: "the SOAP API",
  concerns: ["Stamp"],
  roots: [{ type: "StampReq", side: "request", path: "" }],
  elements: { "StampReq.card": { path: "../stamp/cards[]/id", why: "Deeper." } },
  leftOut: { "StampReq.key": "No body has it." },
};
const soapNames = (change: object): Given => ({ [soap]: { ...table, ...change } });
const rooted = (type: string, side: string, path: string): object => ({ type, side, path });
const roots = [
  ...[rooted("Bill", "request", "bill"), rooted("All", "response", "")],
  ...[rooted("Table", "request", "bill.table"), rooted("Events", "event", "scanCode")],
];
const element = (name: string, path: string, why?: string): Given =>
  soapNames({ elements: { [name]: { path, why } } });

const soapNameCases: readonly LintCase[] = [
  fault("a table of names that is sound", soapNames({})),
  fault(
    "a type that is no part of a body",
    soapNames({ roots }),
    `review-astray ${soap}#/roots/2/path`,
    `review-astray ${soap}#/roots/3/path`,
  ),
  ...rows(soap, [
    ["a table of names without a body", soapNames({ roots: [] }), "/roots"],
    ["a body of no known side", soapNames({ roots: [rooted("StampReq", "both", "")] }), "/roots/0/side"],
    ["a path that a dot leads out of", element("A.b", "stamp/../card", "Why."), "/elements/A.b/path"],
    [
      "an element that is elsewhere for no reason",
      element("A.b", "card"),
      "/elements/A.b",
      "missing-keyword",
    ],
    ["an element of no type", element("card", "card", "Elsewhere."), "/elements/card"],
    ["a keyword of no table of names", soapNames({ leftout: {} }), "/leftout", "unknown-keyword"],
  ]),
];

export const besideCases: readonly LintCase[] = [
  ...sourceCases,
  ...synonymCases,
  ...openQuestionCases,
  ...reviewCases,
  ...soapNameCases,
];
