import type { Finding, LintCase } from "../lint-case.js";

const path = "flows/scan.json";

/** A flow in which nothing is wrong: a code is asked for until it is known. */
const flow = {
  title: "Scan",
  description: "A code is scanned.",
  setUp: [
    { event: "scanCode", text: "It is sent." },
    { event: "printBill", text: "It is sent." },
  ],
  steps: [
    {
      id: "scan",
      event: "scanCode",
      text: "A code is scanned.",
      next: [
        { answer: { scanCode: { recognized: true } }, to: "known", example: "scanCode/card" },
        { to: "scan", text: "It is asked for once more." },
      ],
    },
    {
      id: "bill",
      event: "printBill",
      between: ["scan"],
      text: "A bill is printed.",
      next: [{ till: "It is printed.", to: "back", example: "printBill/plain" }],
    },
  ],
  ends: [{ id: "known", text: "The code is known." }],
};

const bill = flow.steps[1];

/** A fault of a flow: what to change in it, and what lint says. */
const faulty = (name: string, given: Record<string, unknown>, ...want: readonly Finding[]): LintCase => ({
  name,
  given: {
    [path]: structuredClone(flow),
    ...Object.fromEntries(Object.entries(given).map(([pointer, value]) => [`${path}#${pointer}`, value])),
  },
  want,
});

const at = (pointer: string): string => `${path}#${pointer}`;

const unknownCases: readonly LintCase[] = [
  faulty("nothing", {}),
  faulty("nothing, in a flow that somebody wants", { "/want": "Have a code known" }),
  faulty("a wish without words", { "/want": "" }, { code: "invalid-value", at: at("/want") }),
  faulty(
    "a set-up and a step of events that there are not",
    { "/setUp/0/event": "scancode", "/steps/0/event": "scancode" },
    { code: "unknown-reference", at: at("/setUp/0/event"), message: 'The spec has no event "scancode".' },
    { code: "unknown-reference", at: at("/steps/0/event"), hint: 'Did you mean "scanCode"?' },
    { code: "example-astray", at: at("/steps/0/next/0/example") },
    { code: "event-in-no-flow", at: "events/scanCode.json#" },
  ),
  faulty(
    "a step after one that there is not",
    { "/steps/1/between": ["scans"] },
    {
      code: "unknown-reference",
      at: at("/steps/1/between/0"),
      message: 'The spec has no step "scans".',
      hint: 'Did you mean "scan"?',
    },
  ),
  faulty(
    "an answer that leads to nothing that there is",
    { "/steps/0/next/0/to": "know" },
    {
      code: "unknown-reference",
      at: at("/steps/0/next/0/to"),
      message: 'The spec has no step or end "know".',
      hint: 'Did you mean "known"?',
    },
  ),
  faulty(
    "a way back from a step that comes between none",
    { "/steps/0/next/1/to": "back" },
    { code: "unknown-reference", at: at("/steps/0/next/1/to") },
  ),
  faulty(
    "an example that there is not",
    { "/steps/0/next/0/example": "scanCode/crad" },
    {
      code: "unknown-reference",
      at: at("/steps/0/next/0/example"),
      message: 'The spec has no example "scanCode/crad".',
      hint: 'Did you mean "scanCode/card"?',
    },
  ),
  faulty(
    "a call of something that the event does not carry",
    { "/steps/0/call": { address: "/scanCode/url", when: "it is known", text: "Call it." } },
    {
      code: "unknown-reference",
      at: at("/steps/0/call/address"),
      message: 'The spec has no part of this event "/scanCode/url".',
    },
  ),
  faulty(
    "two ends of one name",
    { "/ends/1": { id: "scan", text: "It ends." } },
    {
      code: "duplicate-name",
      at: at("/ends/1/id"),
      message: 'The name "scan" is already taken by another step or end of this flow.',
    },
  ),
];

const graphCases: readonly LintCase[] = [
  faulty(
    "two steps of one event that nothing tells apart",
    { "/steps/2": { ...bill, id: "second-bill" } },
    {
      code: "same-step",
      at: at("/steps/2/event"),
      message: 'Nothing tells this request of printBill from that of the step "bill".',
    },
  ),
  faulty(
    "a step that nothing leads to",
    { "/steps/1/between": undefined, "/steps/1/next/0/to": "known" },
    { code: "unreached-step", at: at("/steps/1/id"), message: 'Nothing in this flow leads to "bill".' },
  ),
  faulty(
    "an end that nothing leads to",
    { "/ends/1": { id: "unknown", text: "It is not known." } },
    { code: "unreached-step", at: at("/ends/1/id") },
  ),
  faulty(
    "a step that never ends",
    { "/steps/1/next/0/to": "bill" },
    {
      code: "endless-step",
      at: at("/steps/1/next"),
      message: 'From the step "bill" this flow never reaches an end.',
    },
  ),
];

