import { fault, type LintCase } from "./lint-case.js";

const text = { description: "A text.", type: "string" };
const card = "examples/scanCode/card.json";

const flow = {
  title: "A",
  description: "A.",
  setUp: [{ event: "scanCode", text: "A." }],
  steps: [{ id: "scan", event: "scanCode", text: "A.", next: [{ to: "end", example: "scanCode/card" }] }],
  ends: [{ id: "end", text: "A." }],
};

const noFlow =
  'flow-missing events/printBill.json#: No flow has the event "printBill" as a step. Add it to a flow in flows/, or give the reason in `freeStanding`.';

const inFlows: readonly LintCase[] = [
  fault("an event that no flow has", { "flows/stamp.json": flow }, noFlow),
  fault("nothing in one that says why", {
    "flows/stamp.json": flow,
    "events/printBill.json#/freeStanding": "It stands alone.",
  }),
  fault(
    "a reason to be in no flow of an event that is in one",
    { "flows/stamp.json": flow, "events/scanCode.json#/freeStanding": "It stands alone." },
    noFlow,
    "contradicting-keywords events/scanCode.json#/freeStanding: These keywords contradict each other: an event in a flow cannot have `freeStanding`.",
  ),
];

const beyond = (from: string, to: string) => ({
  "sources.json": {
    sources: [{ title: "A page", kind: "vendor page", where: "There.", covers: "All." }],
    seenBeyond: { from, to, of: "the API", basis: "Seen." },
  },
});

const overtaken = (from: string, hint: string): string =>
  `beyond-overtaken sources.json#/seenBeyond/from: \`seenBeyond\` begins with v${from}, but releases.json already describes releases up to v13.0.2. ${hint}`;
const begin = "Begin with the next existing release, and correct `basis`.";

const beyondCases: readonly LintCase[] = [
  fault("nothing in releases beyond the newest", beyond("13.0.3", "67")),
  fault(
    "releases beyond the sources that begin with the newest",
    beyond("13.0.2", "67"),
    overtaken("13.0.2", begin),
  ),
  fault(
    "releases beyond the sources that end with the newest",
    beyond("13", "13.0.2"),
    overtaken("13", "Remove `seenBeyond`: all its releases are described."),
  ),
];

const seats = "requests/bill.json#/properties/seats";
const old = "common/text-properties.json#/properties/old";
const unknown = (at: string, name: string, hint: string): string =>
  `replacement-unknown ${at}/x-replaced-by: \`x-replaced-by\` names "${name}", which does not exist. ${hint}`;
const names =
  "Name a property of the same object, an object, an event, or a property of another type, as in `Type.property`.";

const replacementCases: readonly LintCase[] = [
  ...["tables", "Table", "Table.number", "bill", "printBill"].map((name) =>
    fault(`nothing where ${name} replaces a property`, { [`${seats}/x-replaced-by`]: name }),
  ),
  fault(
    "a property that does not exist in the place of another",
    { [`${seats}/x-replaced-by`]: "tabels" },
    unknown(seats, "tabels", 'Did you mean "tables"?'),
  ),
  fault(
    "a sentence in the place of a property",
    { [`${seats}/x-replaced-by`]: "Use `tables`." },
    unknown(seats, "Use `tables`.", names),
  ),
  fault(
    "an event that does not exist in the place of one",
    { "events/scanCode.json#/x-replaced-by": "printBil" },
    unknown("events/scanCode.json#", "printBil", 'Did you mean "printBill"?'),
  ),
  fault("nothing where a property of the object replaces one that it includes", {
    [old]: { ...text, "x-replaced-by": "label" },
    "responses/message.json#/properties/label": text,
    "responses/billFooter.json#/properties": { label: text },
  }),
  fault(
    "a property that does not exist in the place of one that several objects include",
    { [old]: { ...text, "x-replaced-by": "titel" } },
    unknown(old, "titel", names),
    unknown(old, "titel", 'Did you mean "title"?'),
  ),
];

const notShown = (at: string, what = "part"): string =>
  `not-shown ${at}: No example shows this ${what}, which v13.0.2 added. Use it in an example in examples/, with a release that has it.`;
const since = { "x-added-in": "13.0.2" };
const fresh = "responses/scanCode.json#/properties/fresh";
const codeType = "requests/scanCode.json#/properties/codeType";
const wind = { title: "Wind", description: "A wind.", type: "object", properties: { speed: text } };
const shown = {
  [`${card}#/response/scanCode/fresh`]: "A",
  [`${card}#/request/scanCode/codeType`]: "barcode",
};
const fromThen = { ...shown, [`${card}#/release`]: "13.0.2" };

const shownCases: readonly LintCase[] = [
  fault("a new property", { [fresh]: { ...text, ...since } }, notShown(fresh)),
  fault("nothing in one that is shown", { [fresh]: { ...text, ...since }, ...fromThen }),
  fault(
    "one that only an example of an older release shows",
    { [fresh]: { ...text, ...since }, ...shown },
    notShown(fresh),
    "example-invalid examples/scanCode/card.json#/response/scanCode",
  ),
  fault("nothing in one of an older number", { [fresh]: { ...text, "x-added-in": "12.1" } }),
  ...["x-deprecated-in", "x-removed-in", "x-planned", "x-seen"].map((keyword) => {
    const value = { "x-planned": true, "x-seen": "an old API" }[keyword] ?? "13.0.2";
    const added = { "x-deprecated-in": since }[keyword] ?? {};
    return fault(`nothing in one with ${keyword}`, { [fresh]: { ...text, ...added, [keyword]: value } });
  }),
  fault(
    "a new value of an enum",
    {
      [`${codeType}/enum`]: ["barcode", "rfid", "qrcode", "nfc"],
      [`${codeType}/x-enum-added-in/nfc`]: "13.0.2",
    },
    notShown(`${codeType}/x-enum-added-in/nfc`, 'value "nfc"'),
  ),
  fault(
    "a new answer",
    { "responses/wind.json": { ...wind, ...since }, "events/scanCode.json#/answers/wind": {} },
    notShown("responses/wind.json#"),
  ),
  fault(
    "an answer that is new for an event",
    { "responses/wind.json": wind, "events/scanCode.json#/answers/wind": since },
    notShown("events/scanCode.json#/answers/wind"),
  ),
  fault(
    "a new property in objects that include it",
    { "common/text-properties.json#/properties/fresh": { ...text, ...since } },
    notShown("common/text-properties.json#/properties/fresh"),
  ),
  fault(
    "a new event, which has no example",
    { "events/blow.json": { description: "A wind blows.", ...since } },
    "example-missing events/blow.json#",
  ),
  fault(
    "nothing more where there is no example at all",
    {
      [fresh]: { ...text, ...since },
      "examples/scanCode/card.json": undefined,
      "examples/printBill/plain.json": undefined,
    },
    "no-examples : The spec has no examples. Add one with a request for each event, in examples/<event>/.",
  ),
];

export const completenessCases: readonly LintCase[] = [
  ...inFlows,
  ...beyondCases,
  ...replacementCases,
  ...shownCases,
];
