import type { LintCase } from "./lint-case.js";

const answer = "responses/scanCode.json";
const object = { description: "More.", type: "object", properties: {} };

const size = "common/size.json";
const sized = (shape: object): object => ({ description: "How large.", type: "string", ...shape });

/** A file that a request and a response refer to. */
const shared = (shape: object): LintCase["given"] => ({
  [size]: sized(shape),
  [`${answer}#/properties/size`]: { $ref: size },
  "requests/bill.json#/properties/size": { $ref: size },
});

/** Faults of names and descriptions. */
export const nameCases: readonly LintCase[] = [
  {
    name: "an object without a title",
    given: { [`${answer}#/title`]: undefined },
    want: {
      code: "missing-title",
      at: `${answer}#`,
      line: "1:1",
      message: "An object needs a title: it is the name of its type.",
    },
  },
  {
    name: "an object inside another without a title",
    given: { [`${answer}#/properties/more`]: object },
    want: [{ code: "missing-title", at: `${answer}#/properties/more`, line: "15:5" }],
  },
  {
    name: "an included file that is a type as well needs a title after all",
    given: { [`${answer}#/properties/more`]: { $ref: "common/text-properties.json" } },
    want: [{ code: "missing-title", at: "common/text-properties.json#" }],
  },
  {
    name: "a file without a description",
    given: { [`${answer}#/description`]: undefined },
    want: {
      code: "missing-description",
      at: `${answer}#`,
      message: "A description is missing: docs and editors would have nothing to show.",
    },
  },
  {
    name: "a property without a description",
    given: { [`${answer}#/properties/label/description`]: undefined },
    want: [{ code: "missing-description", at: `${answer}#/properties/label`, line: "10:5" }],
  },
  {
    name: "a description of spaces",
    given: { [`${answer}#/properties/label/description`]: "  " },
    want: [{ code: "missing-description", at: `${answer}#/properties/label` }],
  },
  {
    name: "an included property without a description is one fault, where it was written",
    given: { "common/text-properties.json#/properties/text/description": undefined },
    want: [{ code: "missing-description", at: "common/text-properties.json#/properties/text" }],
  },
  {
    name: "two files that give one name",
    given: { [`${answer}#/title`]: "ScanCode" },
    want: {
      code: "duplicate-name",
      at: `${answer}#`,
      message: 'The name "ScanCode" is already taken by requests/scanCode.json.',
      hint: "Names are compared without regard to case; rename one of the two.",
    },
  },
  {
    name: "two names that differ in case only",
    given: { [`${answer}#/title`]: "SCANCODE" },
    want: [{ code: "duplicate-name", at: `${answer}#` }],
  },
  {
    name: "an enum with the name of an object",
    given: { "requests/scanCode.json#/properties/codeType/title": "Bill" },
    want: [{ code: "duplicate-name", at: "requests/scanCode.json#/properties/codeType" }],
  },
  {
    name: "an object with the name of an event's request",
    given: { [`${answer}#/title`]: "ScanCodeRequest" },
    want: {
      code: "duplicate-name",
      at: `${answer}#`,
      message: 'The name "ScanCodeRequest" is already taken by the event scanCode.',
    },
  },
  {
    name: "two files whose names differ in case only",
    given: {
      "responses/scancode.json": { title: "Other", ...object },
      "events/scanCode.json#/answers/scancode": {},
    },
    want: {
      code: "duplicate-name",
      at: "responses/scancode.json#",
      message: 'The name "responses/scancode.json" is already taken by responses/scanCode.json.',
    },
  },
  {
    name: "two events whose names differ in case only",
    given: {
      "events/scancode.json": { description: "A code." },
      "examples/scancode/one.json": {
        description: "One.",
        release: "10",
        request: { event: { eventCounter: 1 } },
      },
    },
    want: [{ code: "duplicate-name", at: "events/scancode.json#" }],
  },
  ...["Promise", "Record", "CommonResponse", "Result", "BillOrMessage", "BillOrMessageOrPolling"].map(
    (title): LintCase => ({
      name: `an object named ${title}`,
      given: { [`${answer}#/title`]: title },
      want: {
        code: "reserved-name",
        at: `${answer}#`,
        message: `The generated code uses the name "${title}" for something else.`,
        hint: "Choose another one.",
      },
    }),
  ),
  ...["index", "formats", "fault", "own", "con", "nul", "com1"].map((event): LintCase => ({
    name: `an event named ${event}, whose file would be in the way or no file at all`,
    given: {
      [`events/${event}.json`]: { description: "All." },
      [`examples/${event}/one.json`]: {
        description: "One.",
        release: "10",
        request: { event: { eventCounter: 1 } },
      },
    },
    want: [{ code: "reserved-name", at: `events/${event}.json#` }],
  })),
  {
    name: "a property that a library cannot stand",
    given: { [`${answer}#/properties/hasOwnProperty`]: { description: "Own.", type: "string" } },
    want: [{ code: "reserved-name", at: `${answer}#/properties/hasOwnProperty` }],
  },
  {
    name: "a required property that does not exist",
    given: { "requests/scanCode.json#/required/1": "codetype" },
    want: {
      code: "unknown-required",
      at: "requests/scanCode.json#/required",
      line: "5:3",
      message: '"codetype" is required, but this object has no such property.',
      hint: 'Did you mean "codeType"?',
    },
  },
  {
    name: "a required property that every object inherits",
    given: { "requests/scanCode.json#/required/1": "toString" },
    want: [{ code: "unknown-required", at: "requests/scanCode.json#/required" }],
  },
  {
    name: "a legacy name that is another property",
    given: { [`${answer}#/properties/label/x-legacy-names`]: ["recognized"] },
    want: {
      code: "legacy-name-taken",
      at: `${answer}#/properties/label`,
      message: 'The legacy name "recognized" is the name of another property of this object.',
    },
  },
  {
    name: "a legacy name that is another property's legacy name",
    given: {
      [`${answer}#/properties/label/x-legacy-names`]: ["old"],
      [`${answer}#/properties/recognized/x-legacy-names`]: ["old"],
    },
    want: [
      { code: "legacy-name-taken", at: `${answer}#/properties/recognized` },
      { code: "legacy-name-taken", at: `${answer}#/properties/label` },
    ],
  },
  {
    name: "an object that we receive and answer",
    given: { [`${answer}#/properties/table`]: { $ref: "common/table.json" } },
    want: [
      {
        code: "shared-by-both-sides",
        at: "common/table.json#",
        message: "Table is used in a request and in a response; each side has objects of its own.",
        hint: "Make a second file, and let both x-includes what they share.",
      },
      { code: "shared-by-both-sides", at: "common/table.json#/properties/extra" },
    ],
  },
  {
    name: "a closed enum with a name that we receive and answer",
    given: shared({ title: "Size", enum: ["s", "l"] }),
    want: {
      code: "shared-by-both-sides",
      at: `${size}#`,
      message: "Size is used in a request and in a response; each side has enums of its own.",
      hint: "Give each side one with a title of its own.",
    },
  },
  {
    name: "an enum with a name, and an object, in what both sides include",
    given: {
      "common/text-properties.json#/properties/size": sized({ title: "Size", enum: ["s", "l"] }),
      "common/text-properties.json#/properties/more": { title: "More", ...object },
      "requests/bill.json#/x-includes": ["common/text-properties.json"],
    },
    want: [
      { code: "shared-by-both-sides", at: "common/text-properties.json#/properties/size" },
      { code: "shared-by-both-sides", at: "common/text-properties.json#/properties/more" },
    ],
  },
  {
    name: "nothing in an open enum that both sides share, for its values are known not to be all",
    given: shared({ title: "Size", enum: ["s", "l"], "x-open": true }),
    want: [],
  },
  {
    name: "nothing in an enum without a name, which is written out on each side",
    given: shared({ enum: ["s", "l"] }),
    want: [],
  },
  {
    name: "a file that nothing leads to is a warning",
    given: { "responses/weather.json": { title: "Weather", ...object } },
    want: {
      code: "unreachable-file",
      at: "responses/weather.json#",
      message: "Nothing in the spec refers to responses/weather.json.",
    },
  },
];
