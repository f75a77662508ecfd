import type { Finding, LintCase } from "./lint-case.js";

const envelope = "envelope.json#";
const scan = "events/scanCode.json#";

const answer = (title: string): object => ({
  title,
  description: "An answer.",
  type: "object",
  properties: {},
});

const likeRequest = (name: string, at: string): Finding => ({
  code: "answer-like-request",
  at,
  message: `An answer with "${name}" looks like a request, and could be sent back to us as one: the same key signs both.`,
  hint: "Choose another name.",
});

/** An answer of this name, in the envelope or of an event, whatever its life. */
const named = (name: string, holder: string, entry: object, when: string): LintCase => ({
  name: `an answer named ${name} in ${holder}${when}`,
  given: { [`${holder}/answers/${name}`]: entry, [`responses/${name}.json`]: answer("Odd") },
  want: [likeRequest(name, `${holder}/answers/${name}`)],
});

/** What the root of a response is made of takes no keyword that would bring other properties into it. */
const refused = (name: string, at: string, value: unknown): LintCase => ({
  name,
  given: { [at]: value },
  want: [{ code: "unknown-keyword", at }],
});

const footer = "events/printBill.json#/answers/billFooter";
const nested = {
  event: { description: "Which one.", type: "string" },
  original: { description: "The first.", type: "string" },
};

/** Answers that could be taken for requests. */
export const answerCases: readonly LintCase[] = [
  ...["event", "original"].flatMap((name) => [
    named(name, envelope, {}, ""),
    named(name, scan, {}, ""),
    named(name, scan, { "x-added-in": "11", "x-removed-in": "12.1" }, ", though only in old shops"),
    named(name, envelope, { "x-planned": true }, ", though of no release yet"),
  ]),
  {
    name: "one such answer is a fault in each place that lists it",
    given: {
      [`${scan}/answers/original`]: {},
      "events/printBill.json#/answers/original": {},
      "responses/original.json": answer("Odd"),
    },
    want: [
      likeRequest("original", "events/printBill.json#/answers/original"),
      likeRequest("original", `${scan}/answers/original`),
    ],
  },
  {
    name: "nothing where only parts of an answer have such names",
    given: {
      "common/text-properties.json#/properties": {
        text: { description: "A text.", type: "string" },
        ...nested,
      },
      "responses/scanCode.json#/properties/label/x-legacy-names": ["event"],
      "responses/scanCode.json#/properties/more": {
        ...answer("More"),
        "x-open": true,
        "x-was": [{ until: "11", schema: { ...answer("MoreBefore"), properties: nested } }],
      },
    },
    want: [],
  },
  refused("a response that takes anything, of every event", `${envelope}/x-open`, true),
  refused("a response that takes anything, of one event", `${scan}/x-open`, true),
  refused("a response that includes properties", `${scan}/x-includes`, ["common/text-properties.json"]),
  refused("a response with properties of its own", `${scan}/properties`, nested),
  refused("a response of another shape before", `${scan}/x-was`, [{ until: "11", schema: answer("Old") }]),
  refused("an answer with a legacy name", `${footer}/x-legacy-names`, ["event"]),
  refused("an answer of another shape before", `${footer}/x-was`, [{ until: "11", schema: answer("Old") }]),
  ...[
    ["x-legacy-names", ["event"]] as const,
    ["x-was", [{ until: "11", schema: answer("Old") }]] as const,
  ].map(([keyword, value]): LintCase => ({
    name: `${keyword} on the file of an answer`,
    given: { [`responses/scanCode.json#/${keyword}`]: value },
    want: [{ code: "misplaced-keyword", at: "responses/scanCode.json#" }],
  })),
];
