import { duplicate, fault, plain, unknown, type Finding, type LintCase, type Said } from "../lint-case.js";

const path = "flows/scan.json";

/** A flow in which nothing is wrong: a code is asked for until it is known. */
const flow = {
  ...{ title: "Scan", description: "A code is scanned." },
  setUp: ["scanCode", "printBill"].map((event) => ({ event, text: "It is sent." })),
  steps: [
    {
      ...{ id: "scan", event: "scanCode", text: "A code is scanned." },
      next: [
        { answer: { scanCode: { recognized: true } }, to: "known", example: "scanCode/card" },
        { to: "scan", text: "It is asked for once more." },
      ],
    },
    {
      ...{ id: "bill", event: "printBill", between: ["scan"], text: "A bill is printed." },
      next: [{ till: "It is printed.", to: "back", example: "printBill/plain" }],
    },
  ],
  ends: [{ id: "known", text: "The code is known." }],
};

const bill = flow.steps[1];

const at = (pointer: string): string => `${path}#${pointer}`;

/** The flow, with changes by their pointers. */
const withFlow = (given: Readonly<Record<string, unknown>>): LintCase["given"] => ({
  [path]: structuredClone(flow),
  ...Object.fromEntries(Object.entries(given).map(([pointer, value]) => [at(pointer), value])),
});

/** A fault of a flow: what to change in it, and what lint says. */
const faulty = (name: string, given: Record<string, unknown>, ...want: readonly Said[]): LintCase =>
  fault(name, withFlow(given), ...want);
const plainly = (
  given: Record<string, unknown>,
  code: Finding["code"],
  where = at(Object.keys(given)[0] ?? ""),
) => plain(withFlow(given), code, where);

const unknownCases: readonly LintCase[] = [
  faulty("nothing", {}),
  faulty("nothing, in a flow that somebody wants", { "/want": "Have a code known" }),
  faulty("a wish without words", { "/want": "" }, ["invalid-value", at("/want")]),
  faulty(
    "a set-up and a step of events that there are not",
    { "/setUp/0/event": "scancode", "/steps/0/event": "scancode" },
    unknown(at("/setUp/0/event"), 'event "scancode"'),
    { code: "unknown-reference", at: at("/steps/0/event"), hint: 'Did you mean "scanCode"?' },
    ["example-astray", at("/steps/0/next/0/example")],
    ["event-in-no-flow", "events/scanCode.json#"],
  ),
  faulty(
    "a step after one that there is not",
    { "/steps/1/between": ["scans"] },
    unknown(at("/steps/1/between/0"), 'step "scans"', "scan"),
  ),
  faulty(
    "an answer that leads to nothing that there is",
    { "/steps/0/next/0/to": "know" },
    unknown(at("/steps/0/next/0/to"), 'step or end "know"', "known"),
  ),
  // A way back from a step that comes between none.
  plainly({ "/steps/0/next/1/to": "back" }, "unknown-reference"),
  faulty(
    "an example that there is not",
    { "/steps/0/next/0/example": "scanCode/crad" },
    unknown(at("/steps/0/next/0/example"), 'example "scanCode/crad"', "scanCode/card"),
  ),
  faulty(
    "a call of something that the event does not carry",
    { "/steps/0/call": { address: "/scanCode/url", when: "it is known", text: "Call it." } },
    unknown(at("/steps/0/call/address"), 'part of this event "/scanCode/url"'),
  ),
  faulty(
    "two ends of one name",
    { "/ends/1": { id: "scan", text: "It ends." } },
    duplicate(at("/ends/1/id"), "scan", "another step or end of this flow"),
  ),
];

const graphCases: readonly LintCase[] = [
  faulty(
    "two steps of one event that nothing tells apart",
    { "/steps/2": { ...bill, id: "second-bill" } },
    {
      ...{ code: "same-step", at: at("/steps/2/event") },
      message: 'Nothing tells this request of printBill from that of the step "bill".',
    },
  ),
  faulty(
    "a step that nothing leads to",
    { "/steps/1/between": undefined, "/steps/1/next/0/to": "known" },
    { code: "unreached-step", at: at("/steps/1/id"), message: 'Nothing in this flow leads to "bill".' },
  ),
  // An end that nothing leads to.
  plainly({ "/ends/1": { id: "unknown", text: "It is not known." } }, "unreached-step", at("/ends/1/id")),
  faulty(
    "a step that never ends",
    { "/steps/1/next/0/to": "bill" },
    {
      ...{ code: "endless-step", at: at("/steps/1/next") },
      message: 'From the step "bill" this flow never reaches an end.',
    },
  ),
];

