import { fault, type Finding, type LintCase } from "./lint-case.js";

const bill = "requests/bill.json";
const seats = `${bill}#/properties/seats`;
const label = "responses/scanCode.json#/properties/label";
const text = { description: "A text.", type: "string" };
const card = "examples/scanCode/card.json";

const flow = {
  title: "A",
  description: "A.",
  setUp: [{ event: "scanCode", text: "A." }],
  steps: [{ id: "scan", event: "scanCode", text: "A.", next: [{ to: "end", example: "scanCode/card" }] }],
  ends: [{ id: "end", text: "A." }],
};

const noFlow: Finding = {
  code: "flow-missing",
  at: "events/printBill.json#",
  message: 'No flow has the event "printBill" as a step.',
  hint: "Add it to a flow in flows/, or give the reason in `freeStanding`.",
};

const inFlows: readonly LintCase[] = [
  fault("nothing of flows in a spec that has none", {}),
  fault("an event that no flow has", { "flows/stamp.json": flow }, noFlow),
  fault("nothing in one that says why", {
    "flows/stamp.json": flow,
    "events/printBill.json#/freeStanding": "It stands alone.",
  }),
  fault(
    "a reason to be in no flow of an event that is in one",
    { "flows/stamp.json": flow, "events/scanCode.json#/freeStanding": "It stands alone." },
    noFlow,
    {
      code: "contradicting-keywords",
      at: "events/scanCode.json#/freeStanding",
      message: "These keywords contradict each other: an event in a flow cannot have `freeStanding`.",
    },
  ),
];

const beyond = (from: string, to: string) => ({
  sources: [{ title: "A page", kind: "vendor page", where: "There.", covers: "All." }],
  seenBeyond: { from, to, of: "the API", basis: "Seen." },
});

const overtaken = (from: string, hint: string): Finding => ({
  code: "beyond-overtaken",
  at: "sources.json#/seenBeyond/from",
  message: `\`seenBeyond\` begins with v${from}, but releases.json already describes releases up to v13.0.2.`,
  hint,
});

const beyondCases: readonly LintCase[] = [
  fault("nothing in releases beyond the newest", { "sources.json": beyond("13.0.3", "67") }),
  fault(
    "releases beyond the sources that begin with the newest",
    { "sources.json": beyond("13.0.2", "67") },
    overtaken("13.0.2", "Begin with the next existing release, and correct `basis`."),
  ),
  fault(
    "such that begin before it",
    { "sources.json": beyond("12", "14") },
    overtaken("12", "Begin with the next existing release, and correct `basis`."),
  ),
  fault(
    "such that end with it",
    { "sources.json": beyond("13", "13.0.2") },
    overtaken("13", "Remove `seenBeyond`: all its releases are described."),
  ),
];

const replacedBy = (name: string, more: object = {}) => ({ ...text, "x-replaced-by": name, ...more });
const nothing = (at: string, name: string, meant?: string): Finding => ({
  code: "replacement-unknown",
  at: `${at}/x-replaced-by`,
  message: `\`x-replaced-by\` names "${name}", which does not exist.`,
  hint:
    meant === undefined
      ? "Name a property of the same object, an object, an event, or a property of another type, as in `Type.property`."
      : `Did you mean "${meant}"?`,
});
const astray = (at: string, name: string, reason: string): Finding => ({
  code: "replacement-astray",
  at: `${at}/x-replaced-by`,
  message: `"${name}" cannot replace this: it ${reason}.`,
  hint: "Name a replacement that exists in every release in which this is deprecated, or remove x-replaced-by.",
});

const replaced = (name: string, meant?: string): LintCase =>
  fault(
    `what does not exist in the place of a property: ${name}`,
    { [`${seats}/x-replaced-by`]: name },
    nothing(seats, name, meant),
  );

const table = "common/table.json#/properties";
const scan = "events/scanCode.json#";
const footer = "events/printBill.json#/answers/billFooter";

