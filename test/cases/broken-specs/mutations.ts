import { brokenNames, type BrokenSpec } from "./broken-names.js";

const scan = "requests/scanCode.json";
const label = "responses/scanCode.json#/properties/label";
const event = "events/scanCode.json";
const flow = {
  title: "A",
  description: "A.",
  setUp: [{ event: "scanCode", text: "A." }],
  steps: [{ id: "scan", event: "scanCode", text: "A.", next: [{ to: "end", example: "scanCode/card" }] }],
  ends: [{ id: "end", text: "A." }],
};
const term = { term: "A", meaning: "A." };

/** One value of each kind that JSON has, and some at the ends of their kind. */
const values: readonly unknown[] = [null, true, 7, -1, 1.5, 1e300, "nonsense", "", [], [[]], {}, { a: 1 }];

type Kind = "text" | "flag" | "number" | "list" | "record" | "shape";

const kindOf = (value: unknown): Kind =>
  Array.isArray(value)
    ? "list"
    : value === null || typeof value === "object"
      ? "record"
      : typeof value === "string"
        ? "text"
        : typeof value === "number"
          ? "number"
          : "flag";

/** Keywords by where they stand, with the kinds of value that they take. */
const keywords: readonly (readonly [place: string, keyword: string, ...takes: readonly Kind[]])[] = [
  ...["description", "x-added-in", "x-removed-in", "x-deprecated-in", "x-replaced-by", "x-setting"].map(
    (keyword) => [label, keyword, "text"] as const,
  ),
  ...["title", "type", "format", "x-format-hint"].map((keyword) => [label, keyword, "text"] as const),
  ...["minLength", "maxLength"].map((keyword) => [label, keyword, "number"] as const),
  ...["enum", "x-notes", "x-was", "x-legacy-names"].map((keyword) => [label, keyword, "list"] as const),
  ...["x-provenance", "x-erratum", "x-enum-added-in", "x-enum-descriptions", "x-enum-advice"].map(
    (keyword) => [label, keyword, "record"] as const,
  ),
  [label, "x-planned", "flag"],
  [label, "x-open", "flag"],
  [label, "x-context", "flag"],
  [label, "x-echo", "flag"],
  [label, "x-inlined", "flag"],
  [`${scan}#`, "properties", "record"],
  [`${scan}#`, "required", "list"],
  [`${scan}#`, "x-includes", "list"],
  [`${event}#`, "carries", "record"],
  [`${event}#`, "answers", "record"],
  [`${event}#`, "polling", "text"],
  [`${event}#`, "start", "record"],
  ["envelope.json#", "errorRequest", "text"],
  ["envelope.json#", "carries", "record"],
  ["envelope.json#", "polling", "record"],
  ["envelope.json#", "onlyInRequests", "list"],
  ["envelope.json#", "startWith", "list"],
  ["releases.json#", "releases", "list"],
  ["examples/scanCode/card.json#", "request", "record"],
  ["examples/scanCode/card.json#", "release", "text"],
];

const wrongKinds = keywords.flatMap(([place, keyword, ...takes]) =>
  values
    .filter((value) => !(takes as readonly Kind[]).includes(kindOf(value)))
    .map((value) => ({
      name: `${keyword} at ${place} is ${JSON.stringify(value)}`,
      given: { [`${place}/${keyword}`]: value },
    })),
);

const roots = ["releases.json", "envelope.json", event, scan, "error-codes.json", "common/table.json"];
const badRoots = roots.flatMap((path) =>
  ["null", "true", "7", '"text"', "[]", "{}", "[{}]"].map((text) => ({
    name: `${path} is ${text}`,
    given: { [path]: text },
  })),
);

