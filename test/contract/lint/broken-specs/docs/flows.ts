import { duplicate, fault, plain, unknown, type Finding, type LintCase, type Said } from "../lint-case.js";

const path = "flows/scan.json";

/** A valid flow that asks for a code until it is known. */
const flow = {
  title: "Scan",
  description: "A code is scanned.",
  setUp: ["scanCode", "printBill"].map((event) => ({ event, text: "It is sent." })),
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

const at = (pointer: string): string => `${path}#${pointer}`;

const withFlow = (given: Readonly<Record<string, unknown>>): LintCase["given"] => ({
  [path]: structuredClone(flow),
  ...Object.fromEntries(Object.entries(given).map(([pointer, value]) => [at(pointer), value])),
});

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
  // A step that leads back but interrupts none.
  plainly({ "/steps/0/next/1/to": "back" }, "unknown-reference"),
  faulty(
    "an example that there is not",
    { "/steps/0/next/0/example": "scanCode/crad" },
    unknown(at("/steps/0/next/0/example"), 'example "scanCode/crad"', "scanCode/card"),
  ),
  faulty(
    "a call of something that the event does not carry",
    { "/steps/0/call": { address: "/scanCode/url", when: "it is known", text: "Call it." } },
    unknown(at("/steps/0/call/address"), 'property of this event "/scanCode/url"'),
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
      code: "same-step",
      at: at("/steps/2/event"),
      message: 'This request of printBill cannot be told apart from the request of the step "bill".',
    },
  ),
  faulty(
    "a step that nothing leads to",
    { "/steps/1/between": undefined, "/steps/1/next/0/to": "known" },
    {
      code: "unreached-step",
      at: at("/steps/1/id"),
      message: 'Nothing in this flow leads to "bill"; it is unreachable.',
    },
  ),
  plainly({ "/ends/1": { id: "unknown", text: "It is not known." } }, "unreached-step", at("/ends/1/id")),
  faulty(
    "a step that never ends",
    { "/steps/1/next/0/to": "bill" },
    {
      code: "endless-step",
      at: at("/steps/1/next"),
      message: 'The step "bill" never leads to an end of this flow.',
    },
  ),
];

export const flowCases: readonly LintCase[] = [...unknownCases, ...graphCases];
