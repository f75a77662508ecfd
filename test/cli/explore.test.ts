import { expect, it } from "vitest";
import { formatExploration } from "../../generator/cli/commands/explore.js";

const where = { url: "http://a/mplus", subscription: "shop-12", secretEnv: "MPLUS_SECRET" };
const explored = {
  seed: 7,
  walks: 3,
  events: [
    { event: "scanCode", sent: 5, notTaken: 2 },
    { event: "startSession", sent: 1, notTaken: 0 },
  ],
  lacking: [],
  open: [],
  failures: [],
};
const open = {
  kind: "payment",
  event: "pollExternalPayment",
  sent: 185,
  walks: 1,
  isAnswered: true,
} as const;
const failure = {
  name: "scanCode fails with status 201",
  scenario: "name: scanCode fails with status 201\n",
  messages: ["scanCode: The answer has status 201.", "What to change: Answer with status 200."],
  failsAgain: true,
  status: 201,
  answer: "",
};
const head = `# Seed 7: 3 walks.
# Sent: scanCode 5, startSession 1.
# Rejected in the vendor's format: scanCode 2.
`;

it.each([
  ["that found nothing", explored, `${head}# No failures.\n`],
  [
    "of a receiver that does not handle an event",
    { ...explored, lacking: ["printBill"] },
    `${head}# Not handled by the receiver: printBill.\n# No failures.\n`,
  ],
  [
    "that ended within a payment",
    {
      ...explored,
      open: [open, { ...open, kind: "poll", event: "startPayment", sent: 1, walks: 2 } as const],
    },
    `${head}# A payment was still open at the end of 1 walk: pollExternalPayment was sent up to 185 times, and no answer
# ended it. Explore longer with --for, or check what the receiver answers to pollExternalPayment.
# A poll was still open at the end of 2 walks: startPayment was sent up to 1 time, and no answer ended it.
# Explore longer with --for, or check what the receiver answers to startPayment.
# No failures, but not every payment and poll came to an end.
`,
  ],
  [
    "of a receiver without payments",
    { ...explored, open: [{ ...open, isAnswered: false }] },
    `${head}# A payment was still open at the end of 1 walk: pollExternalPayment was sent up to 185 times, and every answer
# was empty. Ignore this if your shops do not send it.
# No failures.
`,
  ],
  [
    "that found failures",
    { ...explored, failures: [failure, { ...failure, failsAgain: false }, { ...failure, status: null }] },
    `${head}# Failures: 3. To rerun them, save this as found.yaml and run:
#   mplus-codegen simulate found.yaml --url 'http://a/mplus' --subscription shop-12
---
# scanCode: The answer has status 201.
# What to change: Answer with status 200.
# Answer with status 201: no body
name: scanCode fails with status 201
---
# This did not fail when it was run again. The receiver keeps state or depends on time.
name: scanCode fails with status 201
---
# scanCode: The answer has status 201.
# What to change: Answer with status 200.
name: scanCode fails with status 201
`,
  ],
  [
    "of a receiver that fails at once",
    { seed: 7, stopped: ["No answer came."] },
    `# No answer came.
# Nothing was explored. To find out more, run:
#   mplus-codegen doctor --url 'http://a/mplus' --subscription shop-12
`,
  ],
])("the report of an exploration %s", (_, outcome, report) => {
  expect(formatExploration(outcome, where)).toBe(report);
});
