import type { LintCase } from "./lint-case.js";

const label = "responses/scanCode.json#/properties/label";
const contradiction = "contradicting-keywords";

/** What no release is known to have: planned, or seen elsewhere. */
export const asideCases: readonly LintCase[] = [
  {
    name: "a property that was only seen, and added in a release",
    given: { [`${label}/x-seen`]: "the old API" },
    want: {
      code: contradiction,
      at: label,
      message:
        "These keywords contradict each other: what was only seen elsewhere is not announced, and no release is known to have it.",
    },
  },
  {
    name: "a whole object that was only seen",
    given: { "responses/scanCode.json#/x-seen": "the old API" },
    want: {
      code: "misplaced-keyword",
      at: "responses/scanCode.json#",
      message: '"x-seen" only means something on a property.',
    },
  },
  {
    name: "a property that was seen in more than a name says",
    given: { [`${label}/x-seen`]: "the `old` API" },
    want: [{ code: "invalid-value", at: `${label}/x-seen` }],
  },
  {
    name: "a value that is in the enum and was only seen",
    given: { "requests/scanCode.json#/properties/codeType/x-enum-seen": { rfid: "the old API" } },
    want: [{ code: contradiction, at: "requests/scanCode.json#/properties/codeType" }],
  },
  {
    name: "values that were seen of what is no text",
    given: { "requests/event.json#/properties/eventCounter/x-enum-seen": { one: "the old API" } },
    want: [{ code: "misplaced-keyword", at: "requests/event.json#/properties/eventCounter" }],
  },
];