/** Words of other dialects, and slips of the pen. */
const unknownWords = [
  ...[
    "allOf",
    "oneOf",
    "not",
    "if",
    "const",
    "default",
    "examples",
    "pattern",
    "patternProperties",
    "$id",
    "id",
  ],
  ...[
    "$anchor",
    "$defs",
    "definitions",
    "$data",
    "tsType",
    "tsEnumNames",
    "x-enum-varnames",
    "x-mint",
    "nullable",
  ],
  ...["additionalProperties", "dependencies", "contains", "uniqueItems", "multipleOf", "exclusiveMinimum"],
  ...[
    "requred",
    "Type",
    "tittle",
    "descripton",
    "x-aded-in",
    "x-Added-In",
    "x_added_in",
    "xadded",
    "__proto__",
  ],
  ...["constructor", "toString", "", " ", "\u0000", "*/ globalThis.PWN=1; /*", "\ud800", "\u202e"],
];
const unknownKeywords = [`${scan}#`, event].flatMap((place) =>
  unknownWords.map((word) => ({
    name: `an unknown keyword ${JSON.stringify(word)} in ${place}`,
    given: { [place.replace(/#$/, "")]: `{ ${JSON.stringify(word)}: {}, "description": "A." }` },
  })),
);

const numbers = ["1e400", "-1e400", "9007199254740993", "1e21", "-0.5", "1.5", "-1"].flatMap((number) =>
  ["minLength", "maxLength"].map((keyword) => ({
    name: `${keyword} ${number}`,
    given: {
      "common/table.json": `{ "title": "Table", "description": "A.", "type": "object", "properties": { "a": { "description": "A.", "type": "string", "${keyword}": ${number} } } }`,
    },
  })),
);

const deep = [101, 1_000, 100_000].flatMap((depth) => [
  { name: `${depth} arrays in one another`, given: { [scan]: "[".repeat(depth) + "]".repeat(depth) } },
  {
    name: `${depth} objects in one another`,
    given: { [scan]: `${'{"items":'.repeat(depth)}{}${"}".repeat(depth)}` },
  },
]);

const text = JSON.stringify({
  title: "Table",
  description: "A.",
  type: "object",
  properties: { number: { description: "Its number.", type: "integer" } },
});
const truncated = Array.from({ length: Math.floor(text.length / 3) }, (_, i) => ({
  name: `a file cut off after ${i * 3} bytes`,
  given: { "common/table.json": text.slice(0, i * 3) },
}));

const twice = ["title", "description", "type", "properties", "__proto__", "constructor"].map((key) => ({
  name: `the key ${key} twice`,
  given: { "common/table.json": `{ "${key}": {}, "${key}": {} }` },
}));

const others: readonly BrokenSpec[] = [
  ...["releases.json", "envelope.json", "requests/errorRequest.json"].map((path) => ({
    name: `no ${path}`,
    given: { [path]: undefined },
  })),
  { name: "no file at all but the releases", given: { "envelope.json": undefined, [event]: undefined } },
  ...["", "A".repeat(61), 7, null].flatMap((title) => [
    { name: `a flow titled ${JSON.stringify(title)}`, given: { "flows/a.json": { ...flow, title } } },
    {
      name: `the term ${JSON.stringify(title)}`,
      given: { "glossary.json": { terms: [{ ...term, term: title }] } },
    },
  ]),
  ...["nothing/card", "scanCode/nothing", "../card", "scanCode/../card", "scanCode/card.json"].map(
    (name) => ({
      name: `a step that shows ${name}`,
      given: {
        "flows/a.json": {
          ...flow,
          steps: [{ id: "scan", event: "scanCode", text: "A.", next: [{ to: "end", example: name }] }],
        },
      },
    }),
  ),
  ...["nothing", "__proto__", "scancode"].map((see) => ({
    name: `a term that leads to ${see}`,
    given: { "glossary.json": { terms: [{ ...term, see: [see] }] } },
  })),
  ...["1e3", "-1", "", "latest", "10.0.0.0", "59.x", " 10", "1.2.3.4"].flatMap((release) => [
    { name: `something added in ${JSON.stringify(release)}`, given: { [`${label}/x-added-in`]: release } },
    {
      name: `an example of ${JSON.stringify(release)}`,
      given: { "examples/scanCode/card.json#/release": release },
    },
  ]),
];

/** Specs with one fault each, in every part of the dialect. */
export const brokenSpecs: readonly BrokenSpec[] = [
  ...wrongKinds,
  ...badRoots,
  ...unknownKeywords,
  ...brokenNames,
  ...numbers,
  ...deep,
  ...truncated,
  ...twice,
  ...others,
];
