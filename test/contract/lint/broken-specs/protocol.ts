import {
  contradicting,
  fault,
  misplaced,
  missing,
  plain,
  unfit,
  unknown,
  type LintCase,
} from "./lint-case.js";

const stray = (name: string, at: string, kinds: string): LintCase => {
  const keyword = at.split("/").at(-1) ?? "";
  return fault(name, { [at]: true }, misplaced(at.slice(0, -keyword.length - 1), keyword, kinds));
};

const context = "a file in requests/";
const echo = "a property of an object in responses/";
const inlined = "a property of an object in requests/ whose value is, and always was, an object";
const scanned = "requests/scanCode.json#/properties/scannedCode";
const bill = "requests/bill.json";
const firstTable = `${bill}#/properties/firstTable`;

export const protocolCases: readonly LintCase[] = [
  stray("an answer that is context", "responses/scanCode.json#/x-context", context),
  stray("a property that is context", `${scanned}/x-context`, context),
  stray("a whole answer that is an echo", "responses/scanCode.json#/x-echo", echo),
  stray("a whole object that is inlined", `${bill}#/x-inlined`, inlined),
  stray("an echo in a request", `${scanned}/x-echo`, echo),
  stray("an echo in an included file", "common/text-properties.json#/properties/text/x-echo", echo),
  stray("an inlined text", `${scanned}/x-inlined`, inlined),
  stray("an inlined list", `${bill}#/properties/tables/x-inlined`, inlined),
  stray("an inlined property of an answer", "responses/scanCode.json#/properties/label/x-inlined", inlined),
  fault(
    "an inlined property that was something else before",
    {
      [`${firstTable}/x-inlined`]: true,
      [`${firstTable}/x-was`]: [{ until: "11", schema: { type: "string" } }],
    },
    `misplaced-keyword ${firstTable}/x-inlined`,
  ),
  fault(
    "an inlined property in an object that may hold anything",
    { [`${firstTable}/x-inlined`]: true, [`${bill}#/x-open`]: true },
    contradicting(
      `${firstTable}/x-inlined`,
      "an x-open object may already use the names of the other object for anything",
    ),
  ),
  fault(
    "two inlined properties of one object",
    {
      [`${firstTable}/x-inlined`]: true,
      [`${bill}#/properties/lastTable`]: { $ref: "common/table.json", "x-inlined": true },
    },
    contradicting(`${firstTable}/x-inlined`, "only one property of an object may be x-inlined"),
    contradicting(
      `${bill}#/properties/lastTable/x-inlined`,
      "only one property of an object may be x-inlined",
    ),
  ),
  fault(
    "an inlined object with a name that its holder has",
    {
      [`${firstTable}/x-inlined`]: true,
      [`${bill}#/properties/seats/x-legacy-names`]: ["number"],
    },
    contradicting(`${firstTable}/x-inlined`, 'both objects have a property "number"'),
  ),
  fault(
    "an echo of nothing",
    { "responses/scanCode.json#/properties/label/x-echo": true },
    unknown("responses/scanCode.json#/properties/label/x-echo", 'request with "scanCode.label"'),
  ),
  fault(
    "polling that no request asks for",
    { "envelope.json#/polling/asks": "/event/eventPoling" },
    unknown(
      "envelope.json#/polling/asks",
      'boolean in every request "/event/eventPoling"',
      "/event/eventPolling",
    ),
  ),
  // Polling that no boolean requests.
  plain({ "envelope.json#/polling/asks": "/event/eventCounter" }, "unknown-reference"),
  // Polling that no answer ends.
  plain({ "envelope.json#/polling/ends": "/message/finished" }, "unknown-reference"),
  // Polling whose end is not a pointer.
  plain({ "envelope.json#/polling/ends": "polling.finished" }, "invalid-value"),
  fault(
    "a mark of requests that not every one has",
    { "envelope.json#/onlyInRequests": ["event", "originel"] },
    unknown(
      "envelope.json#/onlyInRequests/1",
      'required property of every event or error request called "originel"',
      "original",
    ),
  ),
  fault(
    "a project that begins with an unknown event",
    { "envelope.json#/startWith": ["scanCode", "scanCod"] },
    unknown("envelope.json#/startWith/1", 'event "scanCod"', "scanCode"),
  ),
  fault(
    "a start that leads nowhere",
    {
      "events/scanCode.json#/start": {
        answer: { scanCode: { recognised: true }, billFooter: { text: "Bye." } },
        lookUp: { by: "/bill/total", finds: "/scanCode/label" },
      },
    },
    unknown(
      "events/scanCode.json#/start/answer/scanCode/recognised",
      'answer "/scanCode/recognised"',
      "/scanCode/recognized",
    ),
    "unknown-reference events/scanCode.json#/start/answer/billFooter/text",
    unknown("events/scanCode.json#/start/lookUp/by", 'property of this event "/bill/total"'),
    unknown("events/scanCode.json#/start/lookUp/finds", 'property of this answer "/scanCode/label"'),
  ),
  fault(
    "an act of the till that is about no part of its event",
    { "events/scanCode.json#/till": [{ act: "scan", at: "/scanCode/scanedCode" }] },
    unknown(
      "events/scanCode.json#/till/0/at",
      'property of this event "/scanCode/scanedCode"',
      "/scanCode/scannedCode",
    ),
  ),
  fault(
    "an error request that is no object",
    {
      "requests/errorRequest.json": { description: "Fault.", $ref: "error-codes.json" },
    },
    unfit("envelope.json#/errorRequest", "must name a file that describes an object"),
  ),
  fault(
    "error codes that are no enum",
    { "error-codes.json": { title: "ErrorCode", description: "What went wrong.", type: "string" } },
    missing("error-codes.json#", "enum"),
  ),
];
