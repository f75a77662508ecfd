import type { LintCase } from "./lint-case.js";

const answer = "responses/scanCode.json";
const label = `${answer}#/properties/label`;

const dangling = (name: string, ref: string, hint: string): LintCase => ({
  name,
  given: { [label]: { $ref: ref } },
  want: {
    code: "dangling-ref",
    at: `${label}/$ref`,
    line: "11:7",
    message: `There is no file "${ref}" in the spec.`,
    hint,
  },
});

/** Files that lead each to the next; what the last one leads to makes a row or a circle of them. */
const inRow = (name: string, length: number, end: object): LintCase => {
  const file = (_: unknown, index: number) => {
    const next = index + 1 < length ? { $ref: `common/row${index + 1}.json` } : end;
    const shape = { title: `Row${index}`, description: "One of many.", type: "object", properties: { next } };
    return [`common/row${index}.json`, shape] as const;
  };
  return {
    name,
    given: { ...Object.fromEntries(Array.from({ length }, file)), [label]: { $ref: "common/row0.json" } },
    want: {
      code: "json-depth",
      at: "common/row0.json#",
      message: "This nests deeper than 100 levels.",
    },
  };
};

/** Files that each lead to the next, and to an end or back. */
export const listRows = (name: string, length: number): readonly LintCase[] => [
  inRow(`${name} in a row`, length, { description: "The end.", type: "string" }),
  inRow(`${name} in a circle`, length, { $ref: "common/row0.json" }),
];

const path = "A $ref is a path from the spec's root.";

