import {
  contradicting,
  duplicate,
  fault,
  misplaced,
  missing,
  plain,
  unknown,
  type LintCase,
} from "./lint-case.js";

const contradicted = { standing: "contradicted", basis: "A page says so." };
const documented = { standing: "documented", basis: "A page says so." };
const product = {
  ...{ id: "pos", name: "POS", description: "The till." },
  ...{ sends: { default: documented }, takes: { default: documented } },
};
const products = (...list: readonly object[]) => ({ "products.json": { products: list } });
const scan = "events/scanCode.json#";
const takes = (standings: object) => ({ [`${scan}/takes`]: standings });
const label = "responses/scanCode.json#/properties/label";

const endsPolling =
  'the answer that ends polling can be refused only where the event says `"polling": "optional"`';

const stray = (name: string, at: string): LintCase =>
  fault(
    name,
    { [`${at}/x-only-for`]: ["scanCode"] },
    misplaced(at, "x-only-for", "a property of a closed object in responses/"),
  );

/** What is said of answers with events, and of products. */
export const standingCases: readonly LintCase[] = [
  fault(
    "a standing of an answer that the event does not list",
    takes({ mesage: documented }),
    unknown(`${scan}/takes/mesage`, 'answer to this "mesage"', "message"),
  ),
  // A standing of another event's answer.
  plain(takes({ billFooter: documented }), "unknown-reference", `${scan}/takes/billFooter`),
  fault(
    "a standing to all events of an answer that only one has",
    { "envelope.json#/takes": { scanCode: documented } },
    ["unknown-reference", "envelope.json#/takes/scanCode"],
  ),
  fault(
    "a standing without a basis",
    takes({ message: { standing: "documented" } }),
    missing(`${scan}/takes/message`, "basis"),
  ),
  fault(
    "an unknown answer that is admitted",
    takes({ message: { standing: "unknown", basis: "A.", admitted: "B." } }),
    contradicting(`${scan}/takes/message`, "only what is contradicted is admitted in spite of it"),
  ),
  fault(
    "an answer that the event lists, and does not take",
    takes({ scanCode: contradicted }),
    contradicting(
      `${scan}/takes/scanCode`,
      "an answer that the event lists is contradicted only if it is admitted all the same",
    ),
  ),
  fault(
    "a required answer that the event does not take",
    { "envelope.json#/answers/message": { required: true }, ...takes({ message: contradicted }) },
    contradicting(`${scan}/takes/message`, "an answer that is required cannot be refused"),
  ),
  fault(
    "an event that polls, and does not take what ends polling",
    takes({ polling: contradicted }),
    contradicting(`${scan}/takes/polling`, endsPolling),
  ),
  fault(
    "events that poll, none of which takes what ends polling",
    { "envelope.json#/takes": { polling: contradicted } },
    contradicting("envelope.json#/takes/polling", endsPolling),
  ),
  fault("what ends polling, refused where it may be left out or is admitted", {
    "events/printBill.json#/takes": { polling: contradicted },
    ...takes({ polling: { ...contradicted, admitted: "It is seen." } }),
  }),
  fault(
    "a project that starts with an answer that does not work",
    {
      ...takes({ message: contradicted }),
      [`${scan}/start`]: { answer: { message: { text: "Hello" } } },
    },
    ["unknown-reference", `${scan}/start/answer/message/text`],
  ),
  fault(
    "a project that starts with a property for another event",
    {
      "responses/scanCode.json#/properties/label/x-only-for": ["printBill"],
      "events/printBill.json#/answers": { billFooter: {}, scanCode: {} },
      [`${scan}/start`]: { answer: { scanCode: { label: "Hello" } } },
      "examples/scanCode/card.json#/response": {},
    },
    ["unknown-reference", `${scan}/start/answer/scanCode/label`],
  ),
  fault(
    "a property for an event that does not take its answer",
    { [`${label}/x-only-for`]: ["printBill"] },
    {
      ...{ code: "limit-astray", at: label },
      message: 'This is only for "printBill", and no event of that name lists the answer "scanCode".',
      hint: "Name events in `x-only-for` that have it in their `answers`.",
    },
  ),
  fault(
    "a property for an event that there is not",
    { [`${label}/x-only-for`]: ["scanCod"] },
    { code: "limit-astray", at: label, hint: 'Did you mean "scanCode"?' },
  ),
  fault(
    "a property for one event, in an answer that all have",
    { "responses/message.json#/properties/title/x-only-for": ["scanCode"] },
    ["limit-astray", "responses/message.json#/properties/title"],
  ),
  stray("a property of a request for one event", "requests/scanCode.json#/properties/scannedCode"),
  stray("a whole answer for one event", "responses/scanCode.json#"),
  stray("an included property for one event", "common/text-properties.json#/properties/text"),
  fault(
    "a property of an open answer for one event",
    {
      "responses/scanCode.json#/title": "CodeAnswer",
      "responses/scanCode.json#/x-open": true,
      [`${label}/x-only-for`]: ["scanCode"],
    },
    ["misplaced-keyword", label],
  ),
  fault(
    "a property for one event whose answer has a name that is taken",
    { [`${label}/x-only-for`]: ["scanCode"] },
    duplicate("responses/scanCode.json#", "ScanCodeAnswer", "responses/scanCode.json"),
  ),
  // Products of one name.
  plain(products(product, product), "duplicate-name", "products.json#/products/1/id"),
  fault(
    "a product that sends what is no event, and takes what is no answer",
    products({
      ...product,
      sends: { default: documented, events: { scanCod: documented } },
      takes: { default: documented, answers: { sacnCode: documented } },
    }),
    unknown("products.json#/products/0/sends/events/scanCod", 'event "scanCod"', "scanCode"),
    ["unknown-reference", "products.json#/products/0/takes/answers/sacnCode"],
  ),
  fault(
    "a product that leaves out what its event does not carry",
    products({
      ...product,
      sends: { default: documented, events: { scanCode: { ...documented, leavesOut: ["sesion"] } } },
    }),
    unknown("products.json#/products/0/sends/events/scanCode/leavesOut/0", 'part of this event "sesion"'),
  ),
];
