import type { Problem } from "../../../templates/validators/result.js";

/** What is wrong with a body, in words; nothing where it passes. */
export interface ProblemCase {
  readonly name: string;
  readonly event?: string;
  readonly body: unknown;
  readonly want?: readonly Problem[];
}

const event = { eventBlocking: true, eventCounter: 1, eventTimestamp: "2026-01-01T12:00:00.000+01:00" };
const sender = { branchNumber: 1, workplaceNumber: 2 };
const session = { sessionId: "16e978dc-9db4-417d-bbd1-4e0a33c611fc" };
const scanCode = { scannedCode: "871", codeType: "barcode" };
const request = { event, sender, session, scanCode };

const problem = (path: string, code: string, message: string, addedIn?: string): Problem => ({
  ...{ path, code, message },
  ...(addedIn !== undefined && { addedIn }),
});

/** Requests as a fleet of 48.. gets them. */
export const requests: readonly ProblemCase[] = [
  { name: "a sound request", body: request },
  {
    name: "no body at all",
    body: undefined,
    want: [problem("", "wrong-type", "The body must be an object.")],
  },
  {
    name: "a list for a body",
    body: [request],
    want: [problem("", "wrong-type", "The body must be an object.")],
  },
  {
    name: "without the event's own object",
    body: { event, sender, session },
    want: [problem("/scanCode", "missing-property", '"scanCode" is missing.')],
  },
  {
    name: "with a part missing deeper down",
    body: { ...request, scanCode: { codeType: "barcode" } },
    want: [problem("/scanCode/scannedCode", "missing-property", '"scannedCode" is missing in "scanCode".')],
  },
  {
    name: "with several faults, of which one is told",
    body: { event: {}, sender: null, session: 1 },
    want: [problem("/event/eventBlocking", "missing-property", '"eventBlocking" is missing in "event".')],
  },
  {
    name: "with a wrong type in a list",
    body: { ...request, session: { ...session, lines: [{ lineId: "1", text: "x" }, 5] } },
    want: [problem("/session/lines/1", "wrong-type", '"session.lines.1" must be an object.')],
  },
  {
    name: "with a number that is no integer",
    body: { ...request, sender: { ...sender, branchNumber: 1.5 } },
    want: [problem("/sender/branchNumber", "wrong-type", '"sender.branchNumber" must be an integer.')],
  },
  {
    name: "with an integer that JSON.parse had to round",
    body: JSON.parse(JSON.stringify(request).replace('"eventCounter":1', '"eventCounter":9007199254740993')),
    want: [
      problem(
        "/event/eventCounter",
        "unsafe-integer",
        '"event.eventCounter" is beyond 2^53 - 1, so a JavaScript number cannot hold it exactly.',
      ),
    ],
  },
  {
    name: "with the last integer that is safe",
    body: { ...request, event: { ...event, eventCounter: Number.MAX_SAFE_INTEGER } },
  },
  {
    name: "with properties of a later release, everywhere",
    body: { ...request, queue: 1, event: { ...event, x: {} }, scanCode: { ...scanCode, y: [] } },
  },
  {
    name: "with an unknown value of an open enum",
    body: { ...request, scanCode: { ...scanCode, codeType: "aztec" } },
  },
  {
    name: "with a number for an open enum",
    body: { ...request, scanCode: { ...scanCode, codeType: 1 } },
    want: [problem("/scanCode/codeType", "wrong-type", '"scanCode.codeType" must be a string.')],
  },
  {
    name: "with other formats than documented",
    body: { ...request, event: { ...event, eventTimestamp: "today" }, session: { sessionId: "1" } },
  },
  {
    name: "whose null means that nothing was selected",
    event: "selectRelation",
    body: { event, sender, session, selectRelation: null },
  },
];

const option = { optionId: 1, optionName: "x" };
const dialog = { required: true, allowMultipleOptions: false, dialogTitle: "x", dialogOptions: [option] };