const replacementCases: readonly LintCase[] = [
  replaced("tabels", "tables"),
  replaced("Use `tables`."),
  replaced("constructor"),
  replaced("tables.numbr", "tables.number"),
  replaced("Table.extr", "Table.extra"),
  replaced("message"),
  replaced("seat"),
  ...[
    "tables",
    "tables.number",
    "Table",
    "Table.number",
    "bill",
    "bill.total",
    "Bill.total",
    "printBill",
    "event",
    "CodeType",
  ].map((name) => fault(`nothing where ${name} replaces a property`, { [`${seats}/x-replaced-by`]: name })),
  fault("nothing where an answer replaces a property of its name in another", {
    "responses/scanCode.json#/properties/message": replacedBy("message"),
  }),
  fault(
    "a request in the place of a property that we answer",
    { [`${label}/x-replaced-by`]: "bill" },
    nothing(label, "bill"),
  ),
  fault(
    "a part in its own place",
    { [`${label}/x-replaced-by`]: "label" },
    astray(label, "label", "is this part itself"),
  ),
  fault(
    "an object in its own place",
    { "responses/billFooter.json#/x-replaced-by": "billFooter" },
    astray("responses/billFooter.json#", "billFooter", "is this part itself"),
  ),
  fault(
    "two parts that replace each other",
    { [`${table}/number/x-replaced-by`]: "extra", [`${table}/extra/x-replaced-by`]: "number" },
    astray(`${table}/number`, "extra", "is itself replaced by this"),
    astray(`${table}/extra`, "number", "is itself replaced by this"),
  ),
  fault("nothing where one that is deprecated itself was the first to replace it", {
    [`${table}/old`]: replacedBy("extra"),
    [`${table}/extra/x-replaced-by`]: "number",
  }),
  fault(
    "an event that does not exist in the place of one",
    { [`${scan}/x-replaced-by`]: "printBil" },
    nothing(scan, "printBil", "printBill"),
  ),
  fault(
    "an answer in the place of an event",
    { [`${scan}/x-replaced-by`]: "message" },
    nothing(scan, "message"),
  ),
  fault(
    "an answer that does not exist in the place of one that an event lists",
    { [`${footer}/x-replaced-by`]: "mesage" },
    nothing(footer, "mesage", "message"),
  ),
  fault(
    "a request that does not exist in the place of an object",
    { [`${bill}#/x-replaced-by`]: "bil" },
    nothing(`${bill}#`, "bil"),
  ),
  fault(
    "a property that does not exist in the place of one that several objects include",
    { "common/text-properties.json#/properties/old": replacedBy("titel") },
    nothing("common/text-properties.json#/properties/old", "titel"),
    nothing("common/text-properties.json#/properties/old", "titel", "title"),
  ),
];

const dated = `${table}/old`;
const inTime = (name: string, given: object, replacement: object, ...want: readonly Finding[]): LintCase =>
  fault(
    name,
    { [dated]: replacedBy("fresh", given), [`${table}/fresh`]: { ...text, ...replacement } },
    ...want,
  );

const timeCases: readonly LintCase[] = [
  inTime(
    "nothing where the replacement came with the deprecation",
    { "x-deprecated-in": "12.1" },
    { "x-added-in": "12.1" },
  ),
  inTime(
    "a replacement that came after the deprecation",
    { "x-deprecated-in": "11" },
    { "x-added-in": "12.1" },
    astray(dated, "fresh", "was added in v12.1, after this was deprecated in v11"),
  ),
  inTime("nothing where a part was renamed", { "x-removed-in": "12.1" }, { "x-added-in": "12.1" }),
  inTime(
    "a replacement that came after the part was gone",
    { "x-removed-in": "11" },
    { "x-added-in": "12.1" },
    astray(dated, "fresh", "was added in v12.1, after this was removed in v11"),
  ),
  inTime("nothing of one that came nobody knows how long after", {}, { "x-added-in": "12.1" }),
  inTime(
    "a replacement that is gone while the part is still there",
    { "x-deprecated-in": "11" },
    { "x-removed-in": "12.1" },
    astray(dated, "fresh", "was removed in v12.1"),
  ),
  inTime("nothing where both went together", { "x-removed-in": "12.1" }, { "x-removed-in": "12.1" }),
  inTime(
    "a replacement that is only announced",
    {},
    { "x-planned": true },
    astray(dated, "fresh", "is not in a release yet"),
  ),
  inTime(
    "one that was only seen elsewhere",
    {},
    { "x-seen": "an old API" },
    astray(dated, "fresh", "is not in a release yet"),
  ),
  fault(
    "a replacement whose object came later",
    { [label]: { ...replacedBy("billFooter.text", { "x-deprecated-in": "10" }) } },
    astray(label, "billFooter.text", "was added in v11, after this was deprecated in v10"),
  ),
];

