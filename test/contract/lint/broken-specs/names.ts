import { duplicate, fault, plain, type LintCase } from "./lint-case.js";

const answer = "responses/scanCode.json";
const label = `${answer}#/properties/label`;
const object = { description: "More.", type: "object", properties: {} };

const sample = { description: "One.", release: "10", request: { event: { eventCounter: 1 } } };

const size = "common/size.json";
const sized = (shape: object): object => ({ description: "How large.", type: "string", ...shape });

const shared = (shape: object): LintCase["given"] => ({
  [size]: sized(shape),
  [`${answer}#/properties/size`]: { $ref: size },
  "requests/bill.json#/properties/size": { $ref: size },
});

export const nameCases: readonly LintCase[] = [
  fault(
    "an object without a title",
    { [`${answer}#/title`]: undefined },
    `missing-title ${answer}#: The title is missing; it becomes the name of the object's type.`,
  ),
  // An object inside another without a title.
  plain({ [`${answer}#/properties/more`]: object }, "missing-title"),
  fault(
    "an included file that is a type as well needs a title after all",
    { [`${answer}#/properties/more`]: { $ref: "common/text-properties.json" } },
    "missing-title common/text-properties.json#",
  ),
  fault(
    "a file without a description",
    { [`${answer}#/description`]: undefined },
    `missing-description ${answer}#: The description is missing; docs and editors show it.`,
  ),
  plain({ [`${label}/description`]: undefined }, "missing-description", label),
  fault("a description of spaces", { [`${label}/description`]: "  " }, ["missing-description", label]),
  fault(
    "an included property without a description is one fault, where it was written",
    { "common/text-properties.json#/properties/text/description": undefined },
    "missing-description common/text-properties.json#/properties/text",
  ),
  fault(
    "two names that differ in case only",
    { [`${answer}#/title`]: "SCANCODE" },
    {
      ...duplicate(`${answer}#/title`, "SCANCODE", "requests/scanCode.json"),
      hint: "Names are compared ignoring case. Rename one of the two.",
    },
  ),
  fault(
    "an enum with the name of an object",
    { "requests/scanCode.json#/properties/codeType/title": "Bill" },
    "duplicate-name requests/scanCode.json#/properties/codeType/title",
  ),
  fault(
    "an object with the name of an event's request",
    { [`${answer}#/title`]: "ScanCodeRequest" },
    duplicate(`${answer}#/title`, "ScanCodeRequest", "the event scanCode"),
  ),
  fault(
    "two files whose names differ in case only",
    {
      "responses/scancode.json": { title: "Other", ...object },
      "events/scanCode.json#/answers/scancode": {},
    },
    duplicate("responses/scancode.json#", "responses/scancode.json", "responses/scanCode.json"),
  ),
  fault(
    "two events whose names differ in case only",
    { "events/scancode.json": { description: "A code." }, "examples/scancode/one.json": sample },
    "duplicate-name events/scancode.json#",
  ),
  ...["Promise", "CommonResponse", "Result", "BillOrMessageOrPolling"].map((title): LintCase =>
    fault(
      `an object named ${title}`,
      { [`${answer}#/title`]: title },
      `reserved-name ${answer}#/title: The name "${title}" is reserved: the generated code uses it for something else. Choose another name.`,
    ),
  ),
  fault(
    "objects named like two of one title together, whatever its last letter",
    {
      "common/table.json#/title": "OwnerA",
      [`${answer}#/properties/more`]: { ...object, title: "OwnerAOrOwnerB" },
      [`${answer}#/properties/else`]: { ...object, title: "OwnerB" },
    },
    `reserved-name ${answer}#/properties/more/title`,
  ),
  fault("nothing of a title that no two others make", { [`${answer}#/title`]: "TermsAndConditions" }),
  ...["index", "formats", "own", "con", "com1"].map((event): LintCase =>
    fault(
      `an event named ${event}, whose file would be in the way or no file at all`,
      { [`events/${event}.json`]: { description: "All." }, [`examples/${event}/one.json`]: sample },
      `reserved-name events/${event}.json#`,
    ),
  ),
  fault(
    "a property that every object inherits",
    { [`${answer}#/properties/toString`]: { description: "Own.", type: "string" } },
    `inherited-name ${answer}#/properties/toString: Every JavaScript object inherits "toString"; code would find the inherited one if a body omits the property. Remove the property, make its object x-open, and mention the property in the object's description.`,
  ),
  fault("a legacy name that every object inherits", { [`${label}/x-legacy-names`]: ["valueOf"] }, [
    "inherited-name",
    label,
  ]),
  fault(
    "a required property that does not exist",
    { "requests/scanCode.json#/required/1": "codetype" },
    'unknown-required requests/scanCode.json#/required: "codetype" is required, but this object has no such property. Did you mean "codeType"?',
  ),
  fault(
    "a required property that every object inherits",
    { "requests/scanCode.json#/required/1": "toString" },
    "unknown-required requests/scanCode.json#/required",
  ),
  fault(
    "a legacy name that is another property",
    { [`${label}/x-legacy-names`]: ["recognized"] },
    {
      code: "legacy-name-taken",
      at: label,
      message: 'The legacy name "recognized" is already the name of another property of this object.',
    },
  ),
  fault(
    "a legacy name that is another property's legacy name",
    {
      [`${label}/x-legacy-names`]: ["old"],
      [`${answer}#/properties/recognized/x-legacy-names`]: ["old"],
    },
    `legacy-name-taken ${answer}#/properties/recognized`,
    ["legacy-name-taken", label],
  ),
  fault(
    "an object that we receive and answer",
    { [`${answer}#/properties/table`]: { $ref: "common/table.json" } },
    "shared-by-both-sides common/table.json#: Table is used in a request and in a response; each side needs its own object. Make a second file, and have both x-includes a file with the properties that they share.",
    "shared-by-both-sides common/table.json#/properties/extra",
  ),
  fault(
    "a closed enum with a name that we receive and answer",
    shared({ title: "Size", enum: ["s", "l"] }),
    `shared-by-both-sides ${size}#: Size is used in a request and in a response; each side needs its own enum. Give each side an enum with its own title.`,
  ),
  fault(
    "an enum with a name, and an object, in what both sides include",
    {
      "common/text-properties.json#/properties/size": sized({ title: "Size", enum: ["s", "l"] }),
      "common/text-properties.json#/properties/more": { title: "More", ...object },
      "requests/bill.json#/x-includes": ["common/text-properties.json"],
    },
    "shared-by-both-sides common/text-properties.json#/properties/size",
    "shared-by-both-sides common/text-properties.json#/properties/more",
  ),
  fault(
    "nothing in an open enum that both sides share, for its values are known not to be all",
    shared({ title: "Size", enum: ["s", "l"], "x-open": true }),
  ),
  fault("nothing in an enum without a name, which is written out on each side", shared({ enum: ["s", "l"] })),
  fault(
    "a file that nothing leads to is a warning",
    { "responses/weather.json": { title: "Weather", ...object } },
    "unreachable-file responses/weather.json#: Nothing in the spec refers to responses/weather.json.",
  ),
];
