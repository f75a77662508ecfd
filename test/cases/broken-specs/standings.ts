import type { LintCase } from "./lint-case.js";

const contradicted = { standing: "contradicted", basis: "A page says so." };
const documented = { standing: "documented", basis: "A page says so." };
const product = {
  id: "pos",
  name: "POS",
  description: "The till.",
  sends: { default: documented },
  takes: { default: documented },
};
const label = "responses/scanCode.json#/properties/label";

const endsPolling =
  'the answer that ends polling can be refused only where the event says `"polling": "optional"`';

const contradicting = (name: string, given: LintCase["given"], at: string, detail: string): LintCase => ({
  name,
  given,
  want: {
    code: "contradicting-keywords",
    at,
    message: `These keywords contradict each other: ${detail}.`,
  },
});

const misplaced = (name: string, at: string): LintCase => ({
  name,
  given: { [`${at}/x-only-for`]: ["scanCode"] },
  want: {
    code: "misplaced-keyword",
    at,
    message: '"x-only-for" only means something on a property of a closed object in responses/.',
  },
});

/** What is said of answers with events, and of products. */
export const standingCases: readonly LintCase[] = [
  {
    name: "a standing of an answer that the event does not list",
    given: { "events/scanCode.json#/takes": { mesage: documented } },
    want: {
      code: "unknown-reference",
      at: "events/scanCode.json#/takes/mesage",
      message: 'The spec has no answer to this "mesage".',
      hint: 'Did you mean "message"?',
    },
  },
  {
    name: "a standing of another event's answer",
    given: { "events/scanCode.json#/takes": { billFooter: documented } },
    want: [{ code: "unknown-reference", at: "events/scanCode.json#/takes/billFooter" }],
  },
  {
    name: "a standing to all events of an answer that only one has",
    given: { "envelope.json#/takes": { scanCode: documented } },
    want: [{ code: "unknown-reference", at: "envelope.json#/takes/scanCode" }],
  },
  {
    name: "a standing without a basis",
    given: { "events/scanCode.json#/takes": { message: { standing: "documented" } } },
    want: {
      code: "missing-keyword",
      at: "events/scanCode.json#/takes/message",
      message: '"basis" is missing here.',
    },
  },
  {
    name: "a standing that there is not",
    given: { "events/scanCode.json#/takes": { message: { standing: "certain", basis: "A page." } } },
    want: {
      code: "invalid-value",
      at: "events/scanCode.json#/takes/message/standing",
      message: "This value does not fit: it is none of documented, unknown, contradicted.",
    },
  },
  contradicting(
    "an unknown answer that is admitted",
    { "events/scanCode.json#/takes": { message: { standing: "unknown", basis: "A.", admitted: "B." } } },
    "events/scanCode.json#/takes/message",
    "only what is contradicted is admitted in spite of it",
  ),
  contradicting(
    "an answer that the event lists, and does not take",
    { "events/scanCode.json#/takes": { scanCode: contradicted } },
    "events/scanCode.json#/takes/scanCode",
    "an answer that the event lists is contradicted only if it is admitted all the same",
  ),
  contradicting(
    "a required answer that the event does not take",
    {
      "envelope.json#/answers/message": { required: true },
      "events/scanCode.json#/takes": { message: contradicted },
    },
    "events/scanCode.json#/takes/message",
    "an answer that is required cannot be refused",
  ),
  contradicting(
    "an event that polls, and does not take what ends polling",
    { "events/scanCode.json#/takes": { polling: contradicted } },
    "events/scanCode.json#/takes/polling",
    endsPolling,
  ),
  contradicting(
    "events that poll, none of which takes what ends polling",
    { "envelope.json#/takes": { polling: contradicted } },
    "envelope.json#/takes/polling",
    endsPolling,
  ),
  {
    name: "what ends polling, refused where it may be left out or is admitted",
    given: {
      "events/printBill.json#/takes": { polling: contradicted },
      "events/scanCode.json#/takes": { polling: { ...contradicted, admitted: "It is seen." } },
    },
    want: [],
  },
  {
    name: "a project that starts with an answer that does not work",
    given: {
      "events/scanCode.json#/takes": { message: contradicted },
      "events/scanCode.json#/start": { answer: { message: { text: "Hello" } } },
    },
    want: [{ code: "unknown-reference", at: "events/scanCode.json#/start/answer/message/text" }],
  },
  {
    name: "a project that starts with a property for another event",
    given: {
      "responses/scanCode.json#/properties/label/x-only-for": ["printBill"],
      "events/printBill.json#/answers": { billFooter: {}, scanCode: {} },
      "events/scanCode.json#/start": { answer: { scanCode: { label: "Hello" } } },
      "examples/scanCode/card.json#/response": {},
    },
    want: [{ code: "unknown-reference", at: "events/scanCode.json#/start/answer/scanCode/label" }],
  },
  {
    name: "a property for an event that does not take its answer",
    given: { [`${label}/x-only-for`]: ["printBill"] },
    want: {
      code: "limit-astray",
      at: label,
      message: 'This is only for "printBill", and no event of that name lists the answer "scanCode".',
      hint: "Name events in `x-only-for` that have it in their `answers`.",
    },
  },
  {
    name: "a property for an event that there is not",
    given: { [`${label}/x-only-for`]: ["scanCod"] },
    want: [{ code: "limit-astray", at: label, hint: 'Did you mean "scanCode"?' }],
  },
  {
    name: "a property for one event, in an answer that all have",
    given: { "responses/message.json#/properties/title/x-only-for": ["scanCode"] },
    want: [{ code: "limit-astray", at: "responses/message.json#/properties/title" }],
  },
  misplaced("a property of a request for one event", "requests/scanCode.json#/properties/scannedCode"),
  misplaced("a whole answer for one event", "responses/scanCode.json#"),
  misplaced("an included property for one event", "common/text-properties.json#/properties/text"),
  {
    name: "a property of an open answer for one event",
    given: {
      "responses/scanCode.json#/title": "CodeAnswer",
      "responses/scanCode.json#/x-open": true,
      [`${label}/x-only-for`]: ["scanCode"],
    },
    want: [{ code: "misplaced-keyword", at: label }],
  },
  {
    name: "a property for one event whose answer has a name that is taken",
    given: { [`${label}/x-only-for`]: ["scanCode"] },
    want: {
      code: "duplicate-name",
      at: "responses/scanCode.json#",
      message: 'The name "ScanCodeAnswer" is already taken by responses/scanCode.json.',
    },
  },
  {
    name: "products of one name",
    given: { "products.json": { products: [product, product] } },
    want: [{ code: "duplicate-name", at: "products.json#/products/1/id" }],
  },
  {
    name: "a product that leaves out what its event does not carry",
    given: {
      "products.json": {
        products: [
          {
            ...product,
            sends: { default: documented, events: { scanCode: { ...documented, leavesOut: ["sesion"] } } },
          },
        ],
      },
    },
    want: {
      code: "unknown-reference",
      at: "products.json#/products/0/sends/events/scanCode/leavesOut/0",
      message: 'The spec has no part of this event "sesion".',
    },
  },
  {
    name: "a product that sends what is no event",
    given: {
      "products.json": {
        products: [{ ...product, sends: { default: documented, events: { scanCod: documented } } }],
      },
    },
    want: {
      code: "unknown-reference",
      at: "products.json#/products/0/sends/events/scanCod",
      hint: 'Did you mean "scanCode"?',
    },
  },
  {
    name: "a product that takes what is no answer",
    given: {
      "products.json": {
        products: [{ ...product, takes: { default: documented, answers: { sacnCode: documented } } }],
      },
    },
    want: [{ code: "unknown-reference", at: "products.json#/products/0/takes/answers/sacnCode" }],
  },
  {
    name: "a product of which nothing is said but its name",
    given: { "products.json": { products: [{ id: "pos", name: "POS", description: "The till." }] } },
    want: [
      { code: "missing-keyword", at: "products.json#/products/0" },
      { code: "missing-keyword", at: "products.json#/products/0" },
    ],
  },
];