const notShown = (at: string, what: string): Finding => ({
  code: "not-shown",
  at,
  message: `No example shows this ${what}, which v13.0.2 added.`,
  hint: "Use it in an example in examples/, with a release that has it.",
});
const fresh = { "x-added-in": "13.0.2" };
const codeType = "requests/scanCode.json#/properties/codeType";
const wind = (more: object = {}) => ({
  title: "Wind",
  description: "A wind.",
  type: "object",
  properties: { speed: text, from: text },
  ...more,
});
const shown = (value: unknown, at = "/response/scanCode/fresh") => ({
  [`${card}#/release`]: "13.0.2",
  [`${card}#/request/scanCode/codeType`]: "barcode",
  [card + "#" + at]: value,
});

const shownCases: readonly LintCase[] = [
  fault(
    "a new property",
    { "responses/scanCode.json#/properties/fresh": { ...text, ...fresh } },
    notShown("responses/scanCode.json#/properties/fresh", "part"),
  ),
  fault("nothing in one that is shown", {
    "responses/scanCode.json#/properties/fresh": { ...text, ...fresh },
    ...shown("A"),
  }),
  ...["x-deprecated-in", "x-removed-in", "x-planned", "x-seen"].map((keyword) => {
    const value = { "x-planned": true, "x-seen": "an old API" }[keyword] ?? "13.0.2";
    const since = { "x-deprecated-in": fresh }[keyword] ?? {};
    return fault(`nothing in one with ${keyword}`, {
      "responses/scanCode.json#/properties/fresh": { ...text, ...since, [keyword]: value },
    });
  }),
  fault(
    "a new value of an enum",
    {
      [`${codeType}/enum`]: ["barcode", "rfid", "qrcode", "nfc"],
      [`${codeType}/x-enum-added-in/nfc`]: "13.0.2",
    },
    notShown(`${codeType}/x-enum-added-in/nfc`, 'value "nfc"'),
  ),
  fault("nothing in one that is shown in a list", {
    "responses/scanCode.json#/properties/fresh": {
      description: "Texts.",
      type: "array",
      ...fresh,
      items: { type: "string", enum: ["a", "b"], "x-enum-added-in": { b: "13.0.2" } },
    },
    ...shown(["a", "b"]),
  }),
  fault(
    "a new object, and nothing in it",
    { "responses/scanCode.json#/properties/fresh": wind(fresh) },
    notShown("responses/scanCode.json#/properties/fresh", "part"),
  ),
  fault(
    "a property of a new object that is shown without it",
    { "responses/scanCode.json#/properties/fresh": wind(fresh), ...shown({ speed: "A" }) },
    notShown("responses/scanCode.json#/properties/fresh/properties/from", "part"),
  ),
  fault("nothing in a new object of a list in one of several alternatives", {
    "responses/scanCode.json#/properties/fresh": {
      description: "Winds.",
      ...fresh,
      anyOf: [{ type: "array", items: wind() }, { type: "integer" }],
    },
    ...shown([{ speed: "A" }, { from: "B" }]),
  }),
  fault(
    "a new answer",
    { "responses/wind.json": wind(fresh), "events/scanCode.json#/answers/wind": {} },
    notShown("responses/wind.json#", "part"),
  ),
  fault(
    "an answer that is new for an event",
    { "responses/wind.json": wind(), "events/scanCode.json#/answers/wind": fresh },
    notShown("events/scanCode.json#/answers/wind", "part"),
  ),
  fault(
    "an answer that is new for all events",
    { "responses/wind.json": wind(), "envelope.json#/answers/wind": fresh },
    notShown("envelope.json#/answers/wind", "part"),
  ),
  fault(
    "a new part of requests",
    { "requests/wind.json": wind(), "events/scanCode.json#/carries/wind": fresh },
    notShown("events/scanCode.json#/carries/wind", "part"),
  ),
  fault(
    "a new property in objects that include it",
    { "common/text-properties.json#/properties/fresh": { ...text, ...fresh } },
    notShown("common/text-properties.json#/properties/fresh", "part"),
  ),
  fault(
    "a new event, which has no example",
    { "events/blow.json": { description: "A wind blows.", ...fresh } },
    { code: "example-missing", at: "events/blow.json#" },
  ),
  fault(
    "nothing more where there is no example at all",
    {
      "responses/scanCode.json#/properties/fresh": { ...text, ...fresh },
      "examples/scanCode/card.json": undefined,
      "examples/printBill/plain.json": undefined,
    },
    {
      code: "no-examples",
      at: "",
      message: "The spec has no examples.",
      hint: "Add one with a request for each event, in examples/<event>/.",
    },
  ),
];

export const completenessCases: readonly LintCase[] = [
  ...inFlows,
  ...beyondCases,
  ...replacementCases,
  ...timeCases,
  ...shownCases,
];
