import type { LintCase } from "./lint-case.js";

const code = "requests/scanCode.json";
const answer = "responses/scanCode.json";
const text = { description: "A text.", type: "string" };

/** A shape in the place of an answer's property that should not pass. */
const shape = (name: string, given: object, [where, detail]: readonly [string, string]): LintCase => ({
  name,
  given: { [`${answer}#/properties/label`]: { description: "A label.", ...given } },
  want: {
    code: "invalid-value",
    at: `${answer}#/properties/label${where}`,
    message: `This value does not fit: it ${detail}.`,
  },
});

const contradiction = (name: string, given: object, detail: string): LintCase => ({
  name,
  given: { [`${answer}#/properties/label`]: { description: "A label.", ...given } },
  want: {
    code: "contradicting-keywords",
    at: `${answer}#/properties/label`,
    message: `These keywords contradict each other: ${detail}.`,
  },
});

const misplaced = (name: string, given: object, keyword: string, kinds: string): LintCase => ({
  name,
  given: { [`${answer}#/properties/label`]: { description: "A label.", ...given } },
  want: {
    code: "misplaced-keyword",
    at: `${answer}#/properties/label`,
    message: `"${keyword}" only means something on ${kinds}.`,
  },
});

const propertyName = "must match ^[a-z][A-Za-z0-9]{0,63}$";
const notNames = [
  ...["Label", "the-label", "", "a b", "a".repeat(65), "l\u0430bel", "a\u202eb", "a\ud800"],
  ...["it's", 'say"so', "a`b", "${PWN=1}", "back\\slash", "trailing\\", "new\nline", "n\0l"],
  ']: (globalThis.PWN=1), ["',
];
const release = "must be a release: up to three numbers, as in 59.3.2";
const sameKinds = "the alternatives of anyOf are of different kinds, or strings that differ in format only";