/** Answers to a fleet of 48.., to `scanCode` where no other event is named. */
export const responses: readonly ProblemCase[] = [
  { name: "a sound answer", body: { scanCode: { recognized: true }, message: [{ message: "Hi" }] } },
  { name: "an empty answer", body: {} },
  { name: "an error with a code of our own", body: { error: { code: "NOT_TODAY", message: "x" } } },
  {
    name: "a property that is undefined, so that it is not sent",
    body: { receiptFooter: undefined, colour: undefined },
  },
  {
    name: "a misspelt property",
    body: { scanCodes: { recognized: true } },
    want: [
      problem(
        "/scanCodes",
        "unknown-property",
        'There is no property "scanCodes" here. Did you mean "scanCode"?',
      ),
    ],
  },
  {
    name: "a misspelt property deeper down, and so a missing one",
    body: { scanCode: { recognised: true } },
    want: [
      problem("/scanCode/recognized", "missing-property", '"recognized" is missing in "scanCode".'),
      problem(
        "/scanCode/recognised",
        "unknown-property",
        'There is no property "recognised" here. Did you mean "recognized"?',
      ),
    ],
  },
  {
    name: "a property that is like nothing known",
    body: { banana: 1 },
    want: [problem("/banana", "unknown-property", 'There is no property "banana" here.')],
  },
  {
    name: "names that every object inherits",
    body: { constructor: 1, ["__proto__"]: 1, toString: 1 },
    want: [
      problem("/constructor", "unknown-property", 'There is no property "constructor" here.'),
      problem("/__proto__", "unknown-property", 'There is no property "__proto__" here.'),
      problem("/toString", "unknown-property", 'There is no property "toString" here.'),
    ],
  },
  {
    name: "a name that a pointer must escape",
    body: { "a/b~c": 1 },
    want: [problem("/a~1b~0c", "unknown-property", 'There is no property "a/b~c" here.')],
  },
  {
    name: "another event's answer",
    body: { receiptFooter: {} },
    want: [
      problem(
        "/receiptFooter",
        "forbidden-property",
        '"receiptFooter" cannot be sent here (only for completeSession).',
      ),
    ],
  },
  {
    name: "an answer that not every shop knows",
    body: { form: {} },
    want: [
      problem(
        "/form",
        "forbidden-property",
        '"form" cannot be sent here (since v59: not in every shop of 48..).',
        "59",
      ),
    ],
  },
  {
    name: "a part, deep down, that not every shop knows",
    body: { dialog: { ...dialog, dialogOptions: [option, { ...option, disabled: true }] } },
    want: [
      problem(
        "/dialog/dialogOptions/1/disabled",
        "forbidden-property",
        '"disabled" cannot be sent here (since v59.3.4: not in every shop of 48..).',
        "59.3.4",
      ),
    ],
  },
  {
    name: "everything that is wrong, at once",
    body: {
      scanCode: { recognized: "yes", relationNumber: 1.5 },
      lockSession: null,
      vatMethodChange: "none",
    },
    want: [
      problem("/lockSession", "wrong-type", '"lockSession" must be a boolean.'),
      problem(
        "/vatMethodChange",
        "unknown-value",
        '"vatMethodChange" must be one of "inclusive", "exclusive", "shifted".',
      ),
      problem("/scanCode/recognized", "wrong-type", '"scanCode.recognized" must be a boolean.'),
      problem("/scanCode/relationNumber", "wrong-type", '"scanCode.relationNumber" must be an integer.'),
    ],
  },
  {
    name: "an integer that is not safe",
    body: { scanCode: { recognized: true, relationNumber: 2 ** 53 } },
    want: [
      problem(
        "/scanCode/relationNumber",
        "unsafe-integer",
        '"scanCode.relationNumber" is beyond 2^53 - 1, so a JavaScript number cannot hold it exactly.',
      ),
    ],
  },
  {
    name: "numbers that JSON has no words for",
    body: {
      message: [
        { message: "x", messageDisplayTime: Infinity },
        { message: "x", messageDisplayTime: NaN },
      ],
    },
    want: [0, 1].map((index) =>
      problem(
        `/message/${index}/messageDisplayTime`,
        "wrong-type",
        `"message.${index}.messageDisplayTime" must be an integer.`,
      ),
    ),
  },
  {
    name: "texts of a wrong format",
    body: {
      openUrl: { url: "example.org" },
      lineChanges: [
        { lineId: "1", externalDiscount: { discountId: "urn:uuid:33baf1ea-2e62-405f-8440-dd5240f9eba7" } },
      ],
      externalCardScan: { cardExpiration: "2026-02-29" },
    },
    want: [
      problem("/openUrl/url", "wrong-format", '"openUrl.url" is not a valid uri.'),
      problem(
        "/lineChanges/0/externalDiscount/discountId",
        "wrong-format",
        '"lineChanges.0.externalDiscount.discountId" is not a valid uuid.',
      ),
      problem(
        "/externalCardScan/cardExpiration",
        "wrong-format",
        '"externalCardScan.cardExpiration" is not a valid date or date-time.',
      ),
    ],
  },
  { name: "a line by an id that is no uuid", body: { lineDeletions: [{ lineId: "line 1" }] } },
  { name: "either of two formats", body: { externalCardScan: { cardExpiration: "2026-02-28T00:00:00Z" } } },
  {
    name: "several footers, where one would do",
    event: "completeSession",
    body: { receiptFooter: [{}, {}] },
  },
];
