import {
  contradicting,
  fault,
  misplaced,
  missing,
  plain,
  unfit,
  unknownKeyword,
  type LintCase,
} from "./lint-case.js";

const code = "requests/scanCode.json";
const codeType = `${code}#/properties/codeType`;
const answer = "responses/scanCode.json";
const counter = "requests/event.json#/properties/eventCounter";
const label = `${answer}#/properties/label`;
const text = { description: "A text.", type: "string" };

type Shapes = readonly (readonly [name: string, given: object, ...rest: readonly [string, string]])[];

const given = (shape: object): LintCase["given"] => ({ [label]: { description: "A label.", ...shape } });

const release = "must be a release: up to three numbers, such as 59.3.2";
const formats = "must be one of date, date-time, uri, uuid, int64";
const provenance = { kind: "rumoured", basis: "x" };

const string = { type: "string" };
const strings = { type: "array", items: string };
const erratum = { id: "14", says: "x", reading: "y" };
const twice = "must NOT have duplicate items (items ## 1 and 0 are identical)";
const provenances = "must be one of documented, observed, inferred, assumed";

/** Invalid values, with their place in the shape and the reason. */
const unfitting: Shapes = [
  [
    "type",
    { type: "strng" },
    "/type",
    "must be one of object, array, string, number, integer, boolean, null",
  ],
  ["format", { ...string, format: "url" }, "/format", formats],
  ["format that every object has", { ...string, format: "__proto__" }, "/format", formats],
  ["length read from the data", { ...string, maxLength: { $data: "1" } }, "/maxLength", "must be integer"],
  ["number of items", { ...strings, maxItems: -1 }, "/maxItems", "must be >= 0"],
  ["length below none", { ...string, maxLength: -1 }, "/maxLength", "must be >= 0"],
  ["huge length", { ...string, maxLength: 9007199254740993 }, "/maxLength", "must be <= 1000000"],
  ["enum of nothing", { ...string, enum: [] }, "/enum", "must NOT have fewer than 1 items"],
  ["enum with a number", { ...string, enum: ["a", 1] }, "/enum/1", "must be string"],
  ["enum with a value twice", { ...string, enum: ["a", "a"] }, "/enum", twice],
  ["release", { ...string, "x-added-in": "v59.x" }, "/x-added-in", release],
  ["release of four parts", { ...string, "x-added-in": "59.1.2.3" }, "/x-added-in", release],
  ["description", { ...string, description: "" }, "/description", "must NOT have fewer than 1 characters"],
  ["erratum", { ...string, "x-erratum": erratum }, "/x-erratum/id", "must match ^E\\d{2,3}$"],
  ["provenance", { ...string, "x-provenance": provenance }, "/x-provenance/kind", provenances],
];

const sameKinds = "the alternatives of anyOf must have different kinds, or be strings with different formats";
const poll = "responses/polling.json";
const oneOf = "a shape needs exactly one of type, $ref, anyOf";

const contradictions: readonly (readonly [given: object, detail: string])[] = [
  [{}, oneOf],
  [{ type: "object", $ref: poll, title: "X" }, oneOf],
  [{ type: ["string", "integer"] }, "a type has one kind besides null; use anyOf for several"],
  [{ type: "string", enum: ["a"], maxLength: 3 }, "an enum cannot have a length"],
  [{ type: "string", enum: ["a"], format: "date" }, "an enum cannot have a format"],
  [{ type: "array" }, "an array needs items"],
  [{ type: "number", minimum: 2, maximum: 1 }, "minimum is above maximum"],
  [{ type: "integer", minimum: 1.2, maximum: 1.8 }, "there is no integer between minimum and maximum"],
  [
    { type: ["integer", "null"], minimum: 1.2, maximum: 1.8 },
    "there is no integer between minimum and maximum",
  ],
  [{ type: "string", minLength: 2, maxLength: 1 }, "minLength is above maxLength"],
  [{ ...strings, minItems: 2, maxItems: 1 }, "minItems is above maxItems"],
  [{ type: "string", format: "int64" }, "int64 is a format for integers"],
  [{ type: "number", format: "date" }, "this format is for strings"],
  [{ type: "number", "x-open": true }, "only an enum or an object can be x-open"],
  [{ anyOf: [{ type: "string" }, { type: "string" }] }, sameKinds],
  [{ anyOf: [{ type: ["string", "null"] }, { type: ["number", "null"] }] }, sameKinds],
  [{ anyOf: [{ type: "string", format: "date" }, { type: "string" }] }, sameKinds],
];

const strays: Shapes = [
  ["a length of a number", { type: "number", maxLength: 3 }, "maxLength", "a shape of type string"],
  ["a maximum of a string", { type: "string", maximum: 3 }, "maximum", "a shape of type number or integer"],
  ["an enum of numbers", { type: "integer", enum: ["PWN=1"] }, "enum", "a shape of type string"],
  ["items of a string", { type: "string", items: text }, "items", "a shape of type array"],
  ["properties beside a $ref", { $ref: poll, properties: {} }, "properties", "a shape of type object"],
];

/** Invalid names of properties and types, some of which would become code. */
const notNames = [
  ...["Label", "the-label", "", "a b", "a".repeat(65), "l\u0430bel", "a\u202eb", "a\ud800"],
  ...["it's", "a`b", "${PWN=1}", "trailing\\", "n\0l", ']: (globalThis.PWN=1), ["', "__proto__"],
];
const notTitles = ["table", "1Table", "*/ export const PWN=1; /*", "Tab\u200ble"];

