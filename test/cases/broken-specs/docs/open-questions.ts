import type { LintCase } from "../lint-case.js";

const file = "open-questions.json";
const card = "examples/scanCode/card.json";

const question = {
  id: "code-length",
  question: "How long may a code be?",
  findOut: "Scan a long one.",
};

const asking = (more: object): Readonly<Record<string, unknown>> => ({
  [file]: { questions: [{ ...question, ...more }] },
});

/** What is open leads somewhere, and no sample answers it. */
export const openQuestionCases: readonly LintCase[] = [
  {
    name: "a question about what there is not",
    given: asking({ about: ["ScanCode.scanedCode"] }),
    want: {
      code: "unknown-reference",
      at: `${file}#/questions/0/about/0`,
      message: 'The spec has no type, property, event or object of events "ScanCode.scanedCode".',
      hint: 'Did you mean "ScanCode.scannedCode"?',
    },
  },
  {
    name: "a question that is asked twice",
    given: { [file]: { questions: [question, question] } },
    want: [{ code: "duplicate-name", at: `${file}#/questions/1/id` }],
  },
  {
    name: "a sample with what has to be absent",
    given: asking({ samples: [{ body: "request", events: ["scanCode"], at: "/scanCode/scannedCode" }] }),
    want: {
      code: "example-answers",
      at: `${card}#/request/scanCode/scannedCode`,
      message: "A sample with this answers what is open: How long may a code be? (code-length)",
      hint: "Leave it out, or answer the question in open-questions.json for good.",
    },
  },
  {
    name: "a sample whose sibling excuses nothing",
    given: asking({
      samples: [
        { body: "request", at: "/*/scannedCode", unless: { at: "../codeType", is: "rfid" } },
        { body: "request", at: "/scanCode/codeType", unless: { at: "../scannedCode", is: "long" } },
      ],
    }),
    want: {
      code: "example-answers",
      at: `${card}#/request/scanCode/codeType`,
      hint: 'Leave it out, or see to it that ../scannedCode is "long".',
    },
  },
  {
    name: "an answer that the request does not excuse",
    given: asking({
      samples: [
        {
          body: "response",
          at: "/scanCode/label",
          unless: { body: "request", at: "/scanCode/scannedCode", is: "long" },
        },
      ],
    }),
    want: {
      code: "example-answers",
      at: `${card}#/response/scanCode/label`,
      hint: 'Leave it out, or see to it that /scanCode/scannedCode of the request is "long".',
    },
  },
  {
    name: "a rule for samples that leads nowhere",
    given: asking({ samples: [{ body: "response", events: ["scanCode"], at: "/scanCode/lable" }] }),
    want: {
      code: "unknown-reference",
      at: `${file}#/questions/0/samples/0/at`,
      message: 'The spec has no place in a response "/scanCode/lable".',
    },
  },
  {
    name: "a rule for samples whose excuse leads nowhere",
    given: asking({
      samples: [
        { body: "request", at: "/scanCode/codeType", unless: { at: "../scanedCode", is: "12" } },
        {
          body: "response",
          at: "/scanCode/label",
          unless: { body: "request", at: "/scanCode/label", is: "A card" },
        },
      ],
    }),
    want: [
      {
        code: "unknown-reference",
        at: `${file}#/questions/0/samples/0/unless/at`,
        message: 'The spec has no place in a request "../scanedCode".',
      },
      {
        code: "unknown-reference",
        at: `${file}#/questions/0/samples/1/unless/at`,
        message: 'The spec has no place in a request "/scanCode/label".',
      },
    ],
  },
  {
    name: "a rule for samples of an event that there is not",
    given: asking({ samples: [{ body: "request", events: ["printBill", "scanCod"], at: "/bill/seats" }] }),
    want: {
      code: "unknown-reference",
      at: `${file}#/questions/0/samples/0/events/1`,
      message: 'The spec has no event "scanCod".',
      hint: 'Did you mean "scanCode"?',
    },
  },
];
