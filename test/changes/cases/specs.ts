import { type SmallSpec } from "../../contract/view/spec-of.js";
import { object } from "../../workbench/small-spec.js";

/** Two small specs, or two fleets of one, and the one important change: `verdict direction pointer code`. */
type SpecCase = readonly [
  ...[says: string, from: SmallSpec | readonly [string, string], to: SmallSpec],
  more?: { readonly events?: readonly string[]; readonly advice?: string },
];

const text = { type: "string" };
const added = { "x-added-in": "20" };
const tick = { description: "Tick." };
const ofTick = { events: ["tick"] };
const two: SmallSpec = { events: { tick } };
const polled: SmallSpec = { event: { polling: "optional" } };
const must = { extra: { required: true } };
const carrying = (carried: object): SmallSpec => ({
  event: { carries: { ping: { required: true }, ...carried } },
  events: { tick: { ...tick, carries: { extra: {} }, answers: { pong: {} } } },
  files: { "requests/extra.json": object("Extra", { y: text }) },
});
const answering = (answers: object, others: object = {}): SmallSpec => ({
  event: { answers: { pong: {}, ...answers } },
  events: { tick: { ...tick, answers: others } },
  ...(Object.keys({ ...answers, ...others }).includes("extra") && {
    files: { "responses/extra.json": object("ExtraAnswer", { y: text }) },
  }),
});
const errorCodes = (codes: readonly string[], open = true, other: object = {}): SmallSpec => ({
  files: {
    "error-codes.json": { ...text, title: "ErrorCode", description: "Codes.", "x-open": open, enum: codes },
    ...other,
  },
});
const ouch = ["OOPS", "OUCH"];
const ofOuch = { advice: '"OUCH"' };
const ofReport = { ...ofOuch, events: ["errorRequest"] };
/** A closed list may be on one side only; the other has text. */
const answeredText = { "responses/error.json": object("ErrorAnswer", { code: text }, ["code"]) };
const reportedText = { "requests/errorRequest.json": object("ErrorRequest", { code: text }) };
const taking = (name: string, standing: string) => ({
  takes: [{ answers: [name], standing, basis: "A page." }],
});

/** An event with a property in each of its own objects, which exists from 30 on, or as given. */
const tickSince = (release: string, life: object = { "x-added-in": "30" }): SmallSpec => ({
  events: { tick: { ...tick, "x-added-in": release, carries: { sent: {} }, answers: { extra: {} } } },
  files: {
    "requests/sent.json": object("Sent", { y: { ...text, ...life } }),
    "responses/extra.json": object("ExtraAnswer", { y: { ...text, ...life } }),
  },
});
const shortLived = { ...added, "x-removed-in": "30" };
const doubted = { kind: "assumed", basis: "A guess.", of: ["required"] };

const up = ["10..", "20.."] as const;
const down = ["20..", "10.."] as const;
const blinking: SmallSpec = { event: { "x-notes": [{ since: "20", text: "It blinks." }] } };
const later: SmallSpec = { events: { tick: { ...tick, ...added } } };
const answerable: SmallSpec = { event: { answers: { pong: { required: true, ...added } } } };
const known: SmallSpec = { ping: { x: { ...text, ...added } } };
const numbers = { type: "array", items: { type: "number" } };
const retyped: SmallSpec = {
  pong: { x: { type: "array", items: text, "x-was": [{ until: "20", schema: numbers }] } },
};
const lateItems: SmallSpec = {
  ping: { x: { type: "array", items: { $ref: "common/late.json" } } },
  common: { late: { ...object("Late", {}), ...added } },
};
const openThing = (keywords: object) => ({
  ...object("Thing", {}),
  "x-open": true,
  properties: { y: { ...text, description: "Y.", ...keywords } },
});
const wasNumber = (until: string) => ({ "x-was": [{ until, schema: { type: "number" } }] });

