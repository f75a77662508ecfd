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

const values: readonly unknown[] = [null, true, 7, -1, 1.5, 1e300, "nonsense", "", [], [[]], {}, { a: 1 }];

type Kind = "string" | "boolean" | "number" | "list" | "object";

const kindOf = (value: unknown): string => (Array.isArray(value) ? "list" : typeof value);

/** Keywords by place, with the kinds of values that they accept. */
const ofLabel: Readonly<Record<Kind, readonly string[]>> = {
  string: [
    ...["description", "x-added-in", "x-removed-in", "x-deprecated-in", "x-replaced-by", "x-setting"],
    ...["title", "type", "format", "x-format-hint"],
  ],
  number: ["minLength", "maxLength"],
  list: ["enum", "x-notes", "x-was", "x-legacy-names"],
  object: ["x-provenance", "x-erratum", "x-enum-added-in", "x-enum-descriptions", "x-enum-advice"],
  boolean: ["x-planned", "x-open", "x-context", "x-echo", "x-inlined"],
};
const keywords: readonly (readonly [at: string, takes: string])[] = [
  ...Object.entries(ofLabel).flatMap(([kind, words]) =>
    words.map((word) => [`${label}/${word}`, kind] as const),
  ),
  [`${scan}#/properties`, "object"],
  [`${scan}#/required`, "list"],
  [`${scan}#/x-includes`, "list"],
  [`${event}#/carries`, "object"],
  [`${event}#/answers`, "object"],
  [`${event}#/polling`, "string"],
  [`${event}#/start`, "object"],
  ["envelope.json#/errorRequest", "string"],
  ["envelope.json#/carries", "object"],
  ["envelope.json#/polling", "object"],
  ["envelope.json#/onlyInRequests", "list"],
  ["envelope.json#/startWith", "list"],
  ["releases.json#/releases", "list"],
  ["examples/scanCode/card.json#/request", "object"],
  ["examples/scanCode/card.json#/release", "string"],
];

const wrongKinds = keywords.flatMap(([at, takes]) =>
  values
    .filter((value) => kindOf(value) !== takes)
    .map((value) => ({ name: `${JSON.stringify(value)} at ${at}`, given: { [at]: value } })),
);

const roots = ["releases.json", "envelope.json", event, scan, "error-codes.json", "common/table.json"];
const badRoots = roots.flatMap((path) =>
  ["null", "true", "7", '"text"', "[]", "{}", "[{}]"].map((text) => ({
    name: `${path} is ${text}`,
    given: { [path]: text },
  })),
);

/** Words of other dialects, and typos. */
const unknownWords = [
  ...["allOf", "not", "if", "default", "pattern", "$id", "$anchor", "$defs", "definitions", "$data"],
  ...["tsType", "x-enum-varnames", "nullable", "additionalProperties", "requred", "Type", "x-Added-In"],
  ...["x_added_in", "__proto__", "constructor", "", " ", "\u0000", "*/ globalThis.PWN=1; /*", "\ud800"],
];
const unknownKeywords = [`${scan}#`, event].flatMap((place) =>
  unknownWords.map((word) => ({
    name: `an unknown keyword ${JSON.stringify(word)} in ${place}`,
    given: { [place.replace(/#$/, "")]: `{ ${JSON.stringify(word)}: {}, "description": "A." }` },
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
const numbers = ["1e400", "-1e400", "9007199254740993", "1e21", "-0.5", "1.5", "-1"].flatMap((number) =>
  ["minLength", "maxLength"].map((keyword) => ({
    name: `${keyword} ${number}`,
    given: { "common/table.json": text.replace('"integer"', `"string","${keyword}":${number}`) },
  })),
);

const truncated = Array.from({ length: Math.floor(text.length / 3) }, (_, i) => ({
  name: `a file cut off after ${i * 3} bytes`,
  given: { "common/table.json": text.slice(0, i * 3) },
}));

const others: readonly BrokenSpec[] = [
  ...["releases.json", "envelope.json", "requests/errorRequest.json"].map((path) => ({
    name: `no ${path}`,
    given: { [path]: undefined },
  })),
  ...["", "A".repeat(61), 7, null].flatMap((title) => [
    { name: `a flow titled ${String(title)}`, given: { "flows/a.json": { ...flow, title } } },
    { name: `the term ${String(title)}`, given: { "glossary.json": { terms: [{ ...term, term: title }] } } },
  ]),
  ...["1e3", "-1", "", "latest", "10.0.0.0", "59.x", " 10"].flatMap((release) => [
    { name: `something added in "${release}"`, given: { [`${label}/x-added-in`]: release } },
    { name: `an example of "${release}"`, given: { "examples/scanCode/card.json#/release": release } },
  ]),
];

export const brokenSpecs: readonly BrokenSpec[] = [
  ...wrongKinds,
  ...badRoots,
  ...unknownKeywords,
  ...brokenNames,
  ...numbers,
  ...deep,
  ...truncated,
  ...others,
];