/** Faults that the dialect's meta-schemas and the rules on keywords find. */
export const dialectCases: readonly LintCase[] = [
  {
    name: "an unknown keyword is named, with the one that was meant",
    given: { [`${code}#/requred`]: [] },
    want: {
      code: "unknown-keyword",
      at: `${code}#/requred`,
      line: "36:3",
      message: 'The dialect has no keyword "requred" here.',
      hint: 'Did you mean "required"?',
    },
  },
  {
    name: "an unknown annotation of an event",
    given: { "events/scanCode.json#/x-aded-in": "11" },
    want: [
      { code: "unknown-keyword", at: "events/scanCode.json#/x-aded-in", hint: 'Did you mean "x-added-in"?' },
    ],
  },
  {
    name: "a keyword that resembles none gets no guess",
    given: { [`${code}#/properties/codeType/tsType`]: "any" },
    want: {
      code: "unknown-keyword",
      at: `${code}#/properties/codeType/tsType`,
      message: 'The dialect has no keyword "tsType" here.',
    },
  },
  {
    name: "a keyword named like an inherited property",
    given: { [answer]: '{ "title": "X", "description": "X.", "type": "object", "__proto__": {} }' },
    want: [{ code: "unknown-keyword", at: `${answer}#/__proto__` }],
  },
  {
    name: "an event without a description",
    given: { "events/printBill.json#/description": undefined },
    want: {
      code: "missing-keyword",
      at: "events/printBill.json#",
      line: "1:1",
      message: '"description" is missing here.',
    },
  },
  {
    name: "a release without a summary",
    given: { "releases.json#/releases/1/summary": undefined },
    want: [{ code: "missing-keyword", at: "releases.json#/releases/1", line: "7:5" }],
  },
  shape("an unknown type", { type: "strng" }, [
    "/type",
    "is none of object, array, string, number, integer, boolean, null",
  ]),
  shape("an unknown format", { type: "string", format: "url" }, [
    "/format",
    "is none of date, date-time, uri, uuid, int64",
  ]),
  shape("a format named as what every object has", { type: "string", format: "__proto__" }, [
    "/format",
    "is none of date, date-time, uri, uuid, int64",
  ]),
  shape("a length that is read from the data", { type: "string", maxLength: { $data: "1/length" } }, [
    "/maxLength",
    "must be integer",
  ]),
  shape("fewer items than none", { type: "array", items: { type: "string" }, maxItems: -1 }, [
    "/maxItems",
    "must be >= 0",
  ]),
  shape("a negative length", { type: "string", maxLength: -1 }, ["/maxLength", "must be >= 0"]),
  shape("a length beyond all reason", { type: "string", maxLength: 9007199254740993 }, [
    "/maxLength",
    "must be <= 1000000",
  ]),
  shape("an enum of nothing", { type: "string", enum: [] }, ["/enum", "must NOT have fewer than 1 items"]),
  shape("an enum with a number", { type: "string", enum: ["a", 1] }, ["/enum/1", "must be string"]),
  shape("an enum with a value twice", { type: "string", enum: ["a", "a"] }, [
    "/enum",
    "must NOT have duplicate items (items ## 1 and 0 are identical)",
  ]),
  shape("a release that is none", { type: "string", "x-added-in": "v59.x" }, ["/x-added-in", release]),
  shape("a release of four parts", { type: "string", "x-added-in": "59.1.2.3" }, ["/x-added-in", release]),
  shape("an empty description", { type: "string", description: "" }, [
    "/description",
    "must NOT have fewer than 1 characters",
  ]),
  shape(
    "an erratum without a number",
    { type: "string", "x-erratum": { id: "14", says: "x", reading: "y" } },
    ["/x-erratum/id", "must match ^E\\d{2,3}$"],
  ),
  shape(
    "a provenance that nobody knows",
    { type: "string", "x-provenance": { kind: "rumoured", basis: "x" } },
    ["/x-provenance/kind", "is none of documented, observed, inferred, assumed"],
  ),
  ...notNames.map((name): LintCase => ({
    name: `a property named ${JSON.stringify(name.slice(0, 30))}`,
    given: { [`${answer}#/properties`]: { [name]: text } },
    want: {
      code: "invalid-value",
      at: `${answer}#/properties/${name}`,
      line: "6:5",
      message: `This value does not fit: it ${propertyName}.`,
    },
  })),
  {
    name: "an object of more properties than a type can be made of",
    given: {
      [`${answer}#/properties`]: Object.fromEntries(
        Array.from({ length: 2001 }, (_, index) => [`p${index}`, text]),
      ),
    },
    want: {
      code: "invalid-value",
      at: `${answer}#/properties`,
      message: "This value does not fit: it must NOT have more than 2000 properties.",
    },
  },
  {
    name: "a property named __proto__",
    given: { [`${answer}#/properties`]: Object.fromEntries([["__proto__", text]]) },
    want: [{ code: "invalid-value", at: `${answer}#/properties/__proto__`, line: "6:5" }],
  },
  ...["table", "1Table", "*/ export const PWN=1; /*", "Tab\u200ble"].map((title): LintCase => ({
    name: `a type named ${JSON.stringify(title)}`,
    given: { "common/table.json#/title": title },
    want: [{ code: "invalid-value", at: "common/table.json#/title", line: "2:3" }],
  })),
  misplaced("a length of a number", { type: "number", maxLength: 3 }, "maxLength", "a shape of type string"),
  misplaced(
    "a maximum of a string",
    { type: "string", maximum: 3 },
    "maximum",
    "a shape of type number or integer",
  ),
  misplaced(
    "an enum of numbers",
    { type: "integer", enum: ["(globalThis.PWN=1)"] },
    "enum",
    "a shape of type string",
  ),
  misplaced("items of a string", { type: "string", items: text }, "items", "a shape of type array"),
  misplaced(
    "properties beside a $ref",
    { $ref: "responses/polling.json", properties: {} },
    "properties",
    "a shape of type object",
  ),
  {
    name: "the history of a property on an item",
    given: {
      [`${answer}#/properties/label`]: {
        description: "Labels.",
        type: "array",
        items: { type: "string", "x-legacy-names": ["lable"] },
      },
    },
    want: {
      code: "misplaced-keyword",
      at: `${answer}#/properties/label/items`,
      line: "13:7",
      message: '"x-legacy-names" only means something on a property.',
    },
  },
  contradiction("a shape that says nothing", {}, "a shape says exactly one of type, $ref, anyOf"),
  contradiction(
    "a shape that says two things",
    { type: "object", $ref: "responses/polling.json", title: "X" },
    "a shape says exactly one of type, $ref, anyOf",
  ),
  contradiction(
    "two kinds in one type",
    { type: ["string", "integer"] },
    "beside null a type names one kind; use anyOf for several",
  ),
  contradiction(
    "a length of an enum",
    { type: "string", enum: ["a"], maxLength: 3 },
    "an enum has no length of its own",
  ),
  contradiction(
    "a format of an enum",
    { type: "string", enum: ["a"], format: "date" },
    "an enum has no format",
  ),
  contradiction("an array of anything", { type: "array" }, "an array says what its items are"),
  contradiction(
    "a minimum above the maximum",
    { type: "number", minimum: 2, maximum: 1 },
    "minimum is above maximum",
  ),
  ...["integer", ["integer", "null"]].map((type) =>
    contradiction(
      `a range without an integer, of ${JSON.stringify(type)}`,
      { type, minimum: 1.2, maximum: 1.8 },
      "no integer lies between minimum and maximum",
    ),
  ),
  contradiction(
    "a shortest above the longest",
    { type: "string", minLength: 2, maxLength: 1 },
    "minLength is above maxLength",
  ),
  contradiction(
    "a fewest above the most",
    { type: "array", items: { type: "string" }, minItems: 2, maxItems: 1 },
    "minItems is above maxItems",
  ),
  contradiction("a string of 64 bits", { type: "string", format: "int64" }, "int64 is a format of integers"),
  contradiction(
    "a number that is a date",
    { type: "number", format: "date" },
    "this format is one of strings",
  ),
  contradiction(
    "an open number",
    { type: "number", "x-open": true },
    "only an enum or an object can be x-open",
  ),
  contradiction("alternatives of one kind", { anyOf: [{ type: "string" }, { type: "string" }] }, sameKinds),
  contradiction(
    "alternatives that may both be null",
    { anyOf: [{ type: ["string", "null"] }, { type: ["number", "null"] }] },
    sameKinds,
  ),
  contradiction(
    "a string with a format beside any string",
    { anyOf: [{ type: "string", format: "date" }, { type: "string" }] },
    sameKinds,
  ),
];
