import { fault, missing, plain, unfit, unknown, type LintCase } from "../lint-case.js";

const flow = {
  title: "Scan",
  description: "A code is scanned, and a bill is printed.",
  setUp: ["scanCode", "printBill"].map((event) => ({ event, text: "Needed." })),
  steps: [
    {
      id: "scan",
      event: "scanCode",
      text: "A code is scanned.",
      next: [{ till: "The guest leaves.", to: "bill", example: "scanCode/card" }],
    },
    {
      id: "bill",
      event: "printBill",
      text: "A bill is printed.",
      next: [{ till: "It is paid.", to: "paid", example: "printBill/plain" }],
    },
  ],
  ends: [{ id: "paid", text: "All is paid." }],
};
const task = { title: "Know who pays", description: "A card says it.", flow: "scan", test: ["Scan a card."] };
const handler = "console.log('Listening');\n";

const withTask = (change: Readonly<Record<string, unknown>>) => ({
  "flows/scan.json": flow,
  "tasks/cards.json": task,
  "tasks/cards.ts": handler,
  ...change,
});

const setting = {
  id: "secret",
  of: "subscription",
  name: "Secret",
  description: "A key.",
  choose: "Make one.",
  provenance: { kind: "documented", basis: "A page." },
};

const withSettings = (...settings: readonly object[]) => ({
  "subscriptions.json": {
    description: "Where to send events.",
    where: { menu: "Beheer", meaning: "management" },
    settings,
  },
});

export const taskCases: readonly LintCase[] = [
  fault(
    "a task of a flow that there is not",
    withTask({ "tasks/cards.json": { ...task, flow: "scann" } }),
    unknown("tasks/cards.json#/flow", 'flow "scann"', "scan"),
  ),
  fault(
    "a task without a handler, before the question that it names",
    withTask({ "tasks/cards.ts": undefined, "tasks/cards.json": { ...task, unknown: ["nothing"] } }),
    "missing-file tasks/cards.json#: The spec has no tasks/cards.ts.",
    unknown("tasks/cards.json#/unknown/0", 'open question "nothing"'),
  ),
  fault(
    "a handler without a task",
    withTask({ "tasks/coins.ts": handler }),
    "unreachable-file tasks/coins.ts#: Nothing in the spec refers to tasks/coins.ts.",
  ),
  plain(withTask({ "tasks/cards.ts": "" }), "invalid-value", "tasks/cards.ts#"),
  plain(withTask({ "tasks/cards.ts": `// ${"x".repeat(20_000)}` }), "invalid-value", "tasks/cards.ts#"),
  // A handler in the wrong place.
  plain(withTask({ "tasks/Cards.ts": handler }), "unexpected-file", "tasks/Cards.ts#"),
  fault(
    "a task that says nothing of what to test",
    withTask({ "tasks/cards.json": { ...task, test: undefined } }),
    missing("tasks/cards.json#", "test"),
  ),
  // A variable with a command in it, which a reader would paste into a shell.
  plain(
    withTask({ "tasks/cards.json": { ...task, environment: ["CARDS=$(id)"] } }),
    "invalid-value",
    "tasks/cards.json#/environment/0",
  ),
  fault(
    "a task and a setting that leave open what nobody asks",
    {
      ...withTask({ "tasks/cards.json": { ...task, unknown: ["per-piece"] } }),
      ...withSettings({ ...setting, unknown: ["per-line"] }),
    },
    unknown("tasks/cards.json#/unknown/0", 'open question "per-piece"'),
    unknown("subscriptions.json#/settings/0/unknown/0", 'open question "per-line"'),
  ),
  fault("two settings of one id", withSettings(setting, { ...setting, name: "Key" }), [
    "duplicate-name",
    "subscriptions.json#/settings/1/id",
  ]),
  fault(
    "a setting that came with a release that is not listed",
    withSettings({ ...setting, added: "10.5" }),
    "unlisted-release subscriptions.json#/settings/0/added",
  ),
  fault("a setting that nobody says the source of", withSettings({ ...setting, provenance: undefined }), [
    "missing-keyword",
    "subscriptions.json#/settings/0",
  ]),
  fault(
    "a setting of something that has none",
    withSettings({ ...setting, of: "till" }),
    unfit("subscriptions.json#/settings/0/of", "must be one of subscription, event, codeTrigger, pos"),
  ),
];