/** An example that shows something else. */
const astray = (why: string, given: Record<string, unknown>, edge = 0): LintCase =>
  faulty(`an example that shows something else: ${why}`, given, {
    ...{ code: "example-astray", at: at(`/steps/0/next/${edge}/example`) },
    message: `This example does not show what it stands for: ${why}.`,
  });

const exampleCases: readonly LintCase[] = [
  faulty(
    "a step that no example shows",
    { "/steps/1/next/0/example": undefined },
    { code: "unshown-step", at: at("/steps/1/next"), message: 'No example shows the step "bill".' },
  ),
  faulty(
    "an answer that no example shows",
    { "/steps/0/next/2": { answer: { scanCode: { label: "A card" } }, to: "known" } },
    ["unshown-answer", at("/steps/0/next/2/answer")],
  ),
  astray("it is of another event", { "/steps/0/next/0/example": "printBill/plain" }),
  astray("it reports no fault of an answer", { "/steps/0/report": true }),
  astray("its request has not what `with` says", {
    "/steps/0/with": { scanCode: { codeType: "qrcode" } },
  }),
  astray("its answer has not what `answer` says", {
    "/steps/0/next/0/answer": { scanCode: { recognized: false } },
  }),
  astray("its answer is that of another edge", { "/steps/0/next/1/example": "scanCode/card" }, 1),
];

const notSetToPoll = (event: string, index: number): Finding => ({
  ...{ code: "not-set-to-poll", at: at(`/setUp/${index}`) },
  message: `This flow polls "${event}", but its set-up does not say so.`,
});

/** Each way in which a step shows that its event polls: what to change in the flow, and in an example of it. */
const ways = {
  goesOn: [
    {
      "/steps/0/next": [
        { answer: { polling: { finished: false } }, to: "scan", example: "scanCode/card" },
        { to: "known" },
      ],
    },
    { "examples/scanCode/card.json#/response/polling": { finished: false } },
  ],
  ends: [
    { "/steps/0/next/0/answer": { polling: { finished: true } } },
    { "examples/scanCode/card.json#/response/polling": { finished: true } },
  ],
  asks: [
    { "/steps/1/with": { event: { eventPolling: true } } },
    { "examples/printBill/plain.json#/request/event/eventPolling": true },
  ],
} as const;

/** A step that polls in one of these ways, and what the set-up of its event says of that. */
function polls(
  way: keyof typeof ways,
  [index, polling]: readonly [number, unknown],
  ...want: readonly Finding[]
) {
  const name = `a step that polls: ${way}, with a set-up that says ${String(polling)}`;
  const [inFlow, inExample] = ways[way];
  const given = withFlow({ ...inFlow, [`/setUp/${index}/polling`]: polling });
  return fault(name, { ...given, ...inExample }, ...want);
}

const polledCases: readonly LintCase[] = [
  polls("goesOn", [0, undefined], notSetToPoll("scanCode", 0)),
  polls("ends", [0, false], notSetToPoll("scanCode", 0)),
  polls("asks", [1, false], notSetToPoll("printBill", 1)),
  // Which has to poll; a bill may.
  polls("ends", [0, "unknown"], notSetToPoll("scanCode", 0)),
  polls("asks", [1, "unknown"]),
  polls("ends", [0, true]),
];

const setUpCases: readonly LintCase[] = [
  // A step whose event is not set up.
  plainly({ "/setUp": [flow.setUp[0]] }, "not-set-up", at("/steps/1/event")),
  ...polledCases,
  faulty(
    "an event in no flow",
    { "/steps": [{ ...flow.steps[0] }], "/setUp": [flow.setUp[0]] },
    {
      ...{ code: "event-in-no-flow", at: "events/printBill.json#" },
      message: 'The event "printBill" is in no flow.',
      hint: "Make it a step of one, or say why not in `freeStanding`.",
    },
  ),
  fault(
    "an event that is in a flow and says that it is in none",
    { [path]: flow, "events/printBill.json#/freeStanding": "It comes by itself." },
    ["free-standing-in-flow", "events/printBill.json#/freeStanding"],
  ),
];

/** Faults of the graphs that say how events follow one another. */
export const flowCases: readonly LintCase[] = [
  ...unknownCases,
  ...graphCases,
  ...exampleCases,
  ...setUpCases,
];
