import type { LintCase } from "../lint-case.js";

/** Both events of the small spec, one after the other. */
const flow = {
  title: "Scan",
  description: "A code is scanned, and a bill is printed.",
  setUp: [
    { event: "scanCode", text: "Needed." },
    { event: "printBill", text: "Needed." },
  ],
  steps: [
    {
      ...{ id: "scan", event: "scanCode", text: "A code is scanned." },
      next: [{ till: "The guest leaves.", to: "bill", example: "scanCode/card" }],
    },
    {
      ...{ id: "bill", event: "printBill", text: "A bill is printed." },
      next: [{ till: "It is paid.", to: "paid", example: "printBill/plain" }],
    },
  ],
  ends: [{ id: "paid", text: "All is paid." }],
};
const task = { title: "Know who pays", description: "A card says it.", flow: "scan", test: ["Scan a card."] };
const handler = "console.log('Listening');\n";

/** A spec with a task, whose parts are changed. */
const withTask = (change: Readonly<Record<string, unknown>>) => ({
  "flows/scan.json": flow,
  "tasks/cards.json": task,
  "tasks/cards.ts": handler,
  ...change,
});

const provenance = { kind: "documented", basis: "A page." };
const setting = {
  id: "secret",
  of: "subscription",
  name: "Secret",
  description: "A key.",
  choose: "Make one.",
  provenance,
};

const withSettings = (...settings: readonly object[]) => ({
  "subscriptions.json": {
    description: "Where to send events.",
    where: { menu: "Beheer", meaning: "management" },
    settings,
  },
});

/** Faults in what shops set up, and in what somebody wants of the till. */
export const taskCases: readonly LintCase[] = [
  {
    name: "a task of a flow that there is not",
    given: withTask({ "tasks/cards.json": { ...task, flow: "scann" } }),
    want: {
      code: "unknown-reference",
      at: "tasks/cards.json#/flow",
      message: 'The spec has no flow "scann".',
      hint: 'Did you mean "scan"?',
    },
  },
  {
    name: "a task without a handler",
    given: withTask({ "tasks/cards.ts": undefined }),
    want: [{ code: "missing-file", at: "tasks/cards.json#", message: "The spec has no tasks/cards.ts." }],
  },
  {
    name: "a handler without a task",
    given: withTask({ "tasks/coins.ts": handler }),
    want: {
      code: "unreachable-file",
      at: "tasks/coins.ts#",
      message: "Nothing in the spec refers to tasks/coins.ts.",
    },
  },
  {
    name: "a handler with nothing in it",
    given: withTask({ "tasks/cards.ts": "" }),
    want: [{ code: "invalid-value", at: "tasks/cards.ts#" }],
  },
  {
    name: "a handler that is too long for a page",
    given: withTask({ "tasks/cards.ts": `// ${"x".repeat(20_000)}` }),
    want: [{ code: "invalid-value", at: "tasks/cards.ts#" }],
  },
  {
    name: "a handler where none belongs",
    given: withTask({ "tasks/Cards.ts": handler }),
    want: [{ code: "unexpected-file", at: "tasks/Cards.ts#" }],
  },
  {
    name: "a task that says nothing of what to test",
    given: withTask({ "tasks/cards.json": { ...task, test: undefined } }),
    want: [{ code: "missing-keyword", at: "tasks/cards.json#", message: '"test" is missing here.' }],
  },
  {
    name: "a task and a setting that leave open what nobody asks",
    given: {
      ...withTask({ "tasks/cards.json": { ...task, unknown: ["per-piece"] } }),
      ...withSettings({ ...setting, unknown: ["per-line"] }),
    },
    want: [
      {
        code: "unknown-reference",
        at: "tasks/cards.json#/unknown/0",
        message: 'The spec has no open question "per-piece".',
      },
      {
        code: "unknown-reference",
        at: "subscriptions.json#/settings/0/unknown/0",
        message: 'The spec has no open question "per-line".',
      },
    ],
  },
  {
    name: "two settings of one id",
    given: withSettings(setting, { ...setting, name: "Key" }),
    want: [{ code: "duplicate-name", at: "subscriptions.json#/settings/1/id" }],
  },
  {
    name: "a setting that came with a release that is not listed",
    given: withSettings({ ...setting, added: "10.5" }),
    want: [{ code: "unlisted-release", at: "subscriptions.json#/settings/0/added" }],
  },
  {
    name: "a setting that nobody says the source of",
    given: withSettings({ ...setting, provenance: undefined }),
    want: [{ code: "missing-keyword", at: "subscriptions.json#/settings/0" }],
  },
  {
    name: "a setting of something that has none",
    given: withSettings({ ...setting, of: "till" }),
    want: {
      code: "invalid-value",
      at: "subscriptions.json#/settings/0/of",
      message: "This value does not fit: it is none of subscription, event, codeTrigger.",
    },
  },
];
