import type { LintCase } from "./lint-case.js";

const misplaced = (name: string, at: string, kinds: string): LintCase => {
  const keyword = at.split("/").at(-1) ?? "";
  return {
    name,
    given: { [at]: true },
    want: {
      code: "misplaced-keyword",
      at: at.slice(0, -keyword.length - 1),
      message: `"${keyword}" only means something on ${kinds}.`,
    },
  };
};

const context = "a file in requests/";
const echo = "a property of an object in responses/";
const inlined = "a property of an object in requests/ that holds an object, and always did";
const bill = "requests/bill.json";
const firstTable = `${bill}#/properties/firstTable`;

/** What the spec says of the protocol leads somewhere. */
export const protocolCases: readonly LintCase[] = [
  misplaced("an answer that is context", "responses/scanCode.json#/x-context", context),
  misplaced(
    "a property that is context",
    "requests/scanCode.json#/properties/scannedCode/x-context",
    context,
  ),
  misplaced("an echo in a request", "requests/scanCode.json#/properties/scannedCode/x-echo", echo),
  misplaced("a whole answer that is an echo", "responses/scanCode.json#/x-echo", echo),
  misplaced("an echo in an included file", "common/text-properties.json#/properties/text/x-echo", echo),
  misplaced("an inlined text", "requests/scanCode.json#/properties/scannedCode/x-inlined", inlined),
  misplaced("an inlined list", `${bill}#/properties/tables/x-inlined`, inlined),
  misplaced("a whole object that is inlined", `${bill}#/x-inlined`, inlined),
  misplaced(
    "an inlined property of an answer",
    "responses/scanCode.json#/properties/label/x-inlined",
    inlined,
  ),
  {
    name: "an inlined property that was something else before",
    given: {
      [`${firstTable}/x-inlined`]: true,
      [`${firstTable}/x-was`]: [{ until: "11", schema: { type: "string" } }],
    },
    want: [{ code: "misplaced-keyword", at: firstTable }],
  },
  {
    name: "an inlined property in an object that may hold anything",
    given: { [`${firstTable}/x-inlined`]: true, [`${bill}#/x-open`]: true },
    want: {
      code: "contradicting-keywords",
      at: firstTable,
      message:
        "These keywords contradict each other: an x-open object may hold anything under the names of another.",
    },
  },
  {
    name: "two inlined properties of one object",
    given: {
      [`${firstTable}/x-inlined`]: true,
      [`${bill}#/properties/lastTable`]: { $ref: "common/table.json", "x-inlined": true },
    },
    want: [firstTable, `${bill}#/properties/lastTable`].map((at) => ({
      code: "contradicting-keywords" as const,
      at,
      message: "These keywords contradict each other: only one property of an object is x-inlined.",
    })),
  },
  {
    name: "an inlined object with a name that its holder has",
    given: {
      [`${firstTable}/x-inlined`]: true,
      [`${bill}#/properties/seats/x-legacy-names`]: ["number"],
    },
    want: {
      code: "contradicting-keywords",
      at: firstTable,
      message: 'These keywords contradict each other: both objects have a property "number".',
    },
  },
  {
    name: "an echo of nothing",
    given: { "responses/scanCode.json#/properties/label/x-echo": true },
    want: {
      code: "unknown-reference",
      at: "responses/scanCode.json#/properties/label",
      message: 'The spec has no request with "scanCode.label".',
    },
  },
  {
    name: "polling that no request asks for",
    given: { "envelope.json#/polling/asks": "/event/eventPoling" },
    want: {
      code: "unknown-reference",
      at: "envelope.json#/polling/asks",
      message: 'The spec has no boolean in every request "/event/eventPoling".',
      hint: 'Did you mean "/event/eventPolling"?',
    },
  },
  {
    name: "polling that is asked for by no boolean",
    given: { "envelope.json#/polling/asks": "/event/eventCounter" },
    want: [{ code: "unknown-reference", at: "envelope.json#/polling/asks" }],
  },
  {
    name: "polling that no answer ends",
    given: { "envelope.json#/polling/ends": "/message/finished" },
    want: [{ code: "unknown-reference", at: "envelope.json#/polling/ends" }],
  },
  {
    name: "polling that is ended by what is no pointer",
    given: { "envelope.json#/polling/ends": "polling.finished" },
    want: [{ code: "invalid-value", at: "envelope.json#/polling/ends" }],
  },
  {
    name: "a mark of requests that not every one has",
    given: { "envelope.json#/onlyInRequests": ["event", "originel"] },
    want: {
      code: "unknown-reference",
      at: "envelope.json#/onlyInRequests/1",
      message: 'The spec has no required part of all events or error requests named "originel".',
      hint: 'Did you mean "original"?',
    },
  },
  {
    name: "a project that begins with an unknown event",
    given: { "envelope.json#/startWith": ["scanCode", "scanCod"] },
    want: {
      code: "unknown-reference",
      at: "envelope.json#/startWith/1",
      message: 'The spec has no event "scanCod".',
      hint: 'Did you mean "scanCode"?',
    },
  },
  {
    name: "a start that leads nowhere",
    given: {
      "events/scanCode.json#/start": {
        answer: { scanCode: { recognised: true }, billFooter: { text: "Bye." } },
        lookUp: { by: "/bill/total", finds: "/scanCode/label" },
      },
    },
    want: [
      {
        code: "unknown-reference",
        at: "events/scanCode.json#/start/answer/scanCode/recognised",
        message: 'The spec has no answer "/scanCode/recognised".',
        hint: 'Did you mean "/scanCode/recognized"?',
      },
      { code: "unknown-reference", at: "events/scanCode.json#/start/answer/billFooter/text" },
      {
        code: "unknown-reference",
        at: "events/scanCode.json#/start/lookUp/by",
        message: 'The spec has no part of this event "/bill/total".',
      },
      {
        code: "unknown-reference",
        at: "events/scanCode.json#/start/lookUp/finds",
        message: 'The spec has no part of this answer "/scanCode/label".',
      },
    ],
  },
  {
    name: "an act of the till that is about no part of its event",
    given: { "events/scanCode.json#/till": [{ act: "scan", at: "/scanCode/scanedCode" }] },
    want: {
      code: "unknown-reference",
      at: "events/scanCode.json#/till/0/at",
      message: 'The spec has no part of this event "/scanCode/scanedCode".',
      hint: 'Did you mean "/scanCode/scannedCode"?',
    },
  },
  {
    name: "an error request that is no object",
    given: {
      "requests/errorRequest.json": { description: "Fault.", $ref: "error-codes.json" },
    },
    want: {
      code: "invalid-value",
      at: "envelope.json#/errorRequest",
      message: "This value does not fit: it must name a file that describes an object.",
    },
  },
  {
    name: "error codes that are no enum",
    given: { "error-codes.json": { title: "ErrorCode", description: "What went wrong.", type: "string" } },
    want: [{ code: "missing-keyword", at: "error-codes.json#", message: '"enum" is missing here.' }],
  },
];
