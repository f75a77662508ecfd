import type { Problem } from "../../../../generator/base/problem/problem.js";
import type { SourceFile } from "../../../../generator/contract/read/read-spec.js";
import type { Changes } from "../../read/small-spec.js";

const scan = "requests/scanCode.json";
const label = "responses/scanCode.json#/properties/label";
const event = "events/scanCode.json";
const card = "examples/scanCode/card.json";
const table = "common/table.json";

const values: readonly unknown[] = [null, true, 7, -1, 1.5, 1e300, "nonsense", "", [], [[]], {}, { a: 1 }];
const kindOf = (value: unknown): string => (Array.isArray(value) ? "list" : typeof value);

/** Keywords by the kind of value that they accept. */
const ofLabel = {
  string: "description x-added-in x-removed-in x-deprecated-in x-replaced-by x-setting title type format",
  number: "minLength maxLength",
  list: "enum x-notes x-was x-legacy-names",
  object: "x-provenance x-erratum x-enum-added-in x-enum-descriptions x-enum-advice",
  boolean: "x-planned x-open x-context x-echo x-inlined",
};
const ofFiles = {
  string: [`${event}#/polling`, "envelope.json#/errorRequest", `${card}#/release`],
  list: [
    ...[`${scan}#/required`, `${scan}#/x-includes`, "releases.json#/releases"],
    ...["envelope.json#/onlyInRequests", "envelope.json#/startWith"],
  ],
  object: [
    ...[`${scan}#/properties`, `${event}#/carries`, `${event}#/answers`, `${event}#/start`],
    ...["envelope.json#/carries", "envelope.json#/polling", `${card}#/request`],
  ],
};
const keywords = [
  ...Object.entries(ofLabel).flatMap(([kind, words]) =>
    words.split(" ").map((word) => [`${label}/${word}`, kind] as const),
  ),
  ...Object.entries(ofFiles).flatMap(([kind, places]) => places.map((at) => [at, kind] as const)),
];

/** Words of other dialects, and typos. */
const unknownWords = [
  ...["allOf", "not", "default", "pattern", "$id", "$defs", "nullable", "requred", "Type", "x-Added-In"],
  ...["__proto__", "constructor", "", " ", "\u0000", "*/ globalThis.PWN=1; /*", "\ud800"],
];

const badNames = [
  ...["", " ", "..", "a b", "a-b", "A", "1a", "é", "\u202ea", "a\u0000", "../a", "__proto__", ":id", "*"],
  ...["%2e", "C:a", "a".repeat(65), "]: (globalThis.PWN=1), [", "${a}", "`", "</script>", "\ud800", "*/"],
];
const only = (name: string, value: object): unknown => Object.fromEntries([[name, value]]);

const references = [
  ...["", "#", "#/properties/a", "common/nothing.json", `${table}#`, `/${table}`, `../${table}`],
  ...["common/../common/table.json", "common\\table.json", "COMMON/TABLE.JSON", "http://127.0.0.1:9/a.json"],
  ...["file:///etc/passwd", "data:application/json,{}", "%2e%2e/a.json", "#/%ZZ", "\ud800", "releases.json"],
  ...[event, card, "responses/scanCode.json", "__proto__", "dialect/shape.schema.json", `${table}\u0000`],
];

const link = (next: number) => ({
  title: `Link${next}`,
  description: "A.",
  type: "object",
  properties: { next: { $ref: `common/link-${next}.json` } },
});
const inCircle = (length: number): Changes => ({
  ...Object.fromEntries(Array.from({ length }, (_, i) => [`common/link-${i}.json`, link((i + 1) % length)])),
  [label]: { $ref: "common/link-0.json" },
});

const text = JSON.stringify({
  title: "Table",
  description: "A.",
  type: "object",
  properties: { number: { description: "Its number.", type: "integer" } },
});

/** Specs with one fault each. Lint must refuse all of them. */
export const anyFault: Readonly<Record<string, readonly Changes[]>> = {
  "a value of a wrong kind": keywords.flatMap(([at, takes]) =>
    values.filter((value) => kindOf(value) !== takes).map((value) => ({ [at]: value })),
  ),
  "a file that is no object": [
    "releases.json",
    "envelope.json",
    event,
    scan,
    "error-codes.json",
    table,
  ].flatMap((path) => ["null", "true", "7", '"text"', "[]", "{}", "[{}]"].map((root) => ({ [path]: root }))),
  "an unknown keyword": [scan, event].flatMap((path) =>
    unknownWords.map((word) => ({ [path]: `{ ${JSON.stringify(word)}: {}, "description": "A." }` })),
  ),
  "a name that could not become code": badNames.flatMap((name) => [
    { [`${table}#/properties`]: only(name, { description: "A.", type: "string" }) },
    { [`${table}#/title`]: `${name}!` },
    { [`${label}/x-legacy-names`]: [name] },
    { [`${event}#/answers`]: only(name, {}) },
  ]),
  "a reference that leads nowhere": [
    ...references.map(($ref) => ({ [label]: { $ref } })),
    ...references.map((file) => ({ "responses/message.json#/x-includes": [file] })),
    ...[1, 2, 50].map(inCircle),
  ],
  "a number that no length can be": ["1e400", "9007199254740993", "1e21", "1.5", "-1"].map((number) => ({
    [table]: text.replace('"integer"', `"string","maxLength":${number}`),
  })),
  "too deep a file": [101, 100_000].flatMap((depth) => [
    { [scan]: "[".repeat(depth) + "]".repeat(depth) },
    { [scan]: `${'{"items":'.repeat(depth)}{}${"}".repeat(depth)}` },
  ]),
  "half a file": Array.from({ length: Math.floor(text.length / 3) }, (_, i) => ({
    [table]: text.slice(0, i * 3),
  })),
  "a release that is none": ["1e3", "-1", "", "latest", "10.0.0.0", "59.x", " 10"].flatMap((release) => [
    { [`${label}/x-added-in`]: release },
    { [`${card}#/release`]: release },
  ]),
};

/** True if a problem has a message for people, and a place that exists. */
export function isClear({ message, place, position }: Problem, sources: readonly SourceFile[]): boolean {
  const source = sources.find(({ path }) => path === place?.file);
  const line = source?.text.split(/\r\n|\r|\n/)[(position?.line ?? 0) - 1];
  return (
    /\S/.test(message) &&
    !/undefined|\[object |[\p{Cc}\p{Cf}]/u.test(message) &&
    line !== undefined &&
    position !== undefined &&
    position.column >= 1 &&
    position.column <= line.length + 1 &&
    line.startsWith(position.text)
  );
}
