import { fault, type Finding, type LintCase } from "./lint-case.js";

const envelope = "envelope.json#";
const scan = "events/scanCode.json#";
const footer = "events/printBill.json#/answers/billFooter";

const answer = (title: string, properties = {}): object => ({
  title,
  description: "An answer.",
  type: "object",
  properties,
});
const old = [{ until: "11", schema: answer("Old") }];
const nested = {
  event: { description: "Which one.", type: "string" },
  original: { description: "The first.", type: "string" },
};

const likeRequest = (name: string, at: string): Finding => ({
  code: "answer-like-request",
  at,
  hint: "Choose another name.",
  message: `An answer with "${name}" looks like a request; an attacker could send it back as one, because the same key signs both.`,
});

/** An answer with this name, in each of these places, in any release. */
const named = (name: string, places: readonly string[], entry: object): LintCase =>
  fault(
    `an answer named ${name} in ${places.join(" and ")}: ${JSON.stringify(entry)}`,
    {
      ...Object.fromEntries(places.map((place) => [`${place}/answers/${name}`, entry])),
      [`responses/${name}.json`]: answer("Odd"),
    },
    ...places.map((place) => likeRequest(name, `${place}/answers/${name}`)),
  );

/** The root of a response has no keyword that could add properties. */
const refused = (at: string, value: unknown): LintCase =>
  fault(`a response with ${at}`, { [at]: value }, ["unknown-keyword", at]);

/** The file of an answer has no older shapes. */
const misplaced = (keyword: string, value: unknown): LintCase =>
  fault(`${keyword} on the file of an answer`, { [`responses/scanCode.json#/${keyword}`]: value }, [
    "misplaced-keyword",
    `responses/scanCode.json#/${keyword}`,
  ]);

export const answerCases: readonly LintCase[] = [
  named("event", [envelope], {}),
  named("event", [scan], {}),
  named("original", [envelope], { "x-planned": true }),
  named("original", [scan], { "x-added-in": "11", "x-removed-in": "12.1" }),
  named("original", ["events/printBill.json#", scan], {}),
  fault("nothing where only parts of an answer have such names", {
    "common/text-properties.json#/properties": { text: nested.event, ...nested },
    "responses/scanCode.json#/properties/label/x-legacy-names": ["event"],
    "responses/scanCode.json#/properties/more": {
      ...answer("More"),
      "x-open": true,
      "x-was": [{ until: "11", schema: answer("MoreBefore", nested) }],
    },
  }),
  refused(`${envelope}/x-open`, true),
  refused(`${scan}/x-open`, true),
  refused(`${scan}/x-includes`, ["common/text-properties.json"]),
  refused(`${scan}/properties`, nested),
  refused(`${scan}/x-was`, old),
  refused(`${footer}/x-legacy-names`, ["event"]),
  refused(`${footer}/x-was`, old),
  misplaced("x-legacy-names", ["event"]),
  misplaced("x-was", old),
];
