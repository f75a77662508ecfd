import { fault, missing, unknown, type Finding, type LintCase } from "../lint-case.js";

const [path, card, plain] = [
  "flows/scan.json",
  "examples/scanCode/card.json",
  "examples/printBill/plain.json",
];
const property = (type: string): object => ({ description: "Of the story.", type });

/** The small spec with a flow whose samples are one story: a code is scanned, and then a bill is printed. */
const story: LintCase["given"] = {
  "envelope.json#/story": {
    rises: ["/event/eventCounter", "/event/sentAt"],
    blocking: "/event/eventBlocking",
    refers: [
      { body: "response", at: "/scanCode/label", to: "/scanCode/scannedCode" },
      { body: "request", at: "/bill/seats/*", to: "/scanCode/label" },
    ],
  },
  "requests/event.json#/properties/saleId": property("string"),
  "requests/event.json#/properties/sentAt": property("string"),
  "requests/event.json#/properties/eventBlocking": property("boolean"),
  [path]: {
    ...{ title: "Scan", description: "A code is scanned.", story: { event: { saleId: "A" } } },
    setUp: [
      { event: "scanCode", blocking: true, text: "It is sent." },
      { event: "printBill", text: "It is sent." },
    ],
    steps: [
      {
        ...{ id: "scan", event: "scanCode", text: "A code is scanned." },
        next: [{ to: "bill", example: "scanCode/card" }],
      },
      {
        ...{ id: "bill", event: "printBill", text: "A bill is printed." },
        next: [{ to: "printed", example: "printBill/plain" }],
      },
    ],
    ends: [{ id: "printed", text: "It is printed." }],
  },
  [`${card}#/request/event`]: {
    eventBlocking: true,
    eventCounter: 1,
    saleId: "A",
    sentAt: "2026-01-01T10:00Z",
  },
  [`${card}#/response/scanCode/label`]: "12",
  [`${plain}#/request/event`]: { eventCounter: 2, saleId: "A", sentAt: "2026-01-01T09:01-01:00" },
  [`${plain}#/request/bill/seats`]: ["12"],
};

const told = (name: string, given: LintCase["given"], ...want: readonly Finding[]): LintCase =>
  fault(name, { ...structuredClone(story), ...given }, ...want);

/** A sample that does not belong to the story, for one value in it. */
const broken = (at: string, value: unknown, detail: string, more?: Partial<Finding>): LintCase =>
  told(
    `a sample with ${JSON.stringify(value)} at ${at}`,
    { [at]: value },
    {
      ...{ code: "story-broken", at, ...more },
      message: `The samples of the flow "scan" are one story, but ${detail}.`,
    },
  );

/** A report of a fault in the answer to the scan, which repeats its request. */
const reported = (original: unknown): LintCase["given"] => ({
  "requests/errorRequest.json#/properties/original": {
    description: "The request.",
    type: "object",
    title: "Original",
    "x-open": true,
  },
  [`${path}#/steps/0/next/1`]: { to: "report", till: "The answer is at fault.", example: "scanCode/label" },
  [`${path}#/steps/2`]: {
    ...{ id: "report", event: "scanCode", report: true, text: "It is reported." },
    next: [{ to: "printed", example: "scanCode/fault" }],
  },
  "examples/scanCode/label.json": {
    ...{ description: "Another label.", release: "12.1", response: { scanCode: { label: "A card" } } },
    request: {
      event: { eventBlocking: true, eventCounter: 1, saleId: "A", sentAt: "2026-01-01T10:00Z" },
      scanCode: { scannedCode: "12", codeType: "rfid" },
    },
  },
  "examples/scanCode/fault.json": {
    ...{ description: "A fault.", release: "12.1" },
    errorRequest: { code: "INVALID_DATA", original },
  },
});

/** Flows whose samples are not one story. */
export const storyCases: readonly LintCase[] = [
  told("nothing, in a story", {}),
  broken(`${plain}#/request/event/saleId`, "B", 'the story has "A" here', {
    line: "7:7",
    text: '      "saleId": "B",',
  }),
  broken(`${plain}#/request/event/eventCounter`, 1, "a sample that comes before this one has 1 here", {
    line: "6:7",
    text: '      "eventCounter": 1,',
  }),
  broken(
    `${plain}#/request/event/sentAt`,
    "2026-01-01T10:30+01:00",
    'a sample that comes before this one has "2026-01-01T10:00Z" here',
  ),
  told(
    "an answer with another id than was asked for",
    { [`${card}#/response/scanCode/label`]: "13", [`${plain}#/request/bill/seats`]: ["13"] },
    {
      ...{ code: "story-broken", at: `${card}#/response/scanCode/label` },
      message:
        'The samples of the flow "scan" are one story, but its request has no /scanCode/scannedCode like this.',
      ...{ line: "19:7", text: '      "label": "13"' },
    },
  ),
  broken(`${plain}#/request/bill/seats/0`, "13", "no answer before it has a /scanCode/label like this"),
  broken(`${card}#/request/event/eventBlocking`, false, "the set-up says true here", {
    line: "6:7",
    text: '      "eventBlocking": false,',
  }),
  broken(`${plain}#/request/event/eventPolling`, true, "the set-up says false here"),
  told(
    "an event that always waits, in a sample that does not",
    { "events/printBill.json#/blocking": "always" },
    { code: "story-broken", at: `${plain}#/request/event/eventBlocking`, line: "5:5" },
  ),
  told("a flow without a story", { [`${path}#/story`]: undefined }, missing(path + "#", "story")),
  told(
    "a reference that no sample has",
    { "envelope.json#/story/refers/1/at": "/bill/seat/*" },
    unknown("envelope.json#/story/refers/1/at", 'part of a sample of a flow "/bill/seat/*"'),
  ),
  told(
    "a request that comes once more before it came",
    {
      [`${path}#/steps/0/next/1`]: { to: "scan", till: "It is scanned again.", example: "scanCode/again" },
      "examples/scanCode/again.json": {
        ...{ description: "Again.", release: "12.1" },
        request: {
          event: { eventBlocking: true, eventCounter: 1, saleId: "A", sentAt: "2026-01-01T10:00:30Z" },
          scanCode: { scannedCode: "12", codeType: "rfid" },
        },
      },
    },
    { code: "story-broken", at: `${card}#/request/event/sentAt` },
  ),
  told(
    "nothing, where an answer is at fault and its request is repeated",
    reported({ event: { eventBlocking: true, saleId: "A" } }),
  ),
  told("a report of another sale", reported({ event: { eventBlocking: true, saleId: "B" } }), {
    code: "story-broken",
    at: "examples/scanCode/fault.json#/errorRequest/original/event/saleId",
  }),
];
