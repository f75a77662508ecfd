import { fault, plain, unknown, type LintCase, type Said } from "./lint-case.js";

const text = { description: "The text, again.", type: "string" };
const answer = "responses/scanCode.json";
const label = `${answer}#/properties/label`;

const dangling = (name: string, ref: string, hint: string): LintCase =>
  fault(
    name,
    { [label]: { $ref: ref } },
    { code: "dangling-ref", at: `${label}/$ref`, message: `The spec has no file "${ref}".`, hint },
  );

/** Files that each refer to the next. The last one ends the chain or closes a cycle. */
const inRow = (name: string, length: number, end: object): LintCase => {
  const file = (_: unknown, index: number) => {
    const next = index + 1 < length ? { $ref: `common/row${index + 1}.json` } : end;
    return [`common/row${index}.json`, leading(`Row${index}`, next)] as const;
  };
  return fault(
    name,
    { ...Object.fromEntries(Array.from({ length }, file)), [label]: { $ref: "common/row0.json" } },
    "json-depth common/row0.json#: This is nested deeper than 100 levels.",
  );
};

const leading = (title: string, next: object): object => ({
  title,
  description: "One of many.",
  type: "object",
  properties: { next: { description: "More.", ...next } },
});

export const listRows = (name: string, length: number): readonly LintCase[] => [
  inRow(`${name} in a row`, length, { description: "The end.", type: "string" }),
  inRow(`${name} in a circle`, length, { $ref: "common/row0.json" }),
];

const unreachable = (file: string): Said => `unreachable-file ${file}#`;

const path = "A $ref is a path from the root of the spec.";

export const linkCases: readonly LintCase[] = [
  dangling("a $ref to a misspelt file", "responses/poling.json", 'Did you mean "responses/polling.json"?'),
  dangling("a $ref to nothing like a file", "constructor", path),
  dangling("a $ref out of the spec", "../../../etc/passwd", path),
  dangling("a $ref to a part of a file", "responses/polling.json#/properties/finished", path),
  fault(
    "an error request that is not there",
    { "envelope.json#/errorRequest": "requests/errorRequests.json" },
    {
      code: "dangling-ref",
      at: "envelope.json#/errorRequest",
      hint: 'Did you mean "requests/errorRequest.json"?',
    },
    "unreachable-file error-codes.json#",
    "unreachable-file requests/errorRequest.json#",
  ),
  fault(
    "an include that is not there",
    { "responses/message.json#/x-includes/0": "common/text-property.json" },
    {
      code: "dangling-ref",
      at: "responses/message.json#/x-includes/0",
      hint: 'Did you mean "common/text-properties.json"?',
    },
    "unknown-required responses/message.json#/required",
  ),
  fault(
    "a file that refers to itself",
    { "common/table.json#/properties/next": { $ref: "common/table.json" } },
    "cyclic-ref common/table.json#: This $ref is circular: common/table.json → common/table.json.",
  ),
  fault(
    "files that refer to one another in a circle, through items, alternatives and old shapes",
    {
      "common/a.json": leading("A", { type: "array", items: { $ref: "common/b.json" } }),
      "common/b.json": leading("B", { anyOf: [{ type: "string" }, { $ref: "common/c.json" }] }),
      "common/c.json": leading("C", {
        ...text,
        "x-was": [{ until: "11", schema: { $ref: "common/a.json" } }],
      }),
      [label]: { $ref: "common/a.json" },
    },
    "cyclic-ref common/c.json#: This $ref is circular: common/a.json → common/b.json → common/c.json → common/a.json.",
  ),
  ...listRows("two hundred files", 200),
  fault(
    "a property that an included file has with another shape",
    { "responses/message.json#/properties/text": { description: "Other.", type: "number" } },
    'include-conflict responses/message.json#/x-includes/0: "text" is also in common/text-properties.json, with a different shape. Rename one of them, or give both the same shape.',
  ),
  fault(
    "a property that two included files have with different shapes",
    {
      "common/more-properties.json": { description: "More.", type: "object", properties: { text } },
      "responses/message.json#/x-includes/1": "common/more-properties.json",
    },
    "include-conflict responses/message.json#/x-includes/1",
  ),
  fault(
    "an event that carries an unknown object",
    { "events/scanCode.json#/carries": { scancode: {} } },
    'unknown-object events/scanCode.json#/carries/scancode: Unknown object "scancode" in `carries`; there is no requests/scancode.json. Did you mean "scanCode"?',
    "unreachable-file requests/scanCode.json#",
  ),
  fault(
    "an event that is answered with an unknown object",
    { "events/scanCode.json#/answers/weather": {} },
    'unknown-object events/scanCode.json#/answers/weather: Unknown object "weather" in `answers`; there is no responses/weather.json.',
  ),
  plain({ "envelope.json#/carries/sender": {} }, "unknown-object"),
  fault(
    "an event that carries what every event carries",
    { "events/scanCode.json#/carries/event": {} },
    'carried-twice events/scanCode.json#/carries/event: "event" is already in `carries` of envelope.json, which applies to every event. Remove it here or from the envelope.',
  ),
  fault(
    "an answer that every event takes",
    { "events/scanCode.json#/answers/polling": {} },
    'carried-twice events/scanCode.json#/answers/polling: "polling" is already in `answers` of envelope.json, which applies to every event.',
  ),
  fault("no releases.json", { "releases.json": undefined }, "missing-file "),
  fault(
    "no envelope.json",
    { "envelope.json": undefined },
    "missing-file : The spec has no envelope.json.",
    ...["error-codes.json", "requests/errorRequest.json", "requests/event.json"].map(unreachable),
    ...["responses/message.json", "responses/polling.json"].map(unreachable),
  ),
  // A broken releases.json is one fault, not one per named release.
  plain({ "releases.json": "{" }, "json-syntax", "releases.json#"),
  fault(
    "a broken file is one fault, not one for each file that refers to it",
    { "common/table.json#/x-opn": true },
    { code: "unknown-keyword", at: "common/table.json#/x-opn", hint: 'Did you mean "x-open"?' },
  ),
  fault(
    "a term that leads to a type that there is not",
    { "glossary.json": { terms: [{ term: "Scan", meaning: "A code.", see: ["scanCode", "ScanKode"] }] } },
    unknown("glossary.json#/terms/0/see/1", 'type or event "ScanKode"', "ScanCode"),
  ),
  fault(
    "a type without a title, before the term that names it",
    {
      "common/table.json#/title": undefined,
      "glossary.json": { terms: [{ term: "Table", meaning: "A table.", see: ["Table"] }] },
    },
    "missing-title common/table.json#",
    unknown("glossary.json#/terms/0/see/0", 'type or event "Table"'),
  ),
];