export const specCases: readonly SpecCase[] = [
  ["safe request  event-added", {}, two, ofTick],
  ["breaking request  event-removed", two, {}, ofTick],
  [
    "docs response /error standing-changed",
    {},
    { event: taking("error", "documented") },
    { advice: "documented, was general" },
  ],
  [
    "docs response /error standing-changed",
    { event: taking("error", "unknown") },
    {},
    { advice: "general, was unknown" },
  ],
  [
    "docs response /pong standing-changed",
    {},
    { event: taking("pong", "unknown") },
    { advice: "unknown, was documented" },
  ],
  // Contradicted, and so rejected, by the only event, and by one of two.
  ["breaking response /error answer-removed", {}, { event: taking("error", "contradicted") }],
  [
    "breaking response /error answer-restricted",
    two,
    { events: { tick: { ...tick, ...taking("error", "contradicted") } } },
    ofTick,
  ],
  ["breaking response  polling-required", polled, {}],
  ["safe response  polling-optional", {}, polled],
  ["safe request /extra object-added", carrying({}), carrying({ extra: {} })],
  ["safe request /extra required-object-added", carrying({}), carrying(must)],
  ["handle request /extra object-removed", carrying({ extra: {} }), carrying({})],
  ["breaking request /extra required-object-removed", carrying(must), carrying({})],
  ["safe response /extra answer-added", answering({}), answering({ extra: {} })],
  ["breaking response /extra required-answer-added", answering({}), answering(must)],
  ["safe response /extra answer-added", {}, { ...answering({}, { extra: {} }), event: {} }, ofTick],
  ["breaking response /extra answer-removed", { ...answering({}, { extra: {} }), event: {} }, {}, ofTick],
  ["breaking response /extra answer-removed", answering({ extra: {} }), answering({})],
  ["safe response /pong answer-allowed", answering({}), answering({}, { pong: {} }), ofTick],
  ["breaking response /pong answer-restricted", answering({}, { pong: {} }), answering({}), ofTick],
  ["safe request /error error-code-added", {}, errorCodes(ouch), ofReport],
  ["safe response /error/code error-code-added", {}, errorCodes(ouch), ofOuch],
  ["safe request /error error-code-removed", errorCodes(ouch), {}, ofReport],
  ["handle response /error/code error-code-removed", errorCodes(ouch), {}, ofOuch],
  [
    "handle request /error enum-value-added",
    errorCodes(["OOPS"], false, answeredText),
    errorCodes(ouch, false, answeredText),
    ofReport,
  ],
  [
    "breaking response /error/code enum-value-removed",
    errorCodes(ouch, false, reportedText),
    errorCodes(["OOPS"], false, reportedText),
    ofOuch,
  ],
  // Deployed code does not know the new name, so it treats the property as missing.
  [
    "handle request /ping/x required-legacy-name-added",
    { ping: { x: text }, pingRequired: ["x"] },
    { ping: { x: { ...text, "x-legacy-names": ["ex"] } }, pingRequired: ["x"] },
    { advice: "ex" },
  ],
  [
    "breaking request /ping/x became-optional",
    { ping: { x: text }, pingRequired: ["x"] },
    { ping: { x: { ...text, "x-provenance": doubted } }, pingRequired: ["x"] },
  ],
  // No single release changed, but shops of 10.. may now send the event and accept its answer without the property.
  [
    "breaking response /extra/y property-removed",
    tickSince("30"),
    tickSince("20", { "x-added-in": "30", description: "Anew." }),
    ofTick,
  ],
  ["handle request /sent/y not-in-every-shop", tickSince("30"), tickSince("20"), ofTick],
  // Only shops of 10..20 lose the property: no fleet without an end ever had it.
  [
    "breaking response /extra/y property-removed",
    tickSince("20", shortLived),
    tickSince("10", shortLived),
    ofTick,
  ],

  // The list now has a gap: no shop has the part that existed only in it.
  [
    "handle request /ping/x property-removed",
    ["10..30", "10,30"],
    { ping: { x: { ...text, ...added, "x-removed-in": "30" } } },
  ],
  // The oldest shops are gone, and every remaining shop has the part that was added in the gap.
  ["safe response /pong/x property-added", ["10,30", "30"], { pong: { x: { ...text, ...added } } }],
  ["safe request  event-in-every-shop", up, later, ofTick],
  ["handle request  event-not-in-every-shop", down, later, ofTick],
  ["breaking response  event-unanswerable", down, answerable],
  ["safe response  event-answerable", up, answerable],
  ["safe request /ping/x in-every-shop", up, known],
  ["handle request /ping/x not-in-every-shop", down, known],
  ["breaking response /pong/x array-emptied", down, retyped],
  ["safe response /pong/x array-filled", up, retyped],
  ["handle request /ping/x array-filled", ["10", "20"], lateItems],
  ["handle request /ping/x array-emptied", ["20", "10"], lateItems],
  // A shop has an undocumented value here.
  ["breaking request /ping/x/y type-unknown", down, { ping: { x: openThing(added) } }],
  ["safe request /ping/x/y type-known", up, { ping: { x: openThing(added) } }],
  ["handle request  note-added", ["10", "10..20"], blinking, { advice: "It blinks." }],
  ["handle request  note-added", up, blinking, { advice: "It blinks." }],
  // Nothing is valid in every shop if an open object has two types, or none.
  ["breaking response /pong/x/y property-removed", down, { pong: { x: openThing(wasNumber("20")) } }],
  [
    "breaking response /pong/x/y property-removed",
    ["10", "10.."],
    { pong: { x: openThing({ ...added, ...wasNumber("30") }) } },
  ],
];