/** Keywords of JSON Schema or another generator that this dialect does not have. */
const foreign = [
  ...["allOf", "oneOf", "const", "pattern", "default", "additionalProperties", "$id", "$defs"],
  ...["tsType", "x-enum-varnames"],
];

/** Unexpected files. An event is named after its file. */
const strayFiles = [
  ...["notes.json", "events/ScanCode.json", "events/../scanCode.json", "events/scan-code.json"],
  ...[`events/${"a".repeat(65)}.json`, "event/scanCode.json", "requests/a/b.json", "common/Table.json"],
  ...["examples/scanCode.json", "examples/scan:code/card.json", "responses/caf\u00e9.json"],
  ...["events/\u00e9.json", "events/C:\\x.json", "events/%2e%2e.json", "events/aux.ts.json"],
  ...["events/__proto__.json", "events/:id.json", "events/{a}.json"],
];

const tooMany = Object.fromEntries(Array.from({ length: 2001 }, (_, index) => [`p${index}`, text]));
const inherited = '{ "title": "X", "description": "X.", "type": "object", "__proto__": {} }';
const onlySeen = "a part that was only seen elsewhere is neither planned nor in a release";
const legacyItem = { type: "string", "x-legacy-names": ["lable"] };

export const dialectCases: readonly LintCase[] = [
  fault(
    "an unknown keyword is named, with the one that was meant",
    { [`${code}#/x-removd-in`]: "11" },
    { ...unknownKeyword(`${code}#/x-removd-in`, "x-removd-in", "x-removed-in"), line: "36:3" },
  ),
  fault(
    "an unknown keyword beside the one that it is like, which was not meant",
    { "releases.json#/releases/0/released": "2024-12-12" },
    unknownKeyword("releases.json#/releases/0/released", "released"),
  ),
  fault(
    "an unknown annotation of an event",
    { "events/scanCode.json#/x-aded-in": "11" },
    unknownKeyword("events/scanCode.json#/x-aded-in", "x-aded-in", "x-added-in"),
  ),
  fault(
    "a keyword named like an inherited property",
    { [answer]: inherited },
    unknownKeyword(`${answer}#/__proto__`, "__proto__"),
  ),
  ...foreign.map((keyword) =>
    fault(
      `${keyword}, which is not in the dialect`,
      { [`${codeType}/${keyword}`]: "*/globalThis.PWN=1;/*" },
      unknownKeyword(`${codeType}/${keyword}`, keyword),
    ),
  ),
  fault(
    "an event without a description",
    { "events/printBill.json#/description": undefined },
    missing("events/printBill.json#", "description"),
  ),
  fault(
    "a release without a summary",
    { "releases.json#/releases/1/summary": undefined },
    missing("releases.json#/releases/1", "summary"),
  ),
  ...unfitting.map(([name, shape, where, detail]) =>
    fault(`an unfit ${name}`, given(shape), unfit(`${label}${where}`, detail)),
  ),
  ...notNames.map((name) => {
    const properties = Object.fromEntries([[name, text]]);
    return fault(
      `a property named ${JSON.stringify(name)}`,
      { [`${answer}#/properties`]: properties },
      { ...unfit(`${answer}#/properties/${name}`, "must match ^[a-z][A-Za-z0-9]{0,63}$"), line: "6:5" },
    );
  }),
  fault(
    "an object of more properties than a type can be made of",
    { [`${answer}#/properties`]: tooMany },
    unfit(`${answer}#/properties`, "must NOT have more than 2000 properties"),
  ),
  ...notTitles.map((title) => plain({ "common/table.json#/title": title }, "invalid-value")),
  ...strays.map(([name, shape, keyword, kinds]) =>
    fault(name, given(shape), misplaced(label, keyword, kinds)),
  ),
  fault(
    "the history of a property on an item",
    given({ type: "array", items: legacyItem }),
    misplaced(`${label}/items`, "x-legacy-names", "a property"),
  ),
  fault(
    "a shape without a type, before what stands on some types only",
    given({ maxLength: 3 }),
    contradicting(label, oneOf),
    misplaced(label, "maxLength", "a shape of type string"),
  ),
  ...contradictions.map(([shape, detail]) =>
    fault(`${JSON.stringify(shape)}, where ${detail}`, given(shape), contradicting(label, detail)),
  ),
  ...strayFiles.map((file) =>
    fault(
      `a file at ${file.slice(0, 40)}`,
      { [file]: { description: "Lost." } },
      `unexpected-file ${file}#: Unexpected file ${file}; a spec has no file there.`,
    ),
  ),
  fault(
    "a property that was only seen, and added in a release",
    { [`${label}/x-seen`]: "the old API" },
    contradicting(label, onlySeen),
  ),
  fault(
    "a whole object that was only seen",
    { [`${answer}#/x-seen`]: "the old API" },
    misplaced(`${answer}#`, "x-seen", "a property"),
  ),
  plain({ [`${label}/x-seen`]: "the `old` API" }, "invalid-value"),
  plain({ [`${codeType}/x-enum-seen`]: { rfid: "the old API" } }, "contradicting-keywords", codeType),
  plain({ [`${counter}/x-enum-seen`]: { one: "the old API" } }, "misplaced-keyword"),
];