const exampleCases: readonly LintCase[] = [
  faulty(
    "a step that no example shows",
    { "/steps/1/next/0/example": undefined },
    { code: "unshown-step", at: at("/steps/1/next"), message: 'No example shows the step "bill".' },
  ),
  faulty(
    "an answer that no example shows",
    { "/steps/0/next/2": { answer: { scanCode: { label: "A card" } }, to: "known" } },
    { code: "unshown-answer", at: at("/steps/0/next/2/answer") },
  ),
  ...[
    { why: "it is of another event", example: "printBill/plain", change: {} },
    {
      why: "it reports no fault of an answer",
      example: "scanCode/card",
      change: { "/steps/0/report": true },
    },
    {
      why: "its request has not what `with` says",
      example: "scanCode/card",
      change: { "/steps/0/with": { scanCode: { codeType: "qrcode" } } },
    },
    {
      why: "its answer has not what `answer` says",
      example: "scanCode/card",
      change: { "/steps/0/next/0/answer": { scanCode: { recognized: false } } },
    },
  ].map(({ why, example, change }) =>
    faulty(
      `an example that shows something else: ${why}`,
      { "/steps/0/next/0/example": example, ...change },
      {
        code: "example-astray",
        at: at("/steps/0/next/0/example"),
        message: `This example does not show what it stands for: ${why}.`,
      },
    ),
  ),
  faulty(
    "an example of all else that has an answer which leads elsewhere",
    { "/steps/0/next/1/example": "scanCode/card" },
    {
      code: "example-astray",
      at: at("/steps/0/next/1/example"),
      message: "This example does not show what it stands for: its answer is that of another edge.",
    },
  ),
];

const notSetToPoll = (event: string, index: number): Finding => ({
  code: "not-set-to-poll",
  at: at(`/setUp/${index}`),
  message: `This flow polls "${event}", but its set-up does not say so.`,
});

/** Each way in which a step shows that its event polls: what to change in the flow, and in an example of it. */
const ways = {
  goesOn: {
    "/steps/0/next": [
      { answer: { polling: { finished: false } }, to: "scan", example: "scanCode/card" },
      { to: "known" },
    ],
  },
  ends: { "/steps/0/next/0/answer": { polling: { finished: true } } },
  asks: { "/steps/1/with": { event: { eventPolling: true } } },
};
const shown = {
  goesOn: { "examples/scanCode/card.json#/response/polling": { finished: false } },
  ends: { "examples/scanCode/card.json#/response/polling": { finished: true } },
  asks: { "examples/printBill/plain.json#/request/event/eventPolling": true },
};

/** A step that polls in one of these ways, and what its set-up says of that. */
function polls(
  name: string,
  way: keyof typeof ways,
  setUp: Record<string, unknown>,
  ...want: readonly Finding[]
): LintCase {
  const { given } = faulty(name, { ...ways[way], ...setUp });
  return { name, given: { ...given, ...shown[way] }, want };
}

const polledCases: readonly LintCase[] = [
  polls("a step that is polled on, and whose set-up says nothing", "goesOn", {}, notSetToPoll("scanCode", 0)),
  polls(
    "a step whose first answer ends the polling, and whose set-up denies it",
    "ends",
    { "/setUp/0/polling": false },
    notSetToPoll("scanCode", 0),
  ),
  polls(
    "a step whose request polls, and whose set-up denies it",
    "asks",
    { "/setUp/1/polling": false },
    notSetToPoll("printBill", 1),
  ),
  polls(
    "a polled step of an event that has to poll, with a set-up that leaves it open",
    "ends",
    { "/setUp/0/polling": "unknown" },
    notSetToPoll("scanCode", 0),
  ),
  polls("a polled step of an event that may poll, with a set-up that leaves it open", "asks", {
    "/setUp/1/polling": "unknown",
  }),
  polls("a polled step that is set up so", "ends", { "/setUp/0/polling": true }),
];

const setUpCases: readonly LintCase[] = [
  faulty(
    "a step whose event is not set up",
    { "/setUp": [flow.setUp[0]] },
    { code: "not-set-up", at: at("/steps/1/event") },
  ),
  ...polledCases,
  faulty(
    "an event in no flow",
    { "/steps": [{ ...flow.steps[0] }], "/setUp": [flow.setUp[0]] },
    {
      code: "event-in-no-flow",
      at: "events/printBill.json#",
      message: 'The event "printBill" is in no flow.',
      hint: "Make it a step of one, or say why not in `freeStanding`.",
    },
  ),
  {
    name: "an event that is in a flow and says that it is in none",
    given: { [path]: flow, "events/printBill.json#/freeStanding": "It comes by itself." },
    want: [{ code: "free-standing-in-flow", at: "events/printBill.json#/freeStanding" }],
  },
];

/** Faults of the graphs that say how events follow one another. */
export const flowCases: readonly LintCase[] = [
  ...unknownCases,
  ...graphCases,
  ...exampleCases,
  ...setUpCases,
];
