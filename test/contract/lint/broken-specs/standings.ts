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
const sends = [{ events: ["scanCode", "printBill"], ...documented }];
const taken = [{ answers: ["scanCode", "billFooter", "message", "polling"], ...documented }];
const product = { id: "pos", name: "POS", description: "The till.", sends, takes: taken };
const sending = (...groups: readonly object[]) => products({ ...product, sends: groups });
const products = (...list: readonly object[]) => ({ "products.json": { products: list } });
const scan = "events/scanCode.json#";
const listTakes = (standings: Readonly<Record<string, object>>) =>
  Object.entries(standings).map(([name, entry]) => ({ answers: [name], ...entry }));
const takes = (standings: Readonly<Record<string, object>>) => ({ [`${scan}/takes`]: listTakes(standings) });
const first = `${scan}/takes/0/answers/0`;
const label = "responses/scanCode.json#/properties/label";

const endsPolling =
  'the answer that ends polling can be contradicted only if the event has `"polling": "optional"`';

const stray = (name: string, at: string): LintCase =>
  fault(
    name,
    { [`${at}/x-only-for`]: ["scanCode"] },
    misplaced(at, "x-only-for", "a property of a closed object in responses/"),
  );

const scanned = "requests/scanCode.json#/properties/scannedCode";

const astray = (name: string, at: string): LintCase =>
  fault(
    name,
    { [`${at}/x-optional-for`]: { scanCode: "Seen so." } },
    misplaced(at, "x-optional-for", "a required property of an object in requests/"),
  );

export const standingCases: readonly LintCase[] = [
  fault(
    "a standing of an answer that the event does not list",
    takes({ mesage: documented }),
    unknown(first, 'answer to this "mesage"', "message"),
  ),
  // A standing of another event's answer.
  plain(takes({ billFooter: documented }), "unknown-reference", first),
  fault(
    "a standing to all events of an answer that only one has",
    { "envelope.json#/takes": listTakes({ scanCode: documented }) },
    "unknown-reference envelope.json#/takes/0/answers/0",
  ),
  fault(
    "a standing without a basis",
    takes({ message: { standing: "documented" } }),
    missing(`${scan}/takes/0`, "basis"),
  ),
  fault(
    "an answer of two standings",
    { [`${scan}/takes`]: [...listTakes({ message: documented }), ...listTakes({ message: contradicted })] },
    `duplicate-name ${scan}/takes/1/answers/0: The name "message" is already taken by another entry of \`takes\`.`,
  ),
  fault(
    "an answer that the event lists, and does not take",
    takes({ scanCode: contradicted }),
    contradicting(first, "an answer that the event lists cannot be contradicted"),
  ),
  fault(
    "a required answer that the event does not take",
    { "envelope.json#/answers/message": { required: true }, ...takes({ message: contradicted }) },
    contradicting(first, "a required answer cannot be contradicted"),
  ),
  fault(
    "an event that polls, and does not take what ends polling",
    takes({ polling: contradicted }),
    contradicting(first, endsPolling),
  ),
  fault(
    "events that poll, none of which takes what ends polling",
    { "envelope.json#/takes": listTakes({ polling: contradicted }) },
    contradicting("envelope.json#/takes/0/answers/0", endsPolling),
  ),
  fault("what ends polling, refused where it may be left out", {
    "events/printBill.json#/takes": listTakes({ polling: contradicted }),
  }),
  fault(
    "a project that starts with an answer that does not work",
    {
      ...takes({ message: contradicted }),
      [`${scan}/start`]: { answer: { message: { text: "Hello" } } },
    },
    `unknown-reference ${scan}/start/answer/message/text`,
  ),
  fault(
    "a project that starts with a property for another event",
    {
      "responses/scanCode.json#/properties/label/x-only-for": ["printBill"],
      "events/printBill.json#/answers": { billFooter: {}, scanCode: {} },
      [`${scan}/start`]: { answer: { scanCode: { label: "Hello" } } },
      "examples/scanCode/card.json#/response": {},
    },
    `unknown-reference ${scan}/start/answer/scanCode/label`,
  ),
  fault(
    "a property for an event that does not take its answer",
    { [`${label}/x-only-for`]: ["printBill"] },
    `limit-astray ${label}/x-only-for: There is no event "printBill" with "scanCode" in its \`answers\`. Name events that have it in their \`answers\`.`,
  ),
  fault(
    "a property for an event that there is not",
    { [`${label}/x-only-for`]: ["scanCod"] },
    { code: "limit-astray", at: `${label}/x-only-for`, hint: 'Did you mean "scanCode"?' },
  ),
  fault(
    "a property for one event, in an answer that all have",
    { "responses/message.json#/properties/title/x-only-for": ["scanCode"] },
    "limit-astray responses/message.json#/properties/title/x-only-for",
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
    `misplaced-keyword ${label}/x-only-for`,
  ),
  fault(
    "a property for one event whose answer has a name that is taken",
    { [`${label}/x-only-for`]: ["scanCode"] },
    duplicate(`${label}/x-only-for`, "ScanCodeAnswer", "responses/scanCode.json"),
  ),
  fault(
    "a property that an event may lack, without its object",
    { [`${scanned}/x-optional-for`]: { printBill: "Seen so." } },
    `limit-astray ${scanned}/x-optional-for: There is no event "printBill" with "scanCode" in its \`carries\`. Name events that have it in their \`carries\`.`,
  ),
  astray("a property that all may lack", "requests/event.json#/properties/eventPolling"),
  astray("a property of an answer that an event may lack", label),
  fault(
    "an object of one event whose name is taken",
    {
      [`${scanned}/x-optional-for`]: { scanCode: "Seen so." },
      "responses/scanCode.json#/title": "ScanCodeScanCode",
    },
    duplicate(`${scanned}/x-optional-for`, "ScanCodeScanCode", "responses/scanCode.json"),
  ),
  plain(products(product, product), "duplicate-name", "products.json#/products/1/id"),
  fault("a product that names every event and every answer", products(product)),
  fault(
    "a product that sends what is no event, and takes what is no answer",
    products({
      ...product,
      sends: [...sends, { events: ["scanCod"], ...documented }],
      takes: [...taken, { answers: ["sacnCode"], ...documented }],
    }),
    unknown("products.json#/products/0/sends/1/events/0", 'event "scanCod"', "scanCode"),
    "unknown-reference products.json#/products/0/takes/1/answers/0",
  ),
  fault(
    "a product that sends an event in two ways",
    sending(...sends, { events: ["printBill"], ...contradicted }),
    duplicate("products.json#/products/0/sends/1/events/0", "printBill", "another entry of `sends`"),
  ),
  fault(
    "a product that names neither an event nor an answer",
    products({
      ...product,
      sends: [{ events: ["scanCode"], ...documented }],
      takes: [{ answers: ["scanCode", "billFooter", "polling"], ...documented }],
    }),
    'product-silent products.json#/products/0/sends: The product "POS" does not say whether it sends the event "printBill". Add the event to a group in `sends`; use the standing "unknown" if no source says more.',
    'product-silent products.json#/products/0/takes: The product "POS" does not say whether it takes the answer "message".',
  ),
  // A default standing of a product.
  plain(
    products({ ...product, sends: { default: documented } }),
    "invalid-value",
    "products.json#/products/0/sends",
  ),
  fault(
    "a product that does not fill what its event does not carry",
    sending({ ...sends[0], unfilled: ["sesion"] }),
    unknown("products.json#/products/0/sends/0/unfilled/0", 'property of these events "sesion"'),
  ),
];
