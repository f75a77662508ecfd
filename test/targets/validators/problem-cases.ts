import type { Problem } from "../../../templates/copied/validators/results.js";

/** `want` is empty for a valid body. */
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

type Said = readonly [path: string, code: string, message: string, addedIn?: string | undefined];

const row = (name: string, body: unknown, ...want: readonly Said[]): ProblemCase => ({
  name,
  body,
  ...(want.length > 0 && {
    want: want.map(([path, code, message, addedIn]) => ({
      path,
      code,
      message,
      ...(addedIn !== undefined && { addedIn }),
    })),
  }),
});

/** A problem whose message names the value as its path does. */
const at = (path: string, code: string, what: string): Said => [
  path,
  code,
  `"${path.slice(1).replaceAll("/", ".")}" ${what}.`,
];
const wrong = (path: string, kind: string): Said => at(path, "wrong-type", `must be ${kind}`);
const missing = (whole: string, name: string): Said => [
  `${whole}/${name}`,
  "missing-property",
  `"${name}" is missing${whole === "" ? "" : ` in "${whole.slice(1)}"`}.`,
];
const unknown = (path: string, name: string, meant?: string): Said => [
  path,
  "unknown-property",
  `There is no property "${name}" here.${meant === undefined ? "" : ` Did you mean "${meant}"?`}`,
];
const forbidden = (path: string, why: string, addedIn?: string): Said => [
  path,
  "forbidden-property",
  `"${path.split("/").at(-1) ?? ""}" cannot be sent here (${why}).`,
  addedIn,
];
const notSafe = "is beyond 2^53 - 1, so a JavaScript number cannot represent it exactly";
const noObject: Said = ["", "wrong-type", "The body must be an object."];

export const requests: readonly ProblemCase[] = [
  row("a sound request", request),
  row("no body at all", undefined, noObject),
  row("a list for a body", [request], noObject),
  row("without the event's own object", { event, sender, session }, missing("", "scanCode")),
  row(
    "with a part missing deeper down",
    { ...request, scanCode: { codeType: "barcode" } },
    missing("/scanCode", "scannedCode"),
  ),
  row(
    "with several faults, of which one is told",
    { event: {}, sender: null, session: 1 },
    missing("/event", "eventBlocking"),
  ),
  row(
    "with a wrong type in a list",
    { ...request, session: { ...session, lines: [{ lineId: "1", text: "x" }, 5] } },
    wrong("/session/lines/1", "an object"),
  ),
  row(
    "with a number that is no integer",
    { ...request, sender: { ...sender, branchNumber: 1.5 } },
    wrong("/sender/branchNumber", "an integer"),
  ),
  row(
    "with an integer that JSON.parse had to round",
    JSON.parse(JSON.stringify(request).replace('"eventCounter":1', '"eventCounter":9007199254740993')),
    at("/event/eventCounter", "unsafe-integer", notSafe),
  ),
  row("with properties of a later release, everywhere", {
    ...request,
    queue: 1,
    event: { ...event, x: {} },
    scanCode: { ...scanCode, y: [] },
  }),
  row("with an unknown value of an open enum", { ...request, scanCode: { ...scanCode, codeType: "aztec" } }),
  row(
    "with a number for an open enum",
    { ...request, scanCode: { ...scanCode, codeType: 1 } },
    wrong("/scanCode/codeType", "a string"),
  ),
  row("with other formats than documented", {
    ...request,
    event: { ...event, eventTimestamp: "today" },
    session: { sessionId: "1" },
  }),
  {
    ...row("whose null means that nothing was selected", { event, sender, session, selectRelation: null }),
    event: "selectRelation",
  },
];

const option = { optionId: 1, optionName: "x" };
const dialog = { required: true, allowMultipleOptions: false, dialogTitle: "x", dialogOptions: [option] };
const discount = { discountId: "urn:uuid:33baf1ea-2e62-405f-8440-dd5240f9eba7" };

/** Answers for a fleet of `48..`, to `scanCode` unless another event is named. */
export const responses: readonly ProblemCase[] = [
  row("a sound answer", { scanCode: { recognized: true }, message: [{ message: "Hi" }] }),
  row("an empty answer", {}),
  row("an error with a code of our own", { error: { code: "NOT_TODAY", message: "x" } }),
  row("a property that is undefined, so that it is not sent", {
    receiptFooter: undefined,
    colour: undefined,
  }),
  row(
    "a misspelt property deeper down, and so a missing one",
    { scanCode: { recognised: true } },
    missing("/scanCode", "recognized"),
    unknown("/scanCode/recognised", "recognised", "recognized"),
  ),
  row("a property that is like nothing known", { banana: 1 }, unknown("/banana", "banana")),
  row(
    "names that every object inherits",
    { constructor: 1, ["__proto__"]: 1 },
    unknown("/constructor", "constructor"),
    unknown("/__proto__", "__proto__"),
  ),
  row("a name that a pointer must escape", { "a/b~c": 1 }, unknown("/a~1b~0c", "a/b~c")),
  row(
    "another event's answer",
    { receiptFooter: {} },
    forbidden("/receiptFooter", "only for completeSession"),
  ),
  row(
    "an answer that not every shop knows",
    { form: {} },
    forbidden("/form", "requires v59; your oldest shop runs v48", "59"),
  ),
  row(
    "a part, deep down, that not every shop knows",
    { dialog: { ...dialog, dialogOptions: [option, { ...option, disabled: true }] } },
    forbidden("/dialog/dialogOptions/1/disabled", "requires v59.3.4; your oldest shop runs v48", "59.3.4"),
  ),
  row(
    "everything that is wrong, at once",
    { scanCode: { recognized: "yes", relationNumber: 1.5 }, lockSession: null, vatMethodChange: "none" },
    wrong("/lockSession", "a boolean"),
    at("/vatMethodChange", "unknown-value", 'must be one of "inclusive", "exclusive", "shifted"'),
    wrong("/scanCode/recognized", "a boolean"),
    wrong("/scanCode/relationNumber", "an integer"),
  ),
  row(
    "texts of a wrong format",
    {
      openUrl: { url: "example.org" },
      lineChanges: [{ lineId: "1", externalDiscount: discount }],
      externalCardScan: { cardExpiration: "2026-02-29" },
    },
    at("/openUrl/url", "wrong-format", "is not a valid uri"),
    at("/lineChanges/0/externalDiscount/discountId", "wrong-format", "is not a valid uuid"),
    at("/externalCardScan/cardExpiration", "wrong-format", "is not a valid date or date-time"),
  ),
  row("either of two formats", { externalCardScan: { cardExpiration: "2026-02-28T00:00:00Z" } }),
  { ...row("several footers, where one would do", { receiptFooter: [{}, {}] }), event: "completeSession" },
];