/** Faults of files that lead to one another. */
export const linkCases: readonly LintCase[] = [
  dangling("a $ref to a misspelt file", "responses/poling.json", 'Did you mean "responses/polling.json"?'),
  dangling("a $ref to nothing like a file", "constructor", path),
  dangling("a $ref to the web", "http://example.com/x.json", path),
  dangling("a $ref to a file of the system", "file:///etc/passwd", path),
  dangling("a $ref out of the spec", "../../../etc/passwd", path),
  dangling("a $ref to a part of a file", "responses/polling.json#/properties/finished", path),
  dangling("a $ref to a malformed part", "#/$defs/%ZZ~2", path),
  dangling("a $ref to an event", "events/scanCode.json", 'Did you mean "requests/scanCode.json"?'),
  {
    name: "a $ref with half a character",
    given: { [label]: { $ref: "\ud800" } },
    want: {
      code: "dangling-ref",
      at: `${label}/$ref`,
      message: String.raw`There is no file "\ud800" in the spec.`,
    },
  },
  {
    name: "an error request that is not there",
    given: { "envelope.json#/errorRequest": "requests/errorRequests.json" },
    want: [
      {
        code: "dangling-ref",
        at: "envelope.json#/errorRequest",
        hint: 'Did you mean "requests/errorRequest.json"?',
      },
      { code: "unreachable-file", at: "error-codes.json#" },
      { code: "unreachable-file", at: "requests/errorRequest.json#" },
    ],
  },
  {
    name: "an include that is not there",
    given: { "responses/message.json#/x-includes/0": "common/text-property.json" },
    want: [
      {
        code: "dangling-ref",
        at: "responses/message.json#/x-includes/0",
        hint: 'Did you mean "common/text-properties.json"?',
      },
      { code: "unknown-required", at: "responses/message.json#/required" },
    ],
  },
  {
    name: "a file that refers to itself",
    given: { "common/table.json#/properties/next": { $ref: "common/table.json" } },
    want: {
      code: "cyclic-ref",
      at: "common/table.json#",
      message: "This $ref leads back to where it came from: common/table.json → common/table.json.",
    },
  },
  {
    name: "files that refer to one another in a circle, through items, alternatives and old shapes",
    given: {
      "common/a.json": {
        title: "A",
        description: "A.",
        type: "object",
        properties: { next: { description: "More.", type: "array", items: { $ref: "common/b.json" } } },
      },
      "common/b.json": {
        title: "B",
        description: "B.",
        type: "object",
        properties: {
          next: { description: "More.", anyOf: [{ type: "string" }, { $ref: "common/c.json" }] },
        },
      },
      "common/c.json": {
        title: "C",
        description: "C.",
        type: "object",
        properties: {
          next: {
            description: "More.",
            type: "string",
            "x-was": [{ until: "11", schema: { $ref: "common/a.json" } }],
          },
        },
      },
      [label]: { $ref: "common/a.json" },
    },
    want: {
      code: "cyclic-ref",
      at: "common/c.json#",
      message:
        "This $ref leads back to where it came from: common/a.json → common/b.json → common/c.json → common/a.json.",
    },
  },
  ...listRows("two hundred files", 200),
  {
    name: "a property that an included file has with another shape",
    given: { "responses/message.json#/properties/text": { description: "Other.", type: "number" } },
    want: {
      code: "include-conflict",
      at: "responses/message.json#/x-includes/0",
      line: "6:5",
      message: '"text" is in common/text-properties.json too, with another shape.',
      hint: "Rename one of them, or make the two shapes equal.",
    },
  },
  {
    name: "a property that two included files have with different shapes",
    given: {
      "common/more-properties.json": {
        description: "More.",
        type: "object",
        properties: { text: { description: "The text, again.", type: "string" } },
      },
      "responses/message.json#/x-includes/1": "common/more-properties.json",
    },
    want: [{ code: "include-conflict", at: "responses/message.json#/x-includes/1" }],
  },
  {
    name: "an event that carries an unknown object",
    given: { "events/scanCode.json#/carries": { scancode: {} } },
    want: [
      {
        code: "unknown-object",
        at: "events/scanCode.json#/carries/scancode",
        line: "4:5",
        message: 'This carries "scancode", but there is no requests/scancode.json.',
        hint: 'Did you mean "scanCode"?',
      },
      { code: "unreachable-file", at: "requests/scanCode.json#" },
    ],
  },
  {
    name: "an event that is answered with an unknown object",
    given: { "events/scanCode.json#/answers/weather": {} },
    want: {
      code: "unknown-object",
      at: "events/scanCode.json#/answers/weather",
      message: 'This answers "weather", but there is no responses/weather.json.',
    },
  },
  {
    name: "an envelope that carries an unknown object",
    given: { "envelope.json#/carries/sender": {} },
    want: [{ code: "unknown-object", at: "envelope.json#/carries/sender" }],
  },
  {
    name: "an event that carries what every event carries",
    given: { "events/scanCode.json#/carries/event": {} },
    want: {
      code: "carried-twice",
      at: "events/scanCode.json#/carries/event",
      message: '"event" is already in envelope.json, so every event carries it.',
      hint: "Remove it here, or from the envelope.",
    },
  },
  {
    name: "an answer that every event takes",
    given: { "events/scanCode.json#/answers/polling": {} },
    want: {
      code: "carried-twice",
      at: "events/scanCode.json#/answers/polling",
      message: '"polling" is already in envelope.json, so every event answers it.',
    },
  },
  {
    name: "no releases.json",
    given: { "releases.json": undefined },
    want: [{ code: "missing-file", at: "", message: "The spec has no releases.json." }],
  },
  {
    name: "no envelope.json",
    given: { "envelope.json": undefined },
    want: [
      { code: "missing-file", at: "", message: "The spec has no envelope.json." },
      { code: "unreachable-file", at: "error-codes.json#" },
      { code: "unreachable-file", at: "requests/errorRequest.json#" },
      { code: "unreachable-file", at: "requests/event.json#" },
      { code: "unreachable-file", at: "responses/message.json#" },
      { code: "unreachable-file", at: "responses/polling.json#" },
    ],
  },
  {
    name: "a broken releases.json is one fault, not one for each release that is named",
    given: { "releases.json": "{" },
    want: [{ code: "json-syntax", at: "releases.json#", line: "1:2" }],
  },
  {
    name: "a broken file is one fault, not one for each file that refers to it",
    given: { "common/table.json#/titl": "Table" },
    want: [{ code: "unknown-keyword", at: "common/table.json#/titl", hint: 'Did you mean "title"?' }],
  },
  {
    name: "a term that leads to a type that there is not",
    given: {
      "glossary.json": {
        terms: [{ term: "Scan", meaning: "A code that was read.", see: ["scanCode", "ScanKode"] }],
      },
    },
    want: {
      code: "unknown-reference",
      at: "glossary.json#/terms/0/see/1",
      message: 'The spec has no type or event "ScanKode".',
      hint: 'Did you mean "ScanCode"?',
    },
  },
];
